/**
 * For the type check of this repository, which has no Next.js. In a project of your own, Next.js brings its types,
 * and `@/lib` holds checkout.ts, orders.ts and policy.json of the folder above.
 */
declare module 'next/headers' {
  export function headers(): Promise<Headers>;
}
declare module 'next/navigation' {
  export function redirect(path: string): never;
}
declare module '@/lib/checkout' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a declared module cannot import a relative path
  type Checkout = typeof import('../checkout.ts');
  export const decide: Checkout['decide'];
  export const readPolicy: Checkout['readPolicy'];
  export const failClosed: Checkout['failClosed'];
  export const failOpenBelow: Checkout['failOpenBelow'];
}
declare module '@/lib/orders' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a declared module cannot import a relative path
  type Orders = typeof import('../orders.ts');
  export const findOrder: Orders['findOrder'];
  export const settleOrder: Orders['settleOrder'];
  export const statusFor: Orders['statusFor'];
  export const takeOrder: Orders['takeOrder'];
}
declare module '@/lib/policy.json' {
  const policy: unknown;
  export default policy;
}

/** What the example uses of Next.js, which this repository does not install for its own type check. */
declare module 'next/headers' {
  export function headers(): Promise<Headers>;
}

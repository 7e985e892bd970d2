/** The systems whose exports are known. */
import { type SystemName } from '../mapping.ts';
import { magento } from './magento.ts';
import { shopify } from './shopify.ts';
import { stripe } from './stripe.ts';
import { type System } from './system.ts';
import { woocommerce } from './woocommerce.ts';

export const systems: Readonly<Record<SystemName, System>> = {
  shopify,
  woocommerce,
  magento,
  stripe,
};

/** The system whose own headings are all there; `undefined` where none or more than one would fit. */
export function recognized(header: readonly string[]): SystemName | undefined {
  const there = new Set(header);
  const found = (Object.keys(systems) as SystemName[]).filter((name) =>
    systems[name].signatures.some((headings) => headings.every((heading) => there.has(heading))),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** What is mended before a request is checked, written down by hand: an oracle for the flags of the spec. */
import type { Json } from './wire-requests.ts';

const addresses = ['/email/address', '/email/domain'];

const codes = new RegExp(
  `^/(?:${[
    '(?:billing|shipping)/(?:region|country|postal|phone_number|phone_country_code)',
    'credit_card/(?:issuer_id_number|last_digits|last_4_digits|country)',
    'credit_card/bank_phone_(?:number|country_code)',
    'order/currency',
    'device/ip_address',
    'event/(?:type|party)',
    'payment/(?:method|processor)',
    'shipping/delivery_speed',
    // Of a report.
    'ip_address|tag',
  ].join('|')})$`,
);

export function mendedByHand(value: Json, pointer = ''): Json {
  if (typeof value === 'string') {
    if (codes.test(pointer)) return value.trim();
    if (!addresses.includes(pointer)) return value;
    const [, local = '', domain = ''] = /^([^]*@)?([^@]*)$/.exec(value.trim()) ?? [];
    return local + domain.replace(/[。．｡]/g, '.').replace(/^\s+|[\s.]+$/g, '');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    entries.map(([key, member]) => [key, mendedByHand(member, `${pointer}/${key}`)]),
  );
}

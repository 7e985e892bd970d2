/** Names of a request's fields on the command line, made from those of the spec. */
import { type RequestField } from '../../generated/cli-flags.ts';

/** What people type for the fields that are typed most. */
const usualNames: Readonly<Record<string, string>> = {
  'device.ipAddress': 'ip',
  'email.address': 'email',
  'email.hashAddress': 'hash-email',
  'account.username': 'username',
  'order.amount': 'amount',
  'order.currency': 'currency',
  'shoppingCart[]': 'item',
  customInputs: 'custom-input',
  ipAddress: 'ip',
  emailMd5: 'email',
  orderAmount: 'amount',
  orderCurrency: 'currency',
  txnId: 'transaction-id',
};

/** One flag: a field, or a list of objects with all of theirs. */
export interface FieldFlag {
  /** Without dashes; what help and completion show. */
  readonly name: string;
  /** The whole path; also works, and stays when a short name would become ambiguous. */
  readonly longName: string;
  /** `device.ipAddress`; of a list `shoppingCart[]`. */
  readonly path: string;
  readonly field: RequestField;
  /** Of a list: the fields of one of its objects. */
  readonly items?: readonly RequestField[];
}

export function fieldFlags(fields: readonly RequestField[]): FieldFlag[] {
  const flags: Omit<FieldFlag, 'name'>[] = [];
  for (const field of fields) {
    const [list, inside] = field.path.split('[].');
    if (inside === undefined || list === undefined) {
      flags.push({ longName: kebab(field.path), path: field.path, field });
      continue;
    }
    const path = `${list}[]`;
    const item = { ...field, path: inside };
    const known = flags.findIndex((flag) => flag.path === path);
    if (known < 0) flags.push({ longName: kebab(list), path, field, items: [item] });
    else {
      const flag = flags[known] as FieldFlag;
      flags[known] = { ...flag, items: [...(flag.items ?? []), item] };
    }
  }
  const leaves = flags.map(({ path }) => kebab(path.slice(path.lastIndexOf('.') + 1)));
  return flags.map((flag, at) => {
    const leaf = leaves[at] ?? '';
    // One word, such as `type` or `country`, says too little without what it belongs to.
    const isClear = leaf.includes('-') && leaves.indexOf(leaf) === leaves.lastIndexOf(leaf);
    return { ...flag, name: usualNames[flag.path] ?? (isClear ? leaf : flag.longName) };
  });
}

/** `creditCard.was3DSecureSuccessful` → `credit-card-was-3d-secure-successful`. */
function kebab(path: string): string {
  const words = path.match(/[A-Z]?[a-z]+(?:\d+(?![A-Z\d]))?|\d+[A-Z](?=[A-Z])|\d+|[A-Z]+/g) ?? [];
  return words.join('-').toLowerCase();
}

/** Finds out which field of a request each column of a table is. */
import { type RequestField, transactionFields } from '../../generated/cli-flags.ts';
import { nearestName } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';
import { fieldFlags } from '../input/fields.ts';

/** What people call a field, without the place that it belongs to. */
const otherNames: Readonly<Record<string, string>> = {
  ...{
    customerip: 'device.ipAddress',
    clientip: 'device.ipAddress',
    remoteaddr: 'device.ipAddress',
  },
  ...{ customeremail: 'email.address', mail: 'email.address' },
  ...{ total: 'order.amount', ordertotal: 'order.amount', grandtotal: 'order.amount' },
  ...{ ordercurrency: 'order.currency', currencycode: 'order.currency' },
  ...{
    orderid: 'event.transactionId',
    ordernumber: 'event.transactionId',
    txnid: 'event.transactionId',
  },
  ...{ bin: 'creditCard.issuerIdNumber', iin: 'creditCard.issuerIdNumber' },
  ...{ last4: 'creditCard.lastDigits', customerid: 'account.userId' },
};

const addressPrefixes: Readonly<Record<string, readonly string[]>> = {
  billing: ['billing', 'billto', 'bill', 'invoice'],
  shipping: ['shipping', 'shipto', 'ship', 'delivery'],
};

const addressNames: Readonly<Record<string, string>> = {
  ...{ zip: 'postal', zipcode: 'postal', postalcode: 'postal', postcode: 'postal' },
  ...{ state: 'region', province: 'region', countrycode: 'country', town: 'city' },
  ...{ street: 'address', address1: 'address', addressline1: 'address', addressline2: 'address2' },
  ...{
    phone: 'phoneNumber',
    telephone: 'phoneNumber',
    firstname: 'firstName',
    lastname: 'lastName',
  },
};

/** A column's place in the request: `device.ipAddress`, or `customInputs.visits:number`. */
export type Column = string | null;

/**
 * @param header - The first line of the table.
 * @param map - What the user says of columns, `column=field`; an empty field leaves the column out.
 */
export function columnsOf(header: readonly string[], map: readonly string[]): Column[] {
  const known = knownNames();
  const given = givenNames(header, map, known);
  const columns = header.map((name, at): Column => {
    const own = given.get(at);
    return own === undefined ? (known.get(fold(name)) ?? null) : own;
  });
  const seen = new Map<string, number>();
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    const first = seen.get(column);
    if (first !== undefined) {
      const names = `"${header[first] ?? ''}" and "${header[at] ?? ''}"`;
      throw new CommandError(
        `The columns ${names} would both be ${column}. Leave one out with --map "${header[at] ?? ''}=".`,
      );
    }
    seen.set(column, at);
  }
  if (seen.size === 0) {
    throw new CommandError(
      `No column is known: ${header.slice(0, 8).join(', ')}. Say what they are, such as --map "${header[0] ?? 'column'}=device.ipAddress".`,
    );
  }
  return columns;
}

/** The mapping for people. */
export function mappingLines(header: readonly string[], columns: readonly Column[]): string[] {
  const width = Math.min(30, Math.max(...header.map((name) => name.length)));
  return header.map((name, at) => `  ${name.padEnd(width)}  ${columns[at] ?? '(not used)'}`);
}

/** The field of a column, for turning its text into a value. */
export function typeOfColumn(column: string): RequestField['type'] {
  const custom = /^customInputs\..*:(number|boolean)$/.exec(column)?.[1];
  if (custom !== undefined) return custom as 'number' | 'boolean';
  return transactionFields.find(({ path }) => path === column)?.type ?? 'string';
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function knownNames(): Map<string, string> {
  const names = new Map<string, string>();
  const flags = fieldFlags(transactionFields).filter(
    ({ items, field }) => items === undefined && field.type !== 'map',
  );
  const leaves = flags.map(({ path }) => path.split('.')[1]);
  const isUnique = (leaf: string): boolean => leaves.indexOf(leaf) === leaves.lastIndexOf(leaf);
  for (const { name, longName, path, field } of flags) {
    for (const word of [name, longName, path, field.wire ?? path]) names.set(fold(word), path);
    const [group = '', leaf = ''] = path.split('.');
    if (isUnique(leaf) && /[A-Z]/.test(leaf)) names.set(fold(leaf), path);
    for (const prefix of addressPrefixes[group] ?? []) {
      names.set(prefix + fold(leaf), path);
      for (const [other, meant] of Object.entries(addressNames)) {
        if (meant === leaf) names.set(prefix + other, path);
      }
    }
  }
  const paths = new Set(flags.map(({ path }) => path));
  for (const [other, path] of Object.entries(otherNames)) {
    if (paths.has(path) && !names.has(other)) names.set(other, path);
  }
  return names;
}

function givenNames(
  header: readonly string[],
  map: readonly string[],
  known: ReadonlyMap<string, string>,
): Map<number, Column> {
  const given = new Map<number, Column>();
  for (const pair of map) {
    const cut = pair.lastIndexOf('=');
    if (cut < 1) throw new CommandError(`--map ${pair} must be column=field.`);
    const name = pair.slice(0, cut).trim();
    const field = pair.slice(cut + 1).trim();
    const at = header.indexOf(name);
    if (at < 0) {
      const near = nearestName(name, header);
      throw new CommandError(
        `--map: there is no column "${name}".${near === undefined ? ` There are: ${header.join(', ')}.` : ` Did you mean "${near}"?`}`,
      );
    }
    given.set(at, field === '' ? null : fieldOf(field, known));
  }
  return given;
}

function fieldOf(name: string, known: ReadonlyMap<string, string>): string {
  const custom = /^custom_?inputs\.([a-z0-9_]{1,25})(:number|:boolean|:string)?$/i.exec(name);
  if (custom !== null) {
    const type = custom[2] === ':string' ? '' : (custom[2] ?? '');
    return `customInputs.${custom[1] ?? ''}${type}`;
  }
  const path = known.get(fold(name));
  if (path !== undefined) return path;
  const near = nearestName(name, new Set(known.values()));
  const hint =
    near === undefined ? '"minfraud insights --help" lists the fields' : `did you mean ${near}?`;
  throw new CommandError(`--map: there is no field ${name}; ${hint}.`);
}

/** The names by which a column is known to be a field: those of the spec, and what people call them. */
import { transactionFields } from '../../generated/cli-flags.ts';
import { fieldFlags } from '../input/fields.ts';
import { foldedForms, foldHeading as fold } from './fold.ts';
import { addressNames, addressPrefixes, everydayNames } from './names.ts';

export interface KnownName {
  readonly place: string;
  /** A name of the spec is believed before what people say. */
  readonly isExact: boolean;
}

/** Places of columns that are no field of the spec, but become some. */
const composed = ['billing.name', 'shipping.name', 'payment.gateway'];

const transactionPlaces: ReadonlySet<string> = new Set([
  ...transactionFields.filter(({ type }) => type !== 'map').map(({ path }) => path),
  ...composed,
]);

/** The words for the columns of a file: those of an order, or of a report about one. */
export interface Vocabulary {
  /** What a heading is; `undefined` where no one knows. */
  readonly known: (heading: string) => KnownName | undefined;
  readonly places: ReadonlySet<string>;
  /** What the place of a system's column is here; `undefined` for nothing. */
  readonly ofSystem: (place: string) => string | undefined;
  /** A place to show in an advice. */
  readonly example: string;
}

const names = tableOfNames();

export const orderWords: Vocabulary = {
  known: knownName,
  places: transactionPlaces,
  ofSystem: (place) => place,
  example: 'device.ipAddress',
};

export function knownName(heading: string): KnownName | undefined {
  for (const form of foldedForms(heading)) {
    const known = names.get(form);
    if (known !== undefined) return known;
  }
  return undefined;
}

function tableOfNames(): Map<string, KnownName> {
  const table = new Map<string, KnownName>();
  const exact = (name: string, place: string): void => {
    table.set(fold(name), { place, isExact: true });
  };
  const everyday = (name: string, place: string): void => {
    if (!table.has(name)) table.set(name, { place, isExact: false });
  };
  for (const place of composed) exact(place, place);
  const flags = fieldFlags(transactionFields).filter(({ field }) => field.type !== 'map');
  const fields = flags.flatMap(({ items, ...flag }) =>
    items === undefined
      ? [{ ...flag, place: flag.path }]
      : items.map(({ path }) => ({
          ...flag,
          place: `${flag.path}.${path}`,
          name: '',
          longName: '',
        })),
  );
  const leaves = fields.map(({ place }) => place.split('.')[1]);
  for (const { name, longName, place, field } of fields) {
    const isItem = place.includes('[]');
    for (const word of [name, longName, place, isItem ? place : (field.wire ?? place)]) {
      if (word !== '') exact(word, place);
    }
    const leaf = place.split('.')[1] ?? '';
    const isUnique = leaves.indexOf(leaf) === leaves.lastIndexOf(leaf);
    if (isUnique && /[A-Z]/.test(leaf) && !isItem) exact(leaf, place);
  }
  for (const [group, prefixes] of Object.entries(addressPrefixes)) {
    const own = fields.filter(({ place }) => place.startsWith(`${group}.`));
    for (const prefix of prefixes) {
      for (const { place } of own) everyday(prefix + fold(place.slice(group.length + 1)), place);
      for (const [name, leaf] of Object.entries(addressNames)) {
        everyday(prefix + name, `${group}.${leaf}`);
      }
    }
  }
  for (const [name, place] of Object.entries(everydayNames)) everyday(name, place);
  return table;
}

/** Finds out which field of a request each column of a table is, and what is wrong with that, all at once. */
import { nearestName } from 'minfraud-sdk/internal';
import { foldHeading as fold } from './fold.ts';
import { orderWords, type Vocabulary } from './known-names.ts';
import { type Column, type InputFlags, type Mapping, type SystemName } from './mapping.ts';
import { recognized, systems } from './systems/index.ts';
import { isTimeZone } from './times.ts';

export interface FoundColumns {
  readonly mapping: Mapping;
  /** What the user has to correct before anything is sent. */
  readonly problems: readonly string[];
}

/** Who said what a column is. */
type By = 'user' | 'system' | 'exact' | 'everyday';

interface Claim {
  readonly place: string;
  readonly by: By;
}

export function columnsOf(
  header: readonly string[],
  flags: InputFlags,
  words: Vocabulary = orderWords,
): FoundColumns {
  const problems: string[] = [];
  const from = flags.from === 'none' ? undefined : (flags.from ?? recognized(header));
  const given = givenColumns(header, flags.map ?? [], words, problems);
  const claims = header.map((name, at): Claim | undefined => {
    const own = given.get(at);
    if (own !== undefined) return own === null ? undefined : { place: own, by: 'user' };
    return from === undefined ? everydayClaim(name, words) : undefined;
  });
  if (from !== undefined) claimForSystem(from, header, claims, given, words);
  withoutFullNames(claims);
  settle(header, claims, problems);
  const columns = claims.map((claim): Column => claim?.place ?? null);
  const set = constantsOf(flags.set ?? [], from, columns, words, problems);
  const groupBy = groupOf(header, flags['group-by'], from, problems);
  const keep = flags.keep ?? [];
  for (const name of keep)
    if (!header.includes(name)) problems.push(noColumn('--keep', name, header));
  const timeZone = flags['time-zone'];
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    problems.push(
      `--time-zone: there is no zone ${timeZone}. Use a name such as Europe/Berlin, UTC, or an offset such as +02:00.`,
    );
  }
  if (columns.every((column) => column === null)) {
    const some = header.slice(0, 8).join(', ');
    problems.push(
      `No column was recognized: ${some}. Map them to fields, such as --map "${header[0] ?? 'column'}=${words.example}".`,
    );
  }
  const mapping: Mapping = {
    ...(from === undefined ? {} : { from }),
    columns,
    ...(groupBy === undefined ? {} : { groupBy }),
    ...(flags.decimal === undefined ? {} : { decimal: flags.decimal }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(flags['date-order'] === undefined ? {} : { dateOrder: flags['date-order'] }),
    ...(keep.length === 0 ? {} : { keep }),
    ...(Object.keys(set).length === 0 ? {} : { set }),
  };
  return { mapping, problems };
}

function everydayClaim(heading: string, words: Vocabulary): Claim | undefined {
  const known = words.known(heading);
  if (known === undefined) return undefined;
  return { place: known.place, by: known.isExact ? 'exact' : 'everyday' };
}

function claimForSystem(
  from: SystemName,
  header: readonly string[],
  claims: (Claim | undefined)[],
  given: ReadonlyMap<number, Column>,
  words: Vocabulary,
): void {
  const { columns, unused } = systems[from];
  const own = new Set([...columns.map(([heading]) => fold(heading)), ...unused.map(fold)]);
  const taken = new Set(claims.map((claim) => claim?.place.replace(/:\w+$/, '')));
  for (const [heading, placeOfOrder] of columns) {
    const place = words.ofSystem(placeOfOrder);
    if (place === undefined) continue;
    // As it is written, else whatever its letters' size and signs.
    const exact = header.indexOf(heading);
    const at = exact < 0 ? header.findIndex((name) => fold(name) === fold(heading)) : exact;
    if (at < 0 || given.has(at) || claims[at] !== undefined) continue;
    const bare = place.replace(/:\w+$/, '');
    if (taken.has(bare)) continue;
    taken.add(bare);
    claims[at] = { place, by: 'system' };
  }
  for (const [at, name] of header.entries()) {
    if (given.has(at) || claims[at] !== undefined || own.has(fold(name))) continue;
    // What someone added to the export, such as the IP address, in Stripe as metadata of the payment.
    const claim = everydayClaim(name.replace(/ \(metadata\)$/, ''), words);
    if (claim !== undefined && !taken.has(claim.place)) {
      taken.add(claim.place);
      claims[at] = claim;
    }
  }
}

/** A full name says nothing where first and last name have columns of their own. */
function withoutFullNames(claims: (Claim | undefined)[]): void {
  for (const group of ['billing', 'shipping']) {
    const has = (leaf: string): boolean =>
      claims.some((claim) => claim?.place === `${group}.${leaf}`);
    if (!has('firstName') && !has('lastName')) continue;
    const at = claims.findIndex((claim) => claim?.place === `${group}.name`);
    if (at >= 0 && claims[at]?.by !== 'user') claims[at] = undefined;
  }
}

/** Two columns cannot be one field: a name of the spec goes before an everyday one, else the user has to say. */
function settle(
  header: readonly string[],
  claims: (Claim | undefined)[],
  problems: string[],
): void {
  const byPlace = new Map<string, number[]>();
  for (const [at, claim] of claims.entries()) {
    if (claim === undefined) continue;
    const place = claim.place.replace(/:\w+$/, '');
    byPlace.set(place, [...(byPlace.get(place) ?? []), at]);
  }
  for (const [place, all] of byPlace) {
    if (all.length < 2) continue;
    const isSaid = all.some((at) => claims[at]?.by !== 'everyday');
    const left = isSaid ? all.filter((at) => claims[at]?.by !== 'everyday') : all;
    for (const at of all) if (!left.includes(at)) claims[at] = undefined;
    if (left.length < 2) continue;
    const names = left.map((at) => `"${header[at] ?? ''}"`);
    const last = header[left.at(-1) ?? 0] ?? '';
    problems.push(
      `The columns ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} would ${left.length > 2 ? 'all' : 'both'} map to ${place}. Ignore one with --map "${last}=".`,
    );
  }
}

function givenColumns(
  header: readonly string[],
  map: readonly string[],
  words: Vocabulary,
  problems: string[],
): Map<number, Column> {
  const given = new Map<number, Column>();
  for (const pair of map) {
    const cut = pair.lastIndexOf('=');
    const name = pair.slice(0, cut).trim();
    const field = pair.slice(cut + 1).trim();
    if (cut < 1) {
      problems.push(`--map ${pair} must be column=field.`);
      continue;
    }
    const at = header.indexOf(name);
    if (at < 0) problems.push(noColumn('--map', name, header));
    const place = field === '' ? null : placeOf(field, words);
    if (place === undefined) problems.push(noField('--map', field, words));
    if (at < 0 || place === undefined) continue;
    const before = given.get(at);
    if (before !== undefined && before !== place) {
      problems.push(
        `--map maps "${name}" twice: to ${before ?? 'nothing'} and to ${place ?? 'nothing'}. Keep one of them.`,
      );
    }
    given.set(at, place);
  }
  return given;
}

function constantsOf(
  set: readonly string[],
  from: SystemName | undefined,
  columns: readonly Column[],
  words: Vocabulary,
  problems: string[],
): Record<string, string> {
  const constants: Record<string, string> = {
    ...(from === undefined || words !== orderWords ? {} : systems[from].set),
  };
  const taken = new Set(columns.map((column) => column?.replace(/:\w+$/, '')));
  for (const pair of set) {
    const cut = pair.indexOf('=');
    const place = cut < 1 ? undefined : placeOf(pair.slice(0, cut).trim(), words);
    if (place === undefined) {
      problems.push(
        cut < 1
          ? `--set ${pair} must be field=value.`
          : noField('--set', pair.slice(0, cut), words),
      );
    } else if (taken.has(place)) {
      problems.push(
        `--set ${place}: a column already maps to that field. Ignore the column with --map "COLUMN=".`,
      );
    } else constants[place] = pair.slice(cut + 1).trim();
  }
  for (const place of Object.keys(constants)) {
    // What the user mapped or set is theirs to say.
    if (taken.has(place)) Reflect.deleteProperty(constants, place);
  }
  return constants;
}

function groupOf(
  header: readonly string[],
  name: string | undefined,
  from: SystemName | undefined,
  problems: string[],
): Mapping['groupBy'] {
  if (name === '-') return 'none';
  if (name !== undefined) {
    const at = header.indexOf(name);
    if (at < 0) problems.push(noColumn('--group-by', name, header));
    return at < 0 ? undefined : at;
  }
  const known = from === undefined ? [] : (systems[from].groupBy ?? []);
  const first = known.find((heading) => header.includes(heading));
  return first === undefined ? undefined : header.indexOf(first);
}

/** The place of what a user calls a field: a name, a path, or a custom input. */
function placeOf(field: string, words: Vocabulary): string | undefined {
  const custom = /^custom_?inputs\.([a-z0-9_]{1,25})(:number|:boolean|:string)?$/i.exec(field);
  if (custom !== null) {
    const type = custom[2]?.toLowerCase();
    return `customInputs.${custom[1] ?? ''}${type === undefined || type === ':string' ? '' : type}`;
  }
  const [, name = '', reading = ''] = /^(.*?)(:utc|:upper)?$/i.exec(field) ?? [];
  const known = words.known(name);
  return known === undefined ? undefined : known.place + reading.toLowerCase();
}

function noField(flag: string, field: string, words: Vocabulary): string {
  const near = nearestName(field, words.places);
  const hint =
    near === undefined ? '"minfraud insights --help" lists the fields' : `did you mean ${near}?`;
  return `${flag}: there is no field ${field}; ${hint}.`.replace('?.', '?');
}

function noColumn(flag: string, name: string, header: readonly string[]): string {
  const near = nearestName(name, header);
  const hint =
    near === undefined ? `The columns are: ${header.join(', ')}.` : `Did you mean "${near}"?`;
  return `${flag}: there is no column "${name}". ${hint}`;
}

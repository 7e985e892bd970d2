/**
 * Every way in which we treat a case of the official clients' tests otherwise than they do, with the
 * reason. What no entry explains fails.
 */

/** One thing that we do otherwise. */
export interface CaseFinding {
  readonly client: string;
  readonly about: string;
  readonly mode?: 'throw' | 'drop' | 'send' | 'report' | undefined;
  readonly what:
    /** A value that the client takes is not taken, the reverse, or another one is sent. */
    | 'refused'
    | 'taken'
    | 'changed'
    /** An address. */
    | 'normalized'
    | 'hashed'
    /** A response. */
    | 'decoded'
    /** A call. */
    | 'resolved'
    | 'rejected'
    | 'sent';
  readonly pointer: string;
  readonly given?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
  /** Of our finding or error. */
  readonly code?: string | undefined;
}

export interface CaseDifference {
  readonly name: string;
  /** Whose cases show it: each one's must. */
  readonly clients: readonly string[];
  readonly reason: string;
  readonly explains: (finding: CaseFinding) => boolean;
}

const all = ['Node', 'Python', 'Java', '.NET', 'PHP', 'Ruby'];

const text = (value: unknown): string => JSON.stringify(value);
const holds = (value: unknown, part: string): boolean => text(value).includes(part);

const requestDifferences: readonly CaseDifference[] = [
  {
    name: 'white space around a domain',
    clients: ['Java', '.NET', 'PHP'],
    reason: 'It is taken away before the check (x-mend in the spec).',
    explains: ({ what, pointer, ours, given }) =>
      what === 'taken' &&
      pointer === '/email/domain' &&
      typeof ours === 'string' &&
      ours === ours.trim() &&
      /"domain":"( |[^"]* ")/.test(text(given)),
  },
  {
    name: 'dots at the end of an address',
    clients: ['Node'],
    reason: 'They are taken away before the check: phone keyboards add them.',
    explains: ({ what, ours, given }) =>
      what === 'taken' && ours === 'foo@example.com' && /"address":"[^"]*\."/.test(text(given)),
  },
  {
    name: 'a local part of 65 characters',
    clients: ['Java'],
    reason: 'The documentation limits the whole address to 255 characters, and no part of it.',
    explains: ({ what, given }) => what === 'taken' && holds(given, `${'a'.repeat(65)}@`),
  },
  {
    name: 'a referrer with a host of one word',
    clients: ['Node'],
    reason: 'The documentation asks for an absolute address with http or https, no more.',
    explains: ({ what, given }) => what === 'taken' && holds(given, 'http://foo/'),
  },
  {
    name: 'the old name of the last digits',
    clients: ['Node', 'Ruby'],
    reason:
      'It is sent under the name that was given; the service takes both; see docs/decisions.md.',
    explains: ({ what, pointer, given }) =>
      what === 'changed' &&
      /^\/credit_card\/last_(4_)?digits$/.test(pointer) &&
      holds(given, 'last_4_digits'),
  },
  {
    name: 'null is refused',
    clients: all.filter((client) => client !== 'Java'),
    reason:
      "Under invalid: 'drop' null means absent; 'throw' and a report, which is as strict, are for " +
      'programs that can leave it out.',
    explains: ({ what, code, mode }) =>
      what === 'refused' && code === 'NULL_VALUE' && mode !== 'drop',
  },
  {
    name: 'null is sent',
    clients: ['Node'],
    reason: 'No field is documented to take null; the other clients leave it out, as ours does.',
    explains: ({ what, theirs }) => what === 'changed' && theirs === null,
  },
  {
    name: 'time added',
    clients: ['Node'],
    reason:
      'The service takes the present when there is no time. A clock that is wrong on the sending ' +
      'machine should not matter.',
    explains: ({ what, pointer, ours }) =>
      what === 'changed' && pointer === '/event/time' && ours === undefined,
  },
  {
    name: 'domain added to an address in plain text',
    clients: ['Node', 'Java', '.NET', 'Ruby'],
    reason: 'The service reads the domain from the address; it needs one only with an MD5.',
    explains: ({ what, pointer, ours, mode }) =>
      what === 'changed' && pointer === '/email/domain' && ours === undefined && mode !== undefined,
  },
  {
    name: 'domain with a hash, as it was typed',
    clients: ['Node', 'Java', '.NET'],
    reason: 'Ours is that of the normalised address, like in Python; see docs/email.md.',
    explains: ({ what, pointer, given, theirs, mode }) =>
      what === 'changed' &&
      pointer === '/email/domain' &&
      mode === undefined &&
      String(given).endsWith(`@${String(theirs)}`),
  },
  {
    name: "a domain of Fastmail's with the name of the user",
    clients: ['PHP'],
    reason: 'Ours is that of the address that is hashed, like in Python; see docs/email.md.',
    explains: ({ what, theirs, ours }) => what === 'changed' && theirs === `user.${String(ours)}`,
  },
  {
    name: 'an address without @',
    clients: ['Ruby'],
    reason: 'Ruby makes nothing of it; here it is trimmed and lower-cased.',
    explains: ({ what, theirs, given }) =>
      what === 'normalized' && theirs === null && !String(given).includes('@'),
  },
  {
    name: 'identifiers of any form',
    clients: ['Node'],
    reason: 'Both forms are documented; Node checks neither.',
    explains: ({ what, mode, pointer, code }) =>
      what === 'refused' &&
      mode === 'report' &&
      /^\/(maxmind|minfraud)_id$/.test(pointer) &&
      code === 'BAD_FORMAT',
  },
  {
    name: 'a maxmind_id in small letters',
    clients: ['Python', '.NET', 'PHP'],
    reason:
      'The page documents eight digits or capital letters and tells them apart; the clients check the ' +
      'length alone; see docs/decisions.md.',
    explains: ({ what, pointer, given }) =>
      what === 'refused' &&
      pointer === '/maxmind_id' &&
      /"maxmind_id":"[a-z\d]{8}"/.test(text(given)),
  },
  {
    name: 'a nil UUID next to an identifier',
    clients: ['.NET'],
    reason:
      'It is the value of a variable that was never set. .NET leaves it out; here a report is checked ' +
      'in full, as in Python.',
    explains: ({ what, pointer, given }) =>
      what === 'refused' && pointer === '/minfraud_id' && holds(given, '00000000-0000-0000'),
  },
  {
    name: 'a transaction with nothing in it',
    clients: ['Java', 'Ruby'],
    reason: 'There is nothing in it to score; the tests show that no field is required.',
    explains: ({ what, pointer, code }) => what === 'refused' && pointer === '' && code === 'EMPTY',
  },
  {
    name: 'a number for a documented string, and a string for a number',
    clients: ['PHP', 'Ruby'],
    reason:
      "'throw' refuses it; 'drop' converts it, as the service does, and tells so in a warning, which " +
      'counts as a finding here.',
    explains: ({ what, code, mode, ours }) =>
      what === 'refused' && code === 'WRONG_TYPE' && (mode === 'throw' || ours === 'converted'),
  },
  {
    name: 'an amount or a price above 10,000,000,000,000',
    clients: ['PHP'],
    reason: 'The documented range ends there; PHP has no upper limit.',
    explains: ({ what, code, given }) =>
      what === 'refused' && code === 'OUT_OF_RANGE' && holds(given, '99999999999999'),
  },
];

const responseDifferences: readonly CaseDifference[] = [
  {
    name: 'an empty list where the wire has none',
    clients: ['Node', 'Java', '.NET', 'PHP', 'Ruby'],
    reason: 'Lists are always there, so that users can walk them.',
    explains: ({ what, ours, theirs }) =>
      what === 'decoded' && theirs === undefined && Array.isArray(ours) && ours.length === 0,
  },
  {
    name: 'the name chosen from names',
    clients: all,
    reason: 'By `locales`; it is not on the wire, and compared where a test names it.',
    explains: ({ what, pointer, ours, theirs }) =>
      what === 'decoded' &&
      pointer.endsWith('/name') &&
      typeof ours === 'string' &&
      theirs === undefined,
  },
  {
    name: 'a word of the future',
    clients: ['Java', '.NET'],
    reason: 'Enumerations are open in responses: it is kept, where the clients make null of it.',
    explains: ({ what, ours, theirs }) =>
      what === 'decoded' && typeof ours === 'string' && theirs === null,
  },
  {
    name: 'a flag that is absent',
    clients: ['Java', '.NET', 'PHP', 'Ruby'],
    reason: 'These clients say false; here absent and false are told apart.',
    explains: ({ what, pointer, ours, theirs }) =>
      what === 'decoded' &&
      /\/is_?[A-Za-z_]+$/.test(pointer) &&
      ours === undefined &&
      theirs === false,
  },
  {
    name: 'a field that is not documented keeps its name',
    clients: ['Node', '.NET'],
    reason:
      'Names in camelCase are those of the document; what it does not know is kept as it came.',
    explains: ({ what, pointer }) =>
      what === 'decoded' &&
      /\/(is_?legitimate_?proxy|(another_?)?snake_?case|zxy_?wt|ab_?cd)$/i.test(pointer),
  },
];

const callDifferences: readonly CaseDifference[] = [
  {
    name: 'the type of a body without a charset',
    clients: ['Java', '.NET'],
    reason: 'JSON is UTF-8, and its type has no such parameter; PHP sends none either.',
    explains: ({ what, pointer, ours }) =>
      what === 'sent' && pointer === '/headers/content-type' && ours === 'application/json',
  },
  {
    name: 'a result that lacks what proves it',
    clients: ['Java', 'Ruby'],
    reason:
      'A result without a score and an ID may come from anything between: to take it for a score would ' +
      'accept the order.',
    explains: ({ what, code }) => what === 'rejected' && code === 'RESPONSE_NOT_A_RESULT',
  },
  {
    name: 'a lost connection and a query that is billed',
    clients: ['Java'],
    reason: 'The service may have processed it, and would bill it again; a report is retried.',
    explains: ({ what, pointer, code, ours, about }) =>
      !about.startsWith('report') &&
      ((what === 'rejected' && code === 'CONNECTION_LOST') ||
        (what === 'sent' && pointer === '' && ours === 1)),
  },
  {
    name: 'the sentence of a fetch',
    clients: ['Node'],
    reason: 'It may hold anything: the error has it as its cause, and not in its message.',
    explains: ({ what, pointer, theirs }) =>
      what === 'rejected' && pointer === '/message' && theirs === 'ECONNREFUSED',
  },
];

export const caseDifferences: readonly CaseDifference[] = [
  ...requestDifferences,
  ...responseDifferences,
  ...callDifferences,
];

/** Breaks the bodies of real responses in the ways in which bodies break, and checks what comes of it. */
import { MinFraudError } from '../../src/errors.ts';
import { parseLegacyResponse, parseProxyResponse } from '../../src/legacy/parse.ts';

/** Numbers from 0 to below 1 that a seed determines (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What hurts a reader of such text, or a program that trusts it. */
const splinters = [
  ...[
    ';',
    ',',
    '=',
    '==',
    ';;',
    '=;',
    ';=',
    '\0',
    '\r\n',
    '\n',
    ' ',
    '\xa0',
    '\xff',
    '\x80',
    '\x9f',
  ],
  ...[
    '<html>',
    '<!DOCTYPE html>',
    '{"a":"b=c"}',
    '__proto__=1',
    'constructor=x',
    'toString=',
    'err=',
  ],
  ...[
    'err=INVALID_LICENSE_KEY',
    ';err=IP_NOT_FOUND',
    'riskScore=',
    'riskScore=NaN',
    'distance=1e999',
  ],
  ...[
    'proxyScore=-0',
    'warning=x',
    'ipCity=x',
    '\ufeff',
    '\ud800',
    '\u20ac',
    '%3B',
    '&amp;',
    '+',
    '-',
  ],
];

/** A body with one to four wounds. */
export function mutate(body: string, random: () => number, others: readonly string[]): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  let text = body;
  for (let wounds = 1 + below(4); wounds > 0; wounds--) {
    const at = below(text.length + 1);
    const to = Math.min(text.length, at + below(40));
    const kinds: (() => string)[] = [
      () => text.slice(0, at),
      () => text.slice(at),
      () => text.slice(0, at) + text.slice(to),
      () => text.slice(0, to) + text.slice(at),
      () => text.slice(0, at) + pick(splinters) + text.slice(at),
      () => text.slice(0, at) + String.fromCharCode(below(256)) + text.slice(at + 1),
      () =>
        text.slice(0, at) +
        String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << below(8))) +
        text.slice(at + 1),
      () =>
        text
          .split(';')
          .sort(() => random() - 0.5)
          .join(';'),
      () => text.replaceAll(pick([';', '=', 'Yes', 'No', '.']), pick(splinters)),
      () => text.slice(0, at) + pick(others).slice(below(200)),
    ];
    text = pick(kinds)();
  }
  return text;
}

/** What one of the parsers made of a body. */
export type Verdict = 'result' | 'error';

/** @throws Error when a parser did what it must never do; the message has the body. */
export function examine(body: string): readonly [legacy: Verdict, proxy: Verdict] {
  return [examineWith(parseLegacyResponse, body), examineWith(parseProxyResponse, body)];
}

function examineWith(parse: (body: string | Uint8Array) => object, body: string): Verdict {
  const fromText = outcomeOf(parse, body);
  if (/^[\0-\xff]*$/.test(body)) {
    const bytes = new Uint8Array(Buffer.from(body, 'latin1'));
    if (outcomeOf(parse, bytes) !== fromText) complain(body, 'reads bytes and text differently');
  }
  return fromText.startsWith('{') ? 'result' : 'error';
}

function outcomeOf(
  parse: (body: string | Uint8Array) => object,
  body: string | Uint8Array,
): string {
  try {
    const result = parse(body);
    for (const value of Object.values(result)) {
      if (!['string', 'number', 'boolean'].includes(typeof value))
        complain(body, 'gave a strange value');
      // A NaN would make every comparison with it false.
      if (Number.isNaN(value)) complain(body, 'gave NaN');
    }
    if (Object.getPrototypeOf(result) !== Object.prototype) complain(body, 'changed a prototype');
    if (Object.keys(Object.prototype).length > 0) complain(body, 'polluted Object.prototype');
    return JSON.stringify(result);
  } catch (error) {
    if (!MinFraudError.is(error) || error.code === '') throw error;
    return `${error.name} ${error.code}`;
  }
}

function complain(body: string | Uint8Array, what: string): never {
  throw new Error(
    `The parser ${what}: ${JSON.stringify(typeof body === 'string' ? body : [...body])}`,
  );
}

/**
 * Step: refuses a new pattern that a text can keep busy for minutes. Patterns run on what customers type,
 * before anything is sent, so that `(a+)+$` in a spec is a way to stop a shop's server.
 */
import type * as recheckModule from 'recheck';
import type { OpenApiDocument } from './document.ts';
import { isRecord } from '../src/formats/record.ts';
import { loadPeer, requirePeers } from './peers.ts';
import { inside, type Place, placeOf, refuse } from './spec-error.ts';

/** A text of this length makes of the square of it 4 million steps, which is milliseconds. */
const longestForSquare = 2000;

/**
 * Analyzes the patterns that another document does not have: those of the spec as it was compiled before
 * were analyzed then. recheck needs up to seconds for one.
 */
export function refuseSlowPatterns(document: OpenApiDocument, known: unknown): void {
  const before = new Set(
    [...patternsIn(known, placeOf('openapi.yaml'))].map(({ pattern }) => pattern),
  );
  const added = [...patternsIn(document, placeOf('openapi.yaml'))].filter(
    ({ pattern }) => !before.has(pattern),
  );
  if (added.length === 0) return;
  requirePeers('Checking a new pattern', ['recheck']);
  for (const { pattern, maxLength, place } of added) {
    const why = slowness(pattern, maxLength);
    if (why !== undefined) refuse(place, why);
  }
}

/** Why a pattern is refused, or `undefined`. */
export function slowness(pattern: string, maxLength: number = Infinity): string | undefined {
  const parts = partsOf(pattern);
  if (parts.some((part) => backreference.test(part)))
    return `how long ${pattern} takes cannot be told, because of its backreference: write it without one`;
  // Without this it starts Java or a program of its own, where they are installed.
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  for (const part of parts) {
    const why = slownessOf(part, maxLength);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** In milliseconds. */
const longestAnalysis = 10_000;

/** What a pattern is written of: escapes, classes, the starts of lookaheads, counts, and single characters. */
const token = /\\[pPu]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?[=!]|\{\d+(?:,\d*)?\}|[^]/gu;

const backreference = /(?<!\\)(?:\\\\)*\\(?:[1-9]|k<)/;

/**
 * The pattern without its lookaheads, and what stands in each: recheck's method that proves does not know
 * them, and its other one guesses, and called patterns slow that are not. A text keeps the whole no busier than its
 * parts, but for the number of times that a lookahead is tried.
 */
function partsOf(pattern: string): string[] {
  const parts = [''];
  /** Whether each open group is a lookahead, whose text goes into a part of its own. */
  const groups: { readonly outer: number | undefined }[] = [];
  let current = 0;
  const write = (more: string): void => {
    parts[current] = (parts[current] ?? '') + more;
  };
  for (const [text] of pattern.matchAll(token)) {
    if (text === '(?=' || text === '(?!') {
      groups.push({ outer: current });
      current = parts.push('') - 1;
    } else if (text === '(') {
      groups.push({ outer: undefined });
      write(text);
    } else if (text === ')') {
      const { outer } = groups.pop() ?? {};
      if (outer === undefined) write(text);
      else current = outer;
    } else write(text);
  }
  const [rest = '', ...lookaheads] = parts;
  // It begins where it stands.
  return [rest, ...lookaheads.map((lookahead) => `^(?:${lookahead})`)];
}

function slownessOf(pattern: string, maxLength: number): string | undefined {
  // To recheck any number of ways is harmless as long as it is finite: `(a{0,20}a{0,20}){0,20}`.
  const repeated = pattern.replaceAll(/(?<=\))\{(?!(?:0,)?1\})\d+(?:,\d*)?\}/g, '*');
  const worst = repeated === pattern ? undefined : analyzed(repeated);
  if (worst?.status === 'vulnerable' && worst.complexity.type === 'exponential')
    return slownessBy(worst, pattern, maxLength);
  const result = analyzed(pattern);
  if (result.status !== 'unknown') return slownessBy(result, pattern, maxLength);
  // A count has a state for each number. Without the counts it is slower, if anything.
  const uncounted = pattern.replaceAll(token, (text) => (/^\{\d/.test(text) ? '*' : text));
  const simpler = analyzed(uncounted);
  const isQuick = simpler.status !== 'unknown' && !slownessBy(simpler, pattern, maxLength);
  return isQuick
    ? undefined
    : `how long ${pattern} takes cannot be told in ${longestAnalysis / 1000} seconds: write it with fewer repetitions that are counted`;
}

function analyzed(pattern: string): recheckModule.Diagnostics {
  const { checkSync } = loadPeer('recheck') as typeof recheckModule;
  return checkSync(pattern, 'u', { checker: 'automaton', timeout: longestAnalysis });
}

function slownessBy(
  result: recheckModule.Diagnostics,
  pattern: string,
  maxLength: number,
): string | undefined {
  if (result.status !== 'vulnerable') return undefined;
  const { complexity } = result;
  if (complexity.type === 'exponential') {
    return `a string of 30 characters can keep ${pattern} busy for minutes: no repeated group may match the same string in two ways`;
  }
  const { degree } = complexity;
  if (degree === 2 && maxLength <= longestForSquare) return undefined;
  const remedy =
    degree === 2 ? `add a "maxLength" of at most ${longestForSquare}, or` : 'write it so that';
  return `the time that ${pattern} takes grows with the length of a string to the power of ${degree}: ${remedy} no two adjacent repetitions match the same characters`;
}

interface Found {
  readonly pattern: string;
  readonly maxLength: number | undefined;
  readonly place: Place;
}

function* patternsIn(node: unknown, place: Place): Generator<Found> {
  if (Array.isArray(node)) {
    for (const [index, child] of node.entries()) yield* patternsIn(child, inside(place, index));
  } else if (isRecord(node)) {
    const { pattern, maxLength } = node;
    if (typeof pattern === 'string') {
      const limit = typeof maxLength === 'number' ? maxLength : undefined;
      yield { pattern, maxLength: limit, place: inside(place, 'pattern') };
    }
    for (const [name, child] of Object.entries(node)) yield* patternsIn(child, inside(place, name));
  }
}

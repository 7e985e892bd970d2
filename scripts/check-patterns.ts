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
 * Analyses the patterns that another document does not have: those of the spec as it was compiled before
 * were analyzed then. recheck needs up to seconds for one. It cannot say anything about a pattern with lookahead,
 * which is let through: its other method guesses, and called patterns slow that are not.
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
  // Without this it starts Java or a program of its own, where they are installed.
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  const { checkSync } = loadPeer('recheck') as typeof recheckModule;
  const result = checkSync(pattern, 'u', { checker: 'automaton', timeout: null });
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

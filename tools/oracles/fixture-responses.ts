/** Decodes the responses of the official clients' tests, and compares with the wire and what they parse. */
import { operations } from '../../generated/operations.ts';
import type { ResponseObject } from '../../src/operation.ts';
import { decode } from '../../src/response/decode.ts';
import { differingLeaves } from './bodies.ts';
import { ask, type Client } from './client.ts';
import {
  type ResponseDifference,
  decodeDifferences,
  parseDifferences,
} from './fixture-differences.ts';
import { Tally } from './tally.ts';
import { camelOf } from './wire-names.ts';

export interface ResponseSample {
  readonly kind: 'score' | 'insights' | 'factors';
  readonly wire: object;
}

/** What the driver says about one response. */
interface Parsed {
  /** In wire names, without what is absent or empty. */
  readonly parsed: unknown;
  /** The names that it chose, by their place in `ip_address`. */
  readonly names: Readonly<Record<string, string>>;
}

export async function compareResponses(
  client: Client,
  samples: readonly ResponseSample[],
): Promise<{ readonly version: string; readonly tally: Tally }> {
  const known = [...decodeDifferences, ...parseDifferences];
  const tally = new Tally(known.map(({ name }) => name));
  const requests = samples.flatMap((sample) =>
    ['en', 'fr'].map((locale) => ({ ...sample, locale })),
  );
  const { version, responses } = await ask<Parsed>(client, requests);
  requests.forEach(({ kind, wire, locale }, index) => {
    const table = operations[kind].response as ResponseObject;
    const decoded = decode(wire, table, { locales: [locale] });
    const { parsed, names } = responses[index] ?? { parsed: undefined, names: {} };
    const mistakes = [
      ...[...differingLeaves('', JSON.parse(JSON.stringify(decoded)), decoded)].map(
        ({ pointer }) => `lost by JSON.stringify: ${pointer}`,
      ),
      ...missingLists(kind, decoded).map((name) => `no list ${name}`),
      ...[...differingNames(decoded, names)].map((pointer) => `another name at ${pointer}`),
    ];
    for (const mistake of mistakes) tally.add('unexplained', mistake, wire);
    const differences =
      compare(tally, decodeDifferences, decoded, camelOf(wire)) +
      compare(tally, parseDifferences, decoded, camelOf(parsed));
    if (differences + mistakes.length === 0) tally.add('agrees', '', undefined);
  });
  return { version, tally };
}

function compare(
  tally: Tally,
  known: readonly ResponseDifference[],
  ours: unknown,
  theirs: unknown,
): number {
  const leaves = [...differingLeaves('', ours, theirs)];
  for (const leaf of leaves) {
    const difference = known.find(({ explains }) => explains(leaf));
    if (difference) tally.add('differs', difference.name, leaf);
    else tally.add('unexplained', leaf.pointer, leaf);
  }
  return leaves.length;
}

/** By hand and not by our tables, which are on trial here. */
function missingLists(kind: ResponseSample['kind'], decoded: object): string[] {
  const { ipAddress, ...rest } = decoded as Record<string, unknown>;
  const address = ipAddress as Record<string, unknown> | undefined;
  const lists: Record<string, unknown> = { warnings: rest['warnings'] };
  if (kind === 'factors') lists['riskScoreReasons'] = rest['riskScoreReasons'];
  if (kind !== 'score' && address !== undefined) {
    lists['ipAddress.riskReasons'] = address['riskReasons'];
    lists['ipAddress.subdivisions'] = address['subdivisions'];
  }
  return Object.keys(lists).filter((name) => !Array.isArray(lists[name]));
}

function* differingNames(decoded: object, names: Parsed['names']): Generator<string> {
  for (const [place, name] of Object.entries(names)) {
    const pointer = `ip_address/${place}/name`.replace(/_([a-z])/g, (_, letter: string) =>
      letter.toUpperCase(),
    );
    const ours = pointer
      .split('/')
      .reduce<unknown>(
        (value, key) => (value as Record<string, unknown> | undefined)?.[key],
        decoded,
      );
    if (ours !== name) yield pointer;
  }
}

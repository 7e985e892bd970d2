/** Puts generated transactions through our preparation and the official clients', and compares. */
import { scoreOperation } from '../../generated/operations.ts';
import { prepareTransaction } from '../../src/request/prepare.ts';
import { ask, type Client } from './client.ts';
import { type Comparison, Tally } from './tally.ts';
import {
  bodyDifferences,
  refusals,
  type BodyDifference,
  type Leaf,
} from './transaction-differences.ts';
import { type Example, transactions } from './transactions.ts';

/** What a driver says about one transaction. */
interface BodyResponse {
  /** Fields that the client does not know or refuses, by pointer, with what it says. */
  readonly leftOut?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly refused?: string;
  readonly error?: string;
}

export async function compareBodies(
  client: Client,
  count: number,
  seed: number,
): Promise<Comparison> {
  const examples = transactions(count, seed);
  const { version, responses } = await ask<BodyResponse>(
    client,
    examples.map(({ camel, wire, named, hashEmail }) => {
      if (client.name === 'javascript') return { transaction: camel, hashEmail };
      return { wire: client.name === 'java' ? named : wire, hashEmail };
    }),
  );
  const major = Number.parseInt(version, 10);
  const isKnown = (difference: { client: string; before?: number }): boolean =>
    difference.client === client.name && major < (difference.before ?? Infinity);
  const known = bodyDifferences.filter(isKnown);
  const knownRefusals = refusals.filter(isKnown);
  const tally = new Tally([...known, ...knownRefusals].map(({ name }) => name));

  examples.forEach((example, index) => {
    const { body, refused, error, leftOut } = responses[index] ?? {};
    const evidence = { wire: example.wire, hashEmail: example.hashEmail };
    if (refused !== undefined) {
      const typed = example.model.email?.address ?? '';
      const refusal = knownRefusals.find(
        ({ says, address }) => says.test(refused) && (address?.test(typed) ?? true),
      );
      if (refusal) tally.add('differs', refusal.name, evidence);
      else tally.add('unexplained', `refused: ${refused}`, evidence);
    }
    if (body !== undefined) compareOne(tally, known, example, body, leftOut);
    else if (refused === undefined) tally.add('unexplained', error ?? 'no response', evidence);
  });
  return { client: client.name, version, subject: `${count} transactions`, tally };
}

function compareOne(
  tally: Tally,
  known: readonly BodyDifference[],
  { model, hashEmail }: Example,
  body: string,
  leftOut: BodyResponse['leftOut'] = {},
): void {
  const { wire } = prepareTransaction(model, scoreOperation, { invalid: 'throw', hashEmail });
  const leaves = [...differingLeaves('', JSON.parse(JSON.stringify(wire)), JSON.parse(body))].map(
    (leaf) => ({ ...leaf, says: leftOut[leaf.pointer] }),
  );
  if (leaves.length === 0) tally.add('agrees', '', undefined);
  for (const leaf of leaves) {
    const difference = known.find(({ explains }) => explains(leaf, model.email?.address));
    if (difference) tally.add('differs', difference.name, leaf);
    else tally.add('unexplained', leaf.pointer, leaf);
  }
}

/** The smallest parts in which two JSON values differ. The order of keys says nothing. */
export function* differingLeaves(pointer: string, ours: unknown, theirs: unknown): Generator<Leaf> {
  if (isObject(ours) && isObject(theirs) && Array.isArray(ours) === Array.isArray(theirs)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      yield* differingLeaves(`${pointer}/${key}`, ours[key], theirs[key]);
    }
  } else if (!Object.is(ours, theirs)) yield { pointer, ours, theirs };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The fixtures and samples that the official Python client ships for its tests, through our code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, type Client } from './client.ts';
import { type ResponseSample, compareResponses } from './fixture-responses.ts';
import { compareRequests, type RequestSample } from './fixture-requests.ts';
import type { Fixtures } from './install.ts';
import type { Comparison } from './tally.ts';

/** What the tests hold, in files and in themselves. */
export interface Samples {
  readonly transactions: readonly RequestSample[];
  readonly reports: readonly RequestSample[];
  readonly addresses: readonly string[];
  readonly responses: readonly ResponseSample[];
}

/** The files, and what goes through the tests when they run. */
export async function readSamples(client: Client, { data, tests }: Fixtures): Promise<Samples> {
  const { responses } = await ask<Samples>(client, [{ tests }]);
  const {
    transactions = [],
    reports = [],
    addresses = [],
    responses: parsed = [],
  } = responses[0] ?? {};
  const read = (name: string): object =>
    JSON.parse(readFileSync(join(data, name), 'utf8')) as object;
  return {
    transactions: [{ wire: read('full-transaction-request.json'), valid: true }, ...transactions],
    reports: [{ wire: read('full-report-request.json'), valid: true }, ...reports],
    addresses,
    responses: [
      ...(['score', 'insights', 'factors'] as const).map((kind) => ({
        kind,
        wire: read(`${kind}-response.json`),
      })),
      ...parsed,
    ],
  };
}

export async function compareFixtures(client: Client, samples: Samples): Promise<Comparison[]> {
  const { transactions, reports, responses } = samples;
  const { version, tally } = await compareResponses(client, responses);
  const of = { client: `tests of ${client.name}`, version };
  return [
    {
      ...of,
      subject: `${transactions.length} transactions (each twice) and ${reports.length} reports`,
      tally: compareRequests(transactions, reports),
    },
    { ...of, subject: `${responses.length} responses (in two languages)`, tally },
  ];
}

/** Replays what the tests of all six official clients say, which is written down in `cases/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseServer, optionsFindings } from './case-calls.ts';
import { caseDifferences } from './case-differences.ts';
import { requestFindings, type Shown } from './case-requests.ts';
import { responseFindings } from './case-responses.ts';
import type { ClientCases } from './cases/case.ts';
import { dotnet } from './cases/dotnet.ts';
import { java } from './cases/java.ts';
import { node } from './cases/node.ts';
import { php } from './cases/php.ts';
import { python } from './cases/python.ts';
import { ruby } from './cases/ruby.ts';
import { type Comparison, Tally } from './tally.ts';

const clients: readonly ClientCases[] = [node, python, java, dotnet, php, ruby];

/** A line for each client, which the README must have. */
function* countedIn(readme: string): Generator<string> {
  for (const cases of clients) {
    const leftOut = cases.leftOut.map(({ tests, why }) => `${String(tests)} (${why})`).join('; ');
    const cells = [
      cases.client,
      `\`${cases.commit.slice(0, 12)}\``,
      countOf(cases),
      leftOut || 'none',
    ];
    // How wide a column is says nothing.
    const line = cells.map(String).join(' | ');
    if (!readme.replace(/ +/g, ' ').includes(line)) yield line;
  }
}

/** Lines that the README lacks. */
export function missingLines(): string[] {
  return [...countedIn(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))];
}

function countOf(cases: ClientCases): number {
  const { transactions, reports, addresses, domains, responses, calls, options } = cases;
  const lists = [transactions, reports, addresses, domains, responses, calls, options];
  const values = cases.fields.flatMap(([, , valid, invalid = []]) => [...valid, ...invalid]);
  return lists.reduce((sum, { length }) => sum + length, values.length);
}

export async function compareCases(): Promise<Comparison[]> {
  // Nothing but the options of a case may say where its requests go and for whom.
  for (const name of ['MAXMIND_ACCOUNT_ID', 'MAXMIND_LICENSE_KEY', 'MINFRAUD_BASE_URL']) {
    Reflect.deleteProperty(process.env, name);
  }
  const server = new CaseServer();
  await server.start();
  try {
    const comparisons: Comparison[] = [];
    for (const cases of clients) comparisons.push(await compareClient(cases, server));
    return comparisons;
  } finally {
    server.close();
  }
}

async function compareClient(cases: ClientCases, server: CaseServer): Promise<Comparison> {
  const { client, commit } = cases;
  const known = caseDifferences.filter(({ clients }) => clients.includes(client));
  const tally = new Tally(known.map(({ name }) => name));
  const all: (readonly Shown[])[] = [
    ...requestFindings(cases),
    ...cases.responses.map(responseFindings),
    ...cases.options.map(optionsFindings),
  ];
  for (const one of cases.calls) all.push(await server.findings(one));
  for (const findings of all) {
    if (findings.length === 0) tally.add('agrees', '', undefined);
    for (const shown of findings) {
      const finding = { client, ...shown };
      const difference = known.find(({ explains }) => explains(finding));
      if (difference) tally.add('differs', difference.name, finding);
      else tally.add('unexplained', `${finding.what} ${finding.pointer}`, finding);
    }
  }
  const subject = `${String(countOf(cases))} cases`;
  return { client: `tests of ${client}`, version: commit.slice(0, 12), subject, tally };
}

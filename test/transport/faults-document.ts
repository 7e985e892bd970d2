/** Prints the list of faults as docs/faults.md. Run it to bring the document up to date. */
import { writeFileSync } from 'node:fs';
import { type Fault, type Outcome } from './fault.ts';
import { faultGroups } from './faults.ts';

export const documentPath = 'docs/faults.md';

export function faultsDocument(): string {
  const tables = faultGroups.map(({ title, faults }) => {
    const head = ['fault', 'what the caller of `score` sees', 'which calls are retried'];
    return `## ${title}\n\n${table(head, faults.map(row))}`;
  });
  return `${introduction}\n${tables.join('\n')}`;
}

const introduction = `# Faults

What a call ends with under every fault that a network, a proxy or a server can produce. The tests drive each of
them with a server that misbehaves on purpose and print this page (\`npx tsx test/transport/faults-document.ts\`).

- **unbilled calls** are \`report\` and \`dispositions\` (\`x-retryable\` in the spec). A scored query that may have
  been processed is never retried.
- **all calls** are retried if no connection was made, or if the service rejected the request and said when to come
  back (429, and 503 with \`Retry-After\`).
- HTTP 421 is not in the tables: the fetch standard lets a runtime retry it on a new connection, and Node does. The
  client sees the second response only, and does not retry a scored query after it. \`minfraud-sdk/undici\` sends it
  once.
- Retries are limited by \`maxRetries\`, and end early with the deadline or the caller's abort.
- \`code\` is the service's own if the response has one, otherwise \`HTTP_…\`. [Error codes](error-codes.md) explains
  each.
`;

/** Columns of equal width, as prettier wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('');
}

function row({ name, outcome, retried, timeout }: Fault): readonly string[] {
  const note = timeout === undefined ? '' : ', when the timeout is over';
  return [escaped(name), `${escaped(shown(outcome))}${outcome === 'success' ? '' : note}`, retried];
}

function shown(outcome: Outcome): string {
  if (outcome === 'success') return 'the result';
  const status = outcome.status === undefined ? '' : `, status ${outcome.status}`;
  return `\`${outcome.error}\` \`${outcome.code}\`${status}`;
}

function escaped(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
}

// Run, not imported. Not import.meta: the tests compile this to CommonJS.
if (process.argv[1]?.endsWith('faults-document.ts') === true) {
  writeFileSync(documentPath, faultsDocument());
}

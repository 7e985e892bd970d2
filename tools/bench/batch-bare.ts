/**
 * The floor of `npm run bench -- batch`: parses the same file, sends each row over undici and writes each
 * response, 64 at once, without checks, ledger or anything that survives a crash.
 */
import { parse } from 'csv-parse';
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Agent } from 'undici';
import { requestOf } from './batch-file.ts';

const [url = '', input = '', output = '', flying = '64'] = process.argv.slice(2);
const agent = new Agent({ connections: Number(flying) });
const out = createWriteStream(output);
const rows = createReadStream(input).pipe(parse({ from_line: 2 }));
const { origin, pathname } = new URL('/minfraud/v2.0/insights', url);
const headers = {
  authorization: `Basic ${Buffer.from('42:key').toString('base64')}`,
  'content-type': 'application/json',
};
const running = new Set<Promise<void>>();
let row = 0;
for await (const cells of rows as AsyncIterable<string[]>) {
  const run: Promise<void> = send(++row, cells).finally(() => running.delete(run));
  running.add(run);
  if (running.size >= Number(flying)) await Promise.race(running);
}
await Promise.all(running);
out.end();
await once(out, 'finish');
await agent.close();

async function send(number: number, cells: string[]): Promise<void> {
  const body = JSON.stringify(requestOf(cells));
  const response = await agent.request({ origin, path: pathname, method: 'POST', headers, body });
  const result = (await response.body.json()) as object;
  out.write(
    `${JSON.stringify({ row: number, line: number + 1, transactionId: cells[0], result })}\n`,
  );
}

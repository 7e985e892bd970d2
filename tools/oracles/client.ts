/** An official client as a child process that responds to requests, one JSON document a line. */
import { spawn } from 'node:child_process';

export type ClientName = 'javascript' | 'python' | 'java';

/** How to start a client's driver. */
export interface Client {
  readonly name: ClientName;
  readonly command: string;
  readonly args: readonly string[];
}

/** The client's own lists for e-mail normalisation; see src/email/domains.ts for what they mean. */
export interface DomainLists {
  readonly typosOfCom: readonly string[];
  readonly typoDomains: Readonly<Record<string, string>>;
  readonly equivalentDomains: Readonly<Record<string, string>>;
  readonly fastmailDomains: readonly string[];
  readonly yahooDomains: readonly string[];
}

/** What a driver says before it responds. */
interface Greeting {
  readonly version: string;
  /** Of a client that normalises addresses. */
  readonly lists?: DomainLists;
}

/** What a driver responded, one response a request. */
export interface Responses<One> extends Greeting {
  readonly responses: readonly One[];
}

/** Sends all requests at once; a response that is missing or no JSON is an error. */
export async function ask<One>(
  client: Client,
  requests: readonly unknown[],
): Promise<Responses<One>> {
  const driver = spawn(client.command, client.args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  driver.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    driver.on('error', reject);
    driver.on('close', resolve);
  });
  driver.stdin.on('error', () => undefined); // a driver that died is told by its exit code
  driver.stdin.end(requests.map((request) => `${asciiJson(request)}\n`).join(''));

  const code = await ended;
  if (code !== 0) throw new Error(`The ${client.name} driver ended with code ${String(code)}`);
  const lines = Buffer.concat(output).toString('utf8').trimEnd().split('\n');
  const [first, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
  if (rest.length !== requests.length) {
    throw new Error(
      `The ${client.name} driver responded to ${rest.length} of ${requests.length} requests`,
    );
  }
  return { ...(first as Greeting), responses: rest as One[] };
}

/** In ASCII, since readers of lines differ on what else ends one (U+2028 does, in newer Nodes). */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

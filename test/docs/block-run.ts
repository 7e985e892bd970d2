/**
 * Runs blocks of pages one after another in this process, each as a module: `block-run.ts RESULTS FILE…`.
 * One process for all, since starting one costs more than all blocks together.
 *
 * What they send to MaxMind goes to an emulator instead. RESULTS becomes a JSON list of {@link BlockResult}.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  type Emulator,
  type RecordedRequest,
  startEmulator,
  TEST_LICENSE_KEY,
} from 'minfraud-emulator';
import { redirectConnections } from './redirected-connections.ts';

/** What became of one block. */
export interface BlockResult {
  /** What it wrote to standard output. */
  readonly printed: string;
  /** The last part of the path of each request, with its status where that is not 2xx: `score`, `report:503`. */
  readonly sent: readonly string[];
  /** Status of the response of the block's default export, a worker. */
  readonly responded?: string;
  readonly error?: string;
}

/** Of the block that runs. */
let sent: string[] = [];

function note(path: string, status = 0): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  sent.push(status >= 200 && status < 300 ? name : `${name}:${status}`);
}

async function run(file: string): Promise<BlockResult> {
  let printed = '';
  sent = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string) => {
    printed += text;
    return true;
  };
  try {
    const responded = await Promise.race([load(file), tooLong()]);
    return { printed, sent, ...(responded !== undefined && { responded }) };
  } catch (error) {
    return { printed, sent, error: error instanceof Error ? String(error.stack) : String(error) };
  } finally {
    process.stdout.write = write;
  }
}

/** What a worker exports. */
interface Worker {
  readonly default?: { fetch?(request: Request, secrets: unknown): Promise<Response> };
}

async function load(file: string): Promise<string | undefined> {
  const { default: worker } = (await import(pathToFileURL(file).href)) as Worker;
  if (worker?.fetch === undefined) return undefined;
  const headers = { 'cf-connecting-ip': '203.0.113.7' };
  const response = await worker.fetch(new Request('https://shop.example.com/', { headers }), {
    MAXMIND_ACCOUNT_ID: '42',
    MAXMIND_LICENSE_KEY: TEST_LICENSE_KEY,
  });
  await response.text();
  return String(response.status);
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('A block took more than 20 seconds.'));
    }, 20_000).unref();
  });
}

/** Leads everything that is for MaxMind to the emulator, and lets loopback through. */
function redirectFetch(emulator: Emulator): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') {
      const response = await original(input, init);
      note(url.pathname, response.status);
      return response;
    }
    if (!/^(?:minfraud|sandbox)\.maxmind\.com$/.test(url.hostname)) {
      throw new Error(`A block of a page asked for ${url.href}.`);
    }
    return original(emulator.url + url.pathname + url.search, init);
  };
}

async function main(): Promise<void> {
  const [results = '', ...files] = process.argv.slice(2);
  const emulator = await startEmulator({
    accounts: [{ accountId: 42, licenseKey: [TEST_LICENSE_KEY, 'your_license_key'] }],
    // So that no score depends on the hour in which the tests run.
    clock: () => new Date('2026-11-26T15:00:00Z'),
    onRequest: ({ path, status }: RecordedRequest) => note(path, status),
  });
  redirectFetch(emulator);
  await redirectConnections(emulator, (name) => readFileSync(name, 'utf8'));
  const done: BlockResult[] = [];
  for (const file of files) done.push(await run(file));
  writeFileSync(results, JSON.stringify(done));
  // Some blocks start servers.
  process.exit(0);
}

void main();

/**
 * Runs blocks of pages one after another in this process, each as a module: `block-run.ts RESULTS FILE…`.
 * One process for all, since starting one costs more than all blocks together.
 *
 * What they send to MaxMind goes to an emulator instead. RESULTS becomes a JSON list of {@link BlockResult}.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Emulator, startEmulator, TEST_LICENSE_KEY } from '../../src/emulator/index.ts';

/** What became of one block. */
export interface BlockResult {
  /** What it wrote to standard output. */
  readonly printed: string;
  readonly error?: string;
}

async function run(file: string): Promise<BlockResult> {
  let printed = '';
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string) => {
    printed += text;
    return true;
  };
  try {
    await Promise.race([import(pathToFileURL(file).href), tooLong()]);
    return { printed };
  } catch (error) {
    return { printed, error: error instanceof Error ? String(error.stack) : String(error) };
  } finally {
    process.stdout.write = write;
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('A block took more than 20 seconds.'));
    }, 20_000);
  });
}

/** Leads everything that is for MaxMind to the emulator, and lets loopback through. */
function redirect(emulator: Emulator): void {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') return original(input, init);
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
  });
  redirect(emulator);
  const done: BlockResult[] = [];
  for (const file of files) done.push(await run(file));
  writeFileSync(results, JSON.stringify(done));
  // Some blocks start servers.
  process.exit(0);
}

void main();

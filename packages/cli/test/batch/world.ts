/** A folder, a counting service, and runs of `minfraud batch` in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type Ran } from '../run.ts';
import { type ScoringServer, startScoringServer } from './scoring-server.ts';

export interface BatchWorld {
  readonly server: ScoringServer;
  /** A path in the folder. */
  readonly at: (...names: string[]) => string;
  /** `minfraud batch orders.csv --service score --out results.ndjson`, unless the flags say otherwise. */
  readonly batch: (...flags: string[]) => Promise<Ran>;
  /** Rows that were billed more than once. */
  readonly twice: () => string[];
  /** An empty folder, and a service that responds. */
  readonly begin: () => void;
  readonly remove: () => void;
  readonly close: () => Promise<void>;
}

export async function startBatchWorld(): Promise<BatchWorld> {
  const server = await startScoringServer();
  let folder = '';
  const at = (...names: string[]): string => join(folder, ...names);
  return {
    server,
    at,
    batch: (...flags) => {
      const input = flags[0]?.startsWith('--') === false ? [] : [at('orders.csv')];
      const out = flags.includes('--out') ? [] : ['--out', at('results.ndjson')];
      const env = {
        MAXMIND_ACCOUNT_ID: '42',
        MAXMIND_LICENSE_KEY: 'key-of-a-test',
        MINFRAUD_BASE_URL: server.url,
      };
      return cli(['batch', ...input, ...flags, '--service', 'score', ...out], { env });
    },
    twice: () => [...server.billed].filter(([, count]) => count > 1).map(([id]) => id),
    begin: () => {
      folder = mkdtempSync(join(tmpdir(), 'minfraud-batch-'));
      server.billed.clear();
      Object.assign(server, { delay: 0, hold: undefined, instead: undefined, onBilled: undefined });
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
    close: () => server.close(),
  };
}

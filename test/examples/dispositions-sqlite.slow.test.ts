import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import {
  change,
  type DispositionService,
  startDispositionService,
} from '../call/disposition-service.ts';
import { randomOf } from '../legacy/mutate.ts';

/** Each run is a process; a busy machine takes seconds to start one. */
jest.setTimeout(240_000);

const root = join(__dirname, '..', '..');
/** In node_modules, so that the built program finds the database there. */
const builds = join(root, 'node_modules', '.cache', `dispositions-sqlite-${process.pid}`);
const program = join(builds, 'program.mjs');

const count = 60;
let service: DispositionService;
let folder: string;
let file: string;

beforeAll(async () => {
  mkdirSync(builds, { recursive: true });
  await build({
    entryPoints: [join(root, 'examples', 'dispositions-sqlite.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['node-sqlite3-wasm'],
    // Our package from its sources: a fresh clone has no dist.
    conditions: ['minfraud-source'],
  });
  service = await startDispositionService();
});
afterAll(async () => {
  await service.close();
  rmSync(builds, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dispositions-'));
  file = join(folder, 'copy.db');
  service.pageSize = 20;
  service.changes = Array.from({ length: count }, (_, index) => change(index));
  service.instead = undefined;
  service.asked.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** When a run is killed: before a file operation, or some ms after a page was asked for. */
interface Kill {
  readonly at?: number;
  readonly afterPage?: number;
}

async function run(kill: Kill = {}): Promise<Run> {
  const preload = join(__dirname, 'kill-at.mjs');
  const child = spawn(process.execPath, ['--import', preload, program, file], {
    env: {
      MAXMIND_ACCOUNT_ID: '42',
      MAXMIND_LICENSE_KEY: 'key-of-a-test',
      MINFRAUD_BASE_URL: service.url,
      KILL_AT: String(kill.at ?? 0),
    },
  });
  if (kill.afterPage !== undefined) {
    const delay = kill.afterPage;
    service.instead = () => {
      setTimeout(() => child.kill('SIGKILL'), delay);
      return false;
    };
  }
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, output });
    });
  });
}

/** The copy as the program left it. */
function openCopy(): InstanceType<typeof sqlite.Database> {
  const copy = new sqlite.Database(file);
  copy.get('PRAGMA locking_mode = EXCLUSIVE');
  return copy;
}

/** Checks that the copy holds every change of the service once, in order. */
function expectCopy(changes: number): void {
  const copy = openCopy();
  try {
    const applied = copy.all('SELECT minfraud_id, action, note FROM change ORDER BY number');
    const sent = service.changes.slice(0, changes).map(({ update }) => ({
      minfraud_id: update['minfraud_id'],
      action: update['action'],
      note: update['note'],
    }));
    expect(applied).toStrictEqual(sent);
    expect(copy.get('SELECT count(*) AS rows FROM disposition')).toStrictEqual({ rows: changes });
    expect(copy.get('SELECT updates_after FROM cursor')).toStrictEqual({
      updates_after: service.changes[changes - 1]?.at,
    });
    expect(copy.get('PRAGMA integrity_check')).toStrictEqual({ integrity_check: 'ok' });
  } finally {
    copy.close();
  }
}

describe('the SQLite copy of dispositions', () => {
  it('is brought in step, and asks only for what is new the next time', async () => {
    expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining('60 changes') });
    expectCopy(count);
    service.changes.push(change(count), change(count + 1));
    service.asked.length = 0;
    expect(await run()).toMatchObject({ code: 0, output: expect.stringContaining('2 changes') });
    expectCopy(count + 2);
    expect(service.asked[0]?.after).toBe(change(count - 1).at);
  });

  it('holds the latest of two changes of one transaction, and both in its log', async () => {
    const again = { ...change(0).update, action: 'reject', note: 'Changed my mind' };
    service.changes = [change(0), { at: change(1).at, update: again }];
    await run();
    const copy = openCopy();
    const rows = copy.all('SELECT action, note FROM disposition');
    const log = copy.all('SELECT action FROM change ORDER BY number');
    copy.close();
    expect(rows).toStrictEqual([{ action: 'reject', note: 'Changed my mind' }]);
    expect(log).toStrictEqual([{ action: 'accept' }, { action: 'reject' }]);
  });

  it('survives a kill before any of its file operations', async () => {
    const { output } = await run();
    const operations = Number(/operations: (\d+)/.exec(output)?.[1]);
    expect(operations).toBeGreaterThan(60);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    // The first, the last, and others in between that differ from day to day.
    const random = randomOf(Math.floor(Date.now() / 86_400_000));
    const points = [1, operations - 1];
    for (let at = 0; at < 12; at++)
      points.push(1 + Math.floor(((at + random()) / 12) * operations));
    for (const point of points) {
      expect(await run({ at: point })).toMatchObject({ signal: 'SIGKILL' });
      // And once more while it recovers.
      await run({ at: 3 + Math.floor(random() * 30) });
      const last = await run();
      expect({ ...last, point }).toStrictEqual({
        ...{ point, code: 0, signal: null },
        output: expect.stringContaining('changes applied'),
      });
      expectCopy(count);
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    }
  });

  it('survives kills while pages come in, with new changes behind them', async () => {
    service.changes.length = 0;
    for (let round = 0; round < 10; round++) {
      for (let more = 0; more < 30; more++) service.changes.push(change(service.changes.length));
      // From before the response is read to after some pages are applied.
      await run({ afterPage: round * 4 });
    }
    service.instead = undefined;
    expect(await run()).toMatchObject({ code: 0 });
    expectCopy(300);
  });

  it('is left to the process that is at it', async () => {
    writeFileSync(`${file}.pid`, String(process.pid));
    const refused = await run();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`kept in step by process ${process.pid}`);
  });

  it('is left as it was when the service refuses', async () => {
    await run();
    service.instead = (response) => {
      response.writeHead(401, { 'Content-Type': 'application/json' });
      response.end('{"code":"AUTHORIZATION_INVALID","error":"no"}');
      return true;
    };
    const refused = await run();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('AUTHORIZATION_INVALID');
    expectCopy(count);
  });
});

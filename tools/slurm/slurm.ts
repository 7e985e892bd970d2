/** A real Slurm on this machine: its own keys, ports, configuration and state, all in one folder. */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Tasks at once: more than the machine has processors, since a task waits most of its time. */
const slots = 16;

/** Administrators' programs, which are not in everyone's PATH. */
const path = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol', 'scancel'];

export function missingPrograms(): string[] {
  const folders = path.split(':').filter((folder) => folder !== '');
  return programs.filter((name) => !folders.some((folder) => isExecutable(join(folder, name))));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Task {
  readonly index: number;
  /** As Slurm says it: PENDING, RUNNING, COMPLETING, COMPLETED, FAILED, … */
  readonly state: string;
}

export interface Slurm {
  /** @returns the number of the job. */
  readonly submit: (script: string, env: Readonly<Record<string, string>>) => Promise<string>;
  readonly tasks: (job: string) => Promise<Task[]>;
  /** Stops a task, or takes one that has ended, and starts it again. */
  readonly requeue: (job: string, index: number) => Promise<void>;
  /** `kill -9` of what a task runs. */
  readonly kill: (job: string, index: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startSlurm(folder: string): Promise<Slurm> {
  const daemons: ChildProcess[] = [];
  const env = { ...process.env, PATH: path, SLURM_CONF: join(folder, 'slurm.conf') };
  const daemon = (program: string, ...args: string[]): void => {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    child.on('error', none);
    daemons.push(child);
  };
  const command = async (program: string, ...args: string[]): Promise<string> =>
    (await run(program, args, { env, cwd: folder })).stdout;
  let isReady = false;
  const stop = async (): Promise<void> => {
    if (isReady) {
      await command('scancel', `--user=${userInfo().username}`).catch(none);
      const isIdle = async (): Promise<boolean> => (await command('squeue', '--noheader')) === '';
      await until('no task is left', isIdle).catch(none);
    }
    // What was started last is the first to go: slurmd can still tell slurmctld.
    for (const child of [...daemons].reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const isSlow = await Promise.race([ended.then(() => false), wait(20_000, true)]);
      if (isSlow) child.kill('SIGKILL');
    }
  };
  try {
    startMunge(folder, daemon);
    writeConfiguration(folder, await freePorts(2));
    daemon('slurmctld', '-D', '-c');
    daemon('slurmd', '-D');
    await until('Slurm is ready', async () => {
      const dead = daemons.find(({ exitCode }) => exitCode !== null);
      if (dead !== undefined) throw new GaveUp(`${dead.spawnargs[0] ?? ''} ended.`);
      return /^(idle|mixed|allocated)/.test(await command('sinfo', '--noheader', '--format=%T'));
    });
    isReady = true;
  } catch (error) {
    await stop();
    throw new Error(`Slurm did not start.\n${logOf(folder)}`, { cause: error });
  }
  return {
    submit: async (script, more) =>
      (
        await run('sbatch', ['--parsable', script], { env: { ...env, ...more }, cwd: folder })
      ).stdout
        .trim()
        .replace(/;.*/, ''),
    tasks: async (job) => {
      const lines = await command(
        'squeue',
        '--noheader',
        '--array',
        '--states=all',
        `--jobs=${job}`,
        '--format=%K %T',
      );
      return lines
        .trim()
        .split('\n')
        .map((line) => line.trim().split(' '))
        .map(([index, state = '']) => ({ index: Number(index), state }));
    },
    requeue: async (job, index) => {
      await command('scontrol', 'requeue', `${job}_${index}`);
    },
    kill: async (job, index) => {
      // Without --batch, Slurm would send SIGTERM first and wait.
      await command('scancel', '--signal=KILL', '--batch', `${job}_${index}`);
    },
    stop,
  };
}

function startMunge(folder: string, daemon: (program: string, ...args: string[]) => void): void {
  const munge = join(folder, 'munge');
  mkdirSync(munge, { mode: 0o755 });
  writeFileSync(join(munge, 'key'), randomBytes(128), { mode: 0o400 });
  const files = ['key', 'pid', 'log', 'seed'].map((name) => `--${name}-file=${join(munge, name)}`);
  daemon('munged', '--foreground', '--force', `--socket=${join(munge, 'socket')}`, ...files);
}

function writeConfiguration(folder: string, [ctld = 0, slurmd = 0]: readonly number[]): void {
  const host = hostname().split('.')[0] ?? 'localhost';
  const { username } = userInfo();
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { mode: 0o755 });
  const settings: Readonly<Record<string, string>> = {
    ClusterName: 'minfraud',
    SlurmctldHost: `${host}(127.0.0.1)`,
    SlurmctldPort: String(ctld),
    SlurmdPort: String(slurmd),
    SlurmUser: username,
    SlurmdUser: username,
    AuthType: 'auth/munge',
    CryptoType: 'crypto/munge',
    // A task starts again once its earlier credential has ended: after 120 seconds unless said; 5 is the least.
    AuthInfo: `socket=${join(folder, 'munge', 'socket')},cred_expire=5`,
    StateSaveLocation: join(folder, 'state'),
    SlurmdSpoolDir: join(folder, 'spool'),
    SlurmctldPidFile: join(folder, 'slurmctld.pid'),
    SlurmdPidFile: join(folder, 'slurmd.pid'),
    SlurmctldLogFile: join(folder, 'slurmctld.log'),
    SlurmdLogFile: join(folder, 'slurmd.log'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    SlurmdParameters: 'config_overrides',
    MpiDefault: 'none',
    ReturnToService: '2',
    SchedulerParameters: 'sched_interval=2,sched_min_interval=0,batch_sched_delay=0',
    KillWait: '10',
    MinJobAge: '86400',
    NodeName: `${host} NodeAddr=127.0.0.1 CPUs=${slots} State=UNKNOWN`,
    PartitionName: 'all Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, 'slurm.conf'), lines.join(''));
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return ports;
}

const none = (): undefined => undefined;

class GaveUp extends Error {}

/** Asks until it is so; fails after two minutes, since then it will not come. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  let last: unknown;
  for (let tries = 0; tries < 480; tries++) {
    try {
      if (await isSo()) return;
    } catch (error) {
      if (error instanceof GaveUp) throw error;
      last = error;
    }
    await wait(250);
  }
  throw new Error(`It did not come to this: ${what}.`, { cause: last });
}

/** The ends of the logs, for an error. */
function logOf(folder: string): string {
  return ['munge/log', 'slurmctld.log', 'slurmd.log']
    .map((name) => {
      try {
        return `${name}:\n${readFileSync(join(folder, name), 'utf8').split('\n').slice(-8).join('\n')}`;
      } catch {
        return `${name}: none`;
      }
    })
    .join('\n');
}

export function versionOf(): string {
  return execFileSync('slurmctld', ['-V'], { env: { PATH: path } })
    .toString()
    .trim();
}

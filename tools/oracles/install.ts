/** Puts the pinned official clients into folders of their own, and says in one line what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.ts';

/** Something that the oracles need and that this machine does not have. */
export class MissingError extends Error {}

/** Folders of the unpacked source distributions. */
export interface Fixtures {
  /** JSON files: requests and responses. */
  readonly data: string;
  /** A distribution whose tests hold samples. */
  readonly tests: string;
}

const javascript = join(import.meta.dirname, 'javascript');
const python = join(import.meta.dirname, 'python');

const environment = join(python, '.venv');
const executable =
  process.platform === 'win32'
    ? join(environment, 'Scripts', 'python.exe')
    : join(environment, 'bin', 'python');

/** The JavaScript client: the pinned one, or the package in `directory`. */
export function javascriptClient(directory?: string): Client {
  const pinned = join(javascript, 'node_modules', '@maxmind', 'minfraud-api-node');
  if (directory === undefined) {
    once(javascript, 'package-lock.json', 'node_modules', () => {
      run(
        'npm',
        ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
        javascript,
        'the official JavaScript client: connect to an npm registry and run it again',
      );
    });
  }
  return {
    name: 'javascript',
    command: process.execPath,
    args: [join(javascript, 'driver.mjs'), directory ?? pinned],
  };
}

/** The pinned Python client, in a virtual environment made with `interpreter`. */
export function pythonClient(interpreter = 'python3'): Client {
  once(python, 'requirements.txt', '.venv', () => {
    run(
      interpreter,
      ['-m', 'venv', environment],
      python,
      'Python 3.11 or newer with venv: install it (Debian: apt-get install python3-venv), or name one with --python',
    );
    run(
      executable,
      ['-m', 'pip', 'install', '--disable-pip-version-check', '-q', '-r', 'requirements.txt'],
      python,
      'the official Python client: connect to a Python package index and run it again',
    );
  });
  return {
    name: 'python',
    command: executable,
    args: ['-X', 'utf8', join(python, 'driver.py')],
  };
}

/** What the Python client's source distributions ship for its tests; ask for that client first. */
export function pythonFixtures(): Fixtures {
  const folder = join(environment, 'fixtures');
  const pins = readFileSync(join(python, 'fixtures.txt'), 'utf8').match(/^minfraud==\S+$/gm) ?? [];
  once(python, 'fixtures.txt', join('.venv', 'fixtures'), () => {
    mkdirSync(folder);
    for (const pin of pins) {
      const archive = `${pin.replace('==', '-')}.tar.gz`;
      // `download` asks the package for its metadata, which takes its build tool from the same index.
      const options = ['--disable-pip-version-check', '-q', '--no-deps', '--no-binary', 'minfraud'];
      run(
        executable,
        ['-m', 'pip', 'download', ...options, '-d', folder, pin],
        python,
        `the tests of ${pin}: connect to a Python package index that has source distributions and run it again`,
      );
      run(
        executable,
        ['-m', 'tarfile', '--filter', 'data', '-e', join(folder, archive), folder],
        python,
        'Python 3.11.4 or newer, to unpack a source distribution: name one with --python',
      );
    }
  });
  const [data = '', tests = ''] = pins.map((pin) => pin.replace('==', '-'));
  return { data: join(folder, data, 'tests', 'data'), tests: join(folder, tests) };
}

/** Installs again only when the pins changed since the last complete installation. */
function once(folder: string, pins: string, installed: string, install: () => void): void {
  const wanted = readFileSync(join(folder, pins), 'utf8');
  const stamp = join(folder, installed, '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(join(folder, installed), { recursive: true, force: true });
  install();
  writeFileSync(stamp, wanted);
}

function run(command: string, args: readonly string[], cwd: string, remedy: string): void {
  const { status, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32', // npm is a .cmd there
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) {
    const lines = (stderr as string | null)?.trim().split('\n') ?? [];
    const reason = lines.find((line) => /error/i.test(line)) ?? 'not found';
    throw new MissingError(`npm run check:oracles lacks ${remedy} (${command}: ${reason}).`);
  }
}

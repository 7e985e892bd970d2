/** A copy of this repository that a test may edit, gone after the test file. */
import { afterAll } from '@jest/globals';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';

export interface Run {
  readonly status: number;
  readonly output: string;
}

const root = process.cwd();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Links what is installed, one by one: our own packages are those of the copy, or edits would go untested. */
function linkPackages(modules: string): void {
  const installed = join(root, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(installed)) {
    if (name === '.cache') continue;
    const from = join(installed, name);
    // npm links our packages by relative paths, and so the programs in .bin.
    const own = name === '.bin' || name.startsWith('minfraud-');
    if (own) cpSync(from, join(modules, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, join(modules, name));
  }
}

export class ScratchCopy {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Copies what git knows or would take; installed packages are shared. */
  static async make(): Promise<ScratchCopy> {
    const folder = mkdtempSync(join(tmpdir(), 'minfraud-scratch-'));
    folders.push(folder);
    const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const { output } = await execute('git', listed, root);
    for (const file of output.split('\0')) {
      if (file === '' || !existsSync(join(root, file))) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(root, file), join(folder, file));
    }
    linkPackages(join(folder, 'node_modules'));
    return new ScratchCopy(folder);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Sets one value in a YAML file, and leaves the rest as it was written. */
  set(file: string, path: readonly (string | number)[], value: unknown): void {
    const document = parseDocument(this.read(file));
    document.setIn(path, value);
    this.write(file, document.toString({ lineWidth: 0 }));
  }

  /** Adds an item to a list in a YAML file. */
  add(file: string, path: readonly (string | number)[], value: unknown): void {
    const document = parseDocument(this.read(file));
    document.addIn(path, value);
    this.write(file, document.toString({ lineWidth: 0 }));
  }

  npm(...parameters: string[]): Promise<Run> {
    return execute('npm', ['run', '--silent', ...parameters], this.folder);
  }

  node(...parameters: string[]): Promise<Run> {
    return execute(process.execPath, parameters, this.folder);
  }

  /** Runs a TypeScript program. */
  program(file: string): Promise<Run> {
    return this.node('-C', 'minfraud-source', '--import', 'tsx', file);
  }

  /** Type-checks the whole project, or only some folders and what they import. */
  typecheck(...folders: string[]): Promise<Run> {
    if (folders.length > 0) {
      const part = { extends: './tsconfig.json', include: folders };
      this.write('tsconfig.part.json', JSON.stringify(part));
    }
    const project = folders.length > 0 ? 'tsconfig.part.json' : 'tsconfig.json';
    return this.node('node_modules/typescript/bin/tsc', '--noEmit', '-p', project);
  }

  jest(...patterns: string[]): Promise<Run> {
    const parameters = ['node_modules/jest/bin/jest.js', '-w', '1', ...patterns];
    return execute(process.execPath, parameters, this.folder, { MINFRAUD_TESTS: 'all' });
  }
}

export function execute(
  command: string,
  parameters: string[],
  cwd: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<Run> {
  // What Jest sets for its workers is nothing that a command of a developer has.
  const own = { NODE_ENV: undefined, JEST_WORKER_ID: undefined };
  const environment = { ...process.env, ...own, ...variables };
  const options = { cwd, maxBuffer: 64 * 1024 * 1024, env: environment };
  return new Promise((resolve) => {
    execFile(command, parameters, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ status, output: stdout + stderr });
    });
  });
}

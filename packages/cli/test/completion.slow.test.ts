import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildProgram, type Program } from './batch/program.ts';

/** A shell that waits for a program that waits for a shared machine. */
jest.setTimeout(120_000);

let program: Program;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-completion-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  // Completes as the program does; anything else is written down instead of being run.
  const script = `#!/bin/sh
case "$1" in __complete|completion) exec "${process.execPath}" "${program.path}" "$@";; esac
echo "$*" >> "${join(folder, 'ran')}"
`;
  writeFileSync(join(bin, 'minfraud'), script, { mode: 0o755 });
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  env = { PATH: path, HOME: folder, XDG_CONFIG_HOME: folder, TERM: 'xterm', LC_ALL: 'C.UTF-8' };
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true });
});

const isInstalled = (name: string): boolean => spawnSync(name, ['--version']).error === undefined;

/** Without a shell its completions cannot be tried: the name of the test says so. */
const inShell = (shell: string, name: string, run: () => Promise<void> | void): void => {
  if (isInstalled(shell)) test(`${shell}: ${name}`, run);
  else test.skip(`${shell} is not installed: ${name}`, run);
};

/** What is typed, and the command that it becomes. */
const typed: [text: string, command: string][] = [
  ['minfraud who', 'whoami'],
  ['minfraud email ha', 'email hash'],
  ['minfraud score --curr', 'score --currency'],
  ['minfraud score --event-type purc', 'score --event-type purchase'],
  ['minfraud batch --servi', 'batch --service'],
];

/** A blank; zsh ends its colour behind it. */
// eslint-disable-next-line no-control-regex -- terminals are steered by control characters
const endOfWord = / (\x1b\[\d*m)*$/;

/** Types each line with a Tab and Return at a real prompt, on a terminal of its own. */
async function atPrompt(shell: string, flags: string, setUp: string): Promise<string[]> {
  const ran = join(folder, 'ran');
  rmSync(ran, { force: true });
  const terminal = spawn('script', ['-qec', `${shell} ${flags}`, '/dev/null'], {
    env,
    cwd: folder,
  });
  const closed = once(terminal, 'close');
  let screen = '';
  terminal.stdout.on('data', (chunk: Buffer) => (screen += chunk.toString()));
  const lines = (): string[] =>
    existsSync(ran) ? readFileSync(ran, 'utf8').split('\n').slice(0, -1) : [];
  try {
    terminal.stdin.write(`${setUp}; minfraud ready\n`);
    await until(
      () => lines().length === 1,
      () => screen,
    );
    for (const [at, [text]] of typed.entries()) {
      const before = screen.length;
      terminal.stdin.write(`${text}\t`);
      // A shell ends what it has completed with a blank; Return before that would run half a word.
      await until(
        () => screen.length > before + text.length && endOfWord.test(screen),
        () => screen,
      );
      terminal.stdin.write('\n');
      await until(
        () => lines().length === at + 2,
        () => screen,
      );
    }
    return lines()
      .slice(1)
      .map((line) => line.trim());
  } finally {
    terminal.stdin.write('exit\n');
    terminal.stdin.end();
    terminal.kill();
    await closed;
  }
}

async function until(isSo: () => boolean, screen: () => string): Promise<void> {
  for (let rounds = 0; !isSo(); rounds++) {
    if (rounds > 600) throw new Error(`The shell did not come that far:\n${screen()}`);
    await wait(100);
  }
}

describe('completion at a prompt', () => {
  inShell('bash', 'completes commands, flags and values', async () => {
    const setUp = 'bind "set enable-bracketed-paste off"; source <(minfraud completion bash)';
    expect(await atPrompt('bash', '--norc --noprofile -i', setUp)).toStrictEqual(
      typed.map(([, command]) => command),
    );
  });

  inShell('zsh', 'completes commands, flags and values', async () => {
    const setUp = 'autoload -U compinit; compinit -u -D; source <(minfraud completion zsh)';
    expect(await atPrompt('zsh', '-f -i', setUp)).toStrictEqual(
      typed.map(([, command]) => command),
    );
  });

  inShell('zsh', 'is found as a file on the path of functions', async () => {
    const functions = join(folder, 'functions');
    mkdirSync(functions);
    const script = execFileSync('minfraud', ['completion', 'zsh'], { env, encoding: 'utf8' });
    writeFileSync(join(functions, '_minfraud'), script);
    const setUp = `fpath=(${functions} $fpath); autoload -U compinit; compinit -u -D`;
    expect((await atPrompt('zsh', '-f -i', setUp))[0]).toBe('whoami');
  });

  inShell('fish', 'completes commands, flags and values, each with its description', () => {
    const ask = (text: string): string => {
      const code = `minfraud completion fish | source; complete -C ${JSON.stringify(text)}`;
      return execFileSync('fish', ['--no-config', '-c', code], {
        env,
        cwd: folder,
        encoding: 'utf8',
      });
    };
    expect(ask('minfraud who')).toBe('whoami\tShow which credentials a command would use\n');
    expect(ask('minfraud score --curr')).toMatch(/^--currency\t.+\n$/);
    expect(ask('minfraud score --event-type purc')).toMatch(/^purchase(\t.*)?\n$/);
    writeFileSync(join(folder, 'order.json'), '{}');
    expect(ask('minfraud score ord')).toBe('order.json\n');
    expect(ask('minfraud email ')).toMatch(/^hash\t.+\nnormalize\t.+\n--help\t.+\n$/);
  });
});

/** Runs a command line in this process, as a terminal or a pipe would see it. */
import { Readable } from 'node:stream';
import { runCli } from '../src/application.ts';
import { complete } from '../src/complete.ts';
import { type CliProcess } from '../src/context.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string | Buffer;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export async function cli(argv: readonly string[], world: World = {}): Promise<Ran> {
  const { process, ran } = worldOf(world);
  const code = await runCli(argv, process);
  return { code, ...ran() };
}

export async function completions(words: readonly string[]): Promise<string[]> {
  const { process, ran } = worldOf({});
  await complete(words, process);
  const lines = ran()
    .stdout.split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => line.split('\t')[0] ?? '');
}

function worldOf({ env = {}, stdin = '', isTTY = false, columns }: World): {
  process: CliProcess;
  ran: () => Omit<Ran, 'code'>;
} {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): CliProcess['stdout'] => ({
    write: (text) => {
      written[name] += text;
    },
    isTTY,
    columns,
  });
  const process: CliProcess = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    // A folder that is not there: the tests must not see the profiles of the person who runs them.
    env: { XDG_CONFIG_HOME: '/nonexistent', ...env },
  };
  return { process, ran: () => ({ ...written }) };
}

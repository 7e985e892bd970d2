/** An official client as a child process that answers questions, one JSON document a line. */
import { spawn } from 'node:child_process';

export type ClientName = 'javascript' | 'python';

/** How to start a client's driver. */
export interface Client {
  readonly name: ClientName;
  readonly command: string;
  readonly args: readonly string[];
}

/** What a driver answered: the version of the client that it drives, and one answer a question. */
export interface Answers<Answer> {
  readonly version: string;
  readonly answers: readonly Answer[];
}

/** Asks everything at once; an answer that is missing or no JSON is an error. */
export async function ask<Answer>(
  client: Client,
  questions: readonly unknown[],
): Promise<Answers<Answer>> {
  const driver = spawn(client.command, client.args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  driver.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    driver.on('error', reject);
    driver.on('close', resolve);
  });
  driver.stdin.on('error', () => undefined); // a driver that died is told by its exit code
  driver.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));

  const code = await ended;
  if (code !== 0) throw new Error(`The ${client.name} driver ended with code ${String(code)}`);
  const lines = Buffer.concat(output).toString('utf8').trimEnd().split('\n');
  const [first, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
  if (rest.length !== questions.length) {
    throw new Error(
      `The ${client.name} driver answered ${rest.length} of ${questions.length} questions`,
    );
  }
  return { version: (first as { version: string }).version, answers: rest as Answer[] };
}

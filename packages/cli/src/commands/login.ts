/** `minfraud login`. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { MinFraud } from 'minfraud-sdk';
import { profileFile, writeProfile } from '../account/profiles.ts';
import { type CliContext, say } from '../context.ts';
import { CommandError } from '../exit.ts';

interface Flags {
  readonly profile?: string | undefined;
  readonly 'base-url'?: string | undefined;
}

export default async function (this: CliContext, flags: Flags): Promise<void> {
  const name = flags.profile ?? 'default';
  if (!/^[\w.-]{1,64}$/.test(name)) {
    throw new CommandError('A profile name may have only letters, digits, dots and dashes.');
  }
  const [accountId = '', licenseKey = ''] = await ask(this);
  const profile = { accountId: accountId.trim(), licenseKey: licenseKey.trim() };
  const baseUrl = flags['base-url'];
  // The client knows what an account ID, a key and a base URL look like.
  new MinFraud({ ...profile, baseUrl });
  const file = profileFile(this.process.env);
  await writeProfile(file, name, { ...profile, ...(baseUrl === undefined ? {} : { baseUrl }) });
  say(this, `Stored as profile ${name} in ${file}, which only you can read.`);
}

/** Account ID and key; what is typed of the key is not shown. */
async function ask(context: CliContext): Promise<string[]> {
  const { stdin } = context.process;
  const isTerminal = stdin.isTTY === true;
  let hidden = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) context.process.stderr.write(chunk.toString());
      done();
    },
  });
  const prompt = createInterface({ input: stdin, output, terminal: isTerminal });
  const answers: string[] = [];
  if (isTerminal) context.process.stderr.write('Account ID: ');
  try {
    for await (const line of prompt) {
      answers.push(line);
      if (answers.length === 2) break;
      if (isTerminal) context.process.stderr.write('License key (not shown): ');
      hidden = true;
    }
  } finally {
    prompt.close();
    if (isTerminal) context.process.stderr.write('\n');
  }
  return answers;
}

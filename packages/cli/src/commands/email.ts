/** `minfraud email normalize` and `minfraud email hash`. */
import { hashEmail, normalizeEmail } from 'minfraud-sdk';
import { type CliContext, print } from '../context.ts';
import { CommandError } from '../exit.ts';
import { readText } from '../input/read.ts';

type Run = (this: CliContext, flags: unknown, address: string) => Promise<void>;

const command = (change: (address: string) => string): Run =>
  async function (_flags, address) {
    const isStream = address === '-';
    // It may be a key or a card number, which would be printed. A filter passes on what it is given.
    if (!isStream && !address.includes('@')) {
      throw new CommandError('That is not an email address: it has no "@".');
    }
    const lines = isStream ? (await readText(this, '-')).split(/\r?\n/) : [address];
    // The line break at the end of the last line starts no further address.
    if (isStream && lines.at(-1) === '') lines.pop();
    for (const line of lines) print(this, change(line));
  };

export const normalize: Run = command(normalizeEmail);
export const hash: Run = command(hashEmail);

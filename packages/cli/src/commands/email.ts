/** `minfraud email normalize` and `minfraud email hash`. */
import { hashEmail, normalizeEmail } from 'minfraud-sdk';
import { type CliContext, print } from '../context.ts';
import { readText } from '../input/read.ts';

type Run = (this: CliContext, flags: unknown, address: string) => Promise<void>;

const command = (change: (address: string) => string): Run =>
  async function (_flags, address) {
    const isStream = address === '-';
    const lines = isStream ? (await readText(this, '-')).split(/\r?\n/) : [address];
    // The line break at the end of the last line starts no further address.
    if (isStream && lines.at(-1) === '') lines.pop();
    for (const line of lines) print(this, change(line));
  };

export const normalize: Run = command(normalizeEmail);
export const hash: Run = command(hashEmail);

/** `minfraud dispositions`. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  ConnectionError,
  type DispositionUpdate,
  MinFraudError,
  RateLimitError,
} from 'minfraud-sdk';
import { type SessionFlags, withSession } from '../account/session.ts';
import { type CliContext, say } from '../context.ts';
import { CommandError } from '../exit.ts';
import { onInterrupt } from '../interrupt.ts';
import { type OutputFlags, printResult } from '../output/print.ts';
import { actionPaint } from '../output/score.ts';
import { type Style } from '../output/style.ts';

interface Flags extends SessionFlags, OutputFlags {
  readonly since: string;
  readonly follow?: boolean | undefined;
  readonly interval?: number | undefined;
}

export default async function (this: CliContext, flags: Flags): Promise<void> {
  let cursor = momentOf(flags.since);
  const stop = new AbortController();
  const release = onInterrupt(() => {
    stop.abort();
  });
  try {
    await withSession(this, flags, 'json', async ({ client }) => {
      const service = client();
      let changes = 0;
      do {
        try {
          for await (const page of service.dispositions({ updatesAfter: cursor }).pages()) {
            changes += page.updates.length;
            for (const update of page.updates) {
              printResult(this, flags, update, (style, shown) => line(shown, style));
            }
            cursor = page.lastUpdateTimestamp;
            // A reader that has seen enough, such as head, wants no more of them.
            if (this.process.stdout.writable === false) return;
          }
        } catch (error) {
          // A night without a network must not end a watch; a refused key must.
          if (!flags.follow || !isPassing(error)) throw error;
          say(this, `${error.message} Trying again in ${flags.interval ?? 60} s.`);
        }
        if (flags.follow) await pause((flags.interval ?? 60) * 1000, stop.signal);
      } while (flags.follow && !stop.signal.aborted);
      if (flags.json || flags.ndjson) return;
      if (changes === 0) say(this, 'No changes.');
      say(this, `Continue from here with --since ${cursor}`);
    });
  } finally {
    release();
  }
}

const isPassing = (error: unknown): error is MinFraudError =>
  ConnectionError.is(error) ||
  RateLimitError.is(error) ||
  (MinFraudError.is(error) && (error.status ?? 0) >= 500);

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** A cursor stays the text that it is: rounded to milliseconds it would bring changes twice. */
function momentOf(since: string): string {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(since) ?? [];
  if (count !== undefined && unit !== undefined) {
    const minutes = { m: 1, h: 60, d: 1440 }[unit] ?? 0;
    return new Date(Date.now() - Number(count) * minutes * 60_000).toISOString();
  }
  if (/^\d{4}-\d\d-\d\d$/.test(since)) return `${since}T00:00:00Z`;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/i.test(since)) return since;
  throw new CommandError(
    '--since takes a time such as 2026-11-01T00:00:00Z, a day such as 2026-11-01, or 30m, 12h, 7d.',
  );
}

function line({ action, minfraudId, note }: DispositionUpdate, style: Style): string {
  const paint = actionPaint(action, style);
  const parts = [paint(action.padEnd(14)), minfraudId, note ?? ''];
  return parts.join('  ').trimEnd();
}

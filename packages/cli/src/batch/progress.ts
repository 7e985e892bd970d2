/** How far a run is: a line that renews itself on a terminal, one line every ten seconds in a log. */
import { type CliContext, say } from '../context.ts';
import { counted, money, whole } from '../output/count.ts';

export interface Figures {
  /** Rows that are dealt with, those of earlier runs too. */
  readonly done: number;
  readonly total: number;
  /** The total is worked out from what was read so far. */
  readonly isEstimate?: boolean;
  /** Responses of this run. */
  readonly responses: number;
  readonly rejected: number;
  readonly doubtful: number;
  readonly refused: number;
  readonly warnings: number;
  readonly spent: number | undefined;
  /** Seconds that the service, or the network, wants quiet. */
  readonly waiting?: number;
}

export interface Progress {
  readonly end: () => void;
}

export function showProgress(context: CliContext, figures: () => Figures): Progress {
  const { stderr } = context.process;
  const isTerminal = stderr.isTTY === true;
  const started = performance.now();
  const show = (width?: number): void => {
    const text = progressLine(figures(), (performance.now() - started) / 1000, width);
    if (isTerminal) stderr.write(`\r\x1b[K${text}`);
    else say(context, text);
  };
  const renew = (): void => {
    show(isTerminal ? (stderr.columns ?? 80) - 1 : undefined);
  };
  const timer = setInterval(renew, isTerminal ? 200 : 10_000);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      show();
      if (isTerminal) stderr.write('\n');
    },
  };
}

/** @param width - What does not fit is left out, so that the line can be written over. */
export function progressLine(figures: Figures, seconds: number, width?: number): string {
  const { done, total, responses, rejected, doubtful, refused, warnings, spent } = figures;
  const rate = seconds > 0 ? responses / seconds : 0;
  const left = total - done;
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const about = figures.isEstimate === true ? 'about ' : '';
  const waiting = figures.waiting ?? 0;
  // While nothing goes out, the rate so far says nothing of the end.
  const remaining = waiting > 0 ? `waiting ${duration(waiting)}` : timeLeft(left, rate);
  const parts = [
    `${whole(done)} of ${about}${counted(total, 'row')} (${share}%)`,
    // None of a run that had nothing left to do.
    left === 0 && responses === 0 ? undefined : `${rate < 10 ? rate.toFixed(1) : whole(rate)}/s`,
    remaining,
    spent === undefined ? undefined : `at most ${money(spent)}`,
    warnings > 0 ? counted(warnings, 'warning') : undefined,
    rejected > 0 ? `${whole(rejected)} with mistakes` : undefined,
    refused > 0 ? `${whole(refused)} rejected` : undefined,
    doubtful > 0 ? `${whole(doubtful)} in doubt` : undefined,
  ];
  const [first = '', ...rest] = parts.filter((part) => part !== undefined);
  return rest.reduce(
    (line, part) => {
      const longer = `${line} · ${part}`;
      return width !== undefined && longer.length > width ? line : longer;
    },
    first.slice(0, width),
  );
}

function timeLeft(rows: number, rate: number): string | undefined {
  return rows > 0 && rate > 0 ? `${duration(rows / rate)} left` : undefined;
}

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

/** How far a run is: a line that renews itself on a terminal, one line every ten seconds in a log. */
import { type CliContext, say } from '../context.ts';

export interface Figures {
  /** Rows that are dealt with, those of earlier runs too. */
  readonly done: number;
  readonly total: number;
  /** Answers of this run. */
  readonly answers: number;
  readonly rejected: number;
  readonly doubtful: number;
  readonly refused: number;
  readonly warnings: number;
  readonly spent: number | undefined;
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
  const { done, total, answers, rejected, doubtful, refused, warnings, spent } = figures;
  const rate = seconds > 0 ? answers / seconds : 0;
  const left = total - done;
  const share = total === 0 ? 100 : Math.floor((done / total) * 100);
  const parts = [
    `${done} of ${total} rows (${share} %)`,
    `${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`,
    left > 0 && rate > 0 ? `${duration(left / rate)} left` : undefined,
    spent === undefined ? undefined : `at most $${spent.toFixed(2)}`,
    count(warnings, 'warning'),
    count(rejected, 'reject'),
    refused > 0 ? `${refused} refused` : undefined,
    doubtful > 0 ? `${doubtful} in doubt` : undefined,
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

const count = (number: number, word: string): string | undefined =>
  number === 0 ? undefined : `${number} ${word}${number === 1 ? '' : 's'}`;

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

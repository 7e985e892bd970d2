/** Where the client's log lines go, and from which level on. Off unless the application asks. */
import { runCallback } from './callback.ts';
import { environmentVariable } from './environment.ts';

/** What a logger must have: `console` and winston fit as they are; pino wants its two swapped. */
export interface Logger {
  /** Takes the lines about each request and each answer. */
  debug(message: string, fields: Readonly<Record<string, unknown>>): unknown;
  /** Takes lines of this level. The client writes none at present. */
  info(message: string, fields: Readonly<Record<string, unknown>>): unknown;
  /** Takes the lines about retries, about input that was left out, and about hooks that failed. */
  warn(message: string, fields: Readonly<Record<string, unknown>>): unknown;
  /** Takes the lines about calls that failed. */
  error(message: string, fields: Readonly<Record<string, unknown>>): unknown;
}

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

type LogLevel = (typeof logLevels)[number];

/** Writes a line. A logger that throws or rejects costs its line, not the call. */
export type Log = (
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

/**
 * `undefined` when nothing would be written, so that no call builds lines that are not read.
 * `MINFRAUD_LOG` sets the level of a logger, and alone it logs to the console; `off` wins over both.
 */
export function createLog(logger: Logger | undefined): Log | undefined {
  const word = environmentVariable('MINFRAUD_LOG')?.toLowerCase() ?? '';
  const level = logLevels.find((known) => known === word);
  if (level === undefined && word !== '' && word !== 'off') {
    console.warn(`minfraud: MINFRAUD_LOG must be ${logLevels.join(', ')} or off; it is ignored.`);
  }
  if (word === 'off' || (logger === undefined && level === undefined)) return undefined;
  const target = logger ?? console;
  const lowest = logLevels.indexOf(level ?? 'debug');
  return (at, message, fields) => {
    if (logLevels.indexOf(at) < lowest) return;
    runCallback(
      () => target[at](`minfraud: ${message}`, fields),
      () => undefined,
    );
  };
}

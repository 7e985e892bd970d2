/** Where the client's log lines go, and from which level on. Off unless the user asks. */

/** What a logger must have: `console` and winston fit as they are; pino wants its two swapped. */
export interface Logger {
  debug(message: string, fields: Readonly<Record<string, unknown>>): void;
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
  error(message: string, fields: Readonly<Record<string, unknown>>): void;
}

export type LogLevel = keyof Logger;

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** `MINFRAUD_LOG` may name a level, or `off`. */
export function isLogLevel(word: string): word is LogLevel {
  return (levels as readonly string[]).includes(word);
}

/**
 * A function that writes a line, or `undefined` when nothing would be written, so that a call
 * does not build lines for nobody. A logger that throws costs its line, not the call.
 */
export type Log = (
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

export function createLog(
  logger: Logger | undefined,
  level: LogLevel | 'off' | undefined,
): Log | undefined {
  // A logger alone hears all; a level alone speaks on the console; `off` wins over both.
  if (level === 'off' || (logger === undefined && level === undefined)) return undefined;
  const target = logger ?? console;
  const lowest = levels.indexOf(level ?? 'debug');
  return (at, message, fields) => {
    if (levels.indexOf(at) < lowest) return;
    try {
      target[at](`minfraud: ${message}`, fields);
    } catch {
      // The call's outcome must not depend on whether it could be logged.
    }
  };
}

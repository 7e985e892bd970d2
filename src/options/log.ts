/** Where the client's log lines go, and from which level on. Off unless the application asks. */
import { runCallback } from './hooks.ts';
import { environmentVariable } from './environment.ts';

/**
 * What a logger must have: `console`, winston, pino (Fastify's `app.log` too) and bunyan fit as they are. The
 * last two take the fields first, and are known by what they are.
 */
export interface Logger {
  /** Takes the lines about each request and each response. */
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
  const value = environmentVariable('MINFRAUD_LOG')?.toLowerCase() ?? '';
  const level = logLevels.find((known) => known === value);
  if (level === undefined && value !== '' && value !== 'off') {
    console.warn(`minfraud: MINFRAUD_LOG is ignored: it must be ${logLevels.join(', ')} or off.`);
  }
  if (value === 'off' || (logger === undefined && level === undefined)) return undefined;
  const target = logger ?? console;
  const lowest = logLevels.indexOf(level ?? 'debug');
  const write = writerOf(target);
  return (at, message, fields) => {
    if (logLevels.indexOf(at) < lowest) return;
    runCallback(
      () => write(at, `minfraud: ${sentenceOf(message, fields)}`, fields),
      () => undefined,
    );
  };
}

function writerOf(logger: Logger): (...line: Parameters<Log>) => unknown {
  if (takesFieldsFirst(logger)) {
    // A type of its own: the same methods, called the other way round.
    const swapped = logger as unknown as Record<
      LogLevel,
      (fields: Readonly<Record<string, unknown>>, message: string) => unknown
    >;
    return (at, message, fields) => swapped[at](fields, message);
  }
  if (logger !== console) return (at, message, fields) => logger[at](message, fields);
  // The console takes `%s` in a message for a place to put the fields.
  return (at, message, fields) => logger[at](message.replaceAll('%', '%%'), fields);
}

/**
 * pino marks its loggers and their children with a symbol of the global registry; its browser build and the
 * loggers that Fastify takes in its place have `bindings()` or `setBindings()`. bunyan has `addSerializers()`.
 */
function takesFieldsFirst(logger: object): boolean {
  if (Symbol.for('pino.serializers') in logger) return true;
  return ['bindings', 'setBindings', 'addSerializers'].some(
    (name) => typeof Reflect.get(logger, name) === 'function',
  );
}

/** What happened, for who reads the message alone: `request (score, attempt 1): POST https://…`. */
function sentenceOf(message: string, fields: Readonly<Record<string, unknown>>): string {
  const { operation, attempt, status, durationMs, delay } = fields;
  const { method, url, error, code, message: reason, warning, pointers } = fields;
  const facts = [
    operation,
    attempt && `attempt ${shown(attempt)}`,
    status && `status ${shown(status)}`,
    typeof durationMs === 'number' && `${Math.round(durationMs)} ms`,
    typeof delay === 'number' && `next attempt in ${Math.round(delay)} ms`,
  ].filter(Boolean);
  const failure = [error, code].filter(Boolean).map(shown).join(' ');
  const details = [
    // A warning says all that its code does.
    warning ?? failure,
    warning === undefined && reason,
    Array.isArray(pointers) && pointers.map(shown).join(', '),
    failure === '' && warning === undefined && url && `${shown(method)} ${shown(url)}`,
  ].filter(Boolean);
  return [`${message}${facts.length > 0 ? ` (${facts.map(shown).join(', ')})` : ''}`, ...details]
    .map(shown)
    .join(': ');
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

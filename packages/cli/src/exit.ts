/** How a command ends: its exit code, and what is said about an error. */
import { ConnectionError, InvalidRequestError, type Issue, MinFraudError } from 'minfraud-sdk';

/** What a script can tell a run by. */
export const exitCodes = {
  done: 0,
  /** The service, or a limit of the user's own, said no. */
  refused: 1,
  /** Wrong use, or input that must be corrected. */
  wrongUse: 2,
  network: 3,
  /** Rows of a batch may have been billed without a response. */
  doubt: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An end that a person can do something about: its message is shown without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = exitCodes.wrongUse) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.exitCode;
  if (InvalidRequestError.is(error)) return error.status === undefined ? 2 : 1;
  if (ConnectionError.is(error)) return 3;
  if (MinFraudError.is(error)) return 1;
  return isSystemError(error) ? 2 : 1;
}

/** One line, or one for each issue; a stack only for what is a mistake of this program. */
export function messageOf(
  error: unknown,
  placeOf: (issue: Issue) => string = (issue) => issue.path,
): string {
  if (InvalidRequestError.is(error) && error.issues.length > 0) {
    const listed = error.issues.map((issue) => {
      const place = placeOf(issue);
      return `  ${place === '' ? '' : `${place} `}${issue.message}`;
    });
    const sent =
      error.status === undefined ? 'Nothing was sent.' : 'The service rejected the request.';
    return [sent, ...listed].join('\n');
  }
  if (MinFraudError.is(error)) {
    const { code, message } = error;
    return message.includes(code) ? message : `${message} (${code})`;
  }
  if (error instanceof CommandError) return error.message;
  if (isSystemError(error)) return systemMessage(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Of a file or a port: the message of the operating system names it. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  if (typeof error !== 'object' || error === null) return false;
  return typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

/** `ENOENT: no such file or directory, open 'a.csv'` → `a.csv: no such file or directory`. */
function systemMessage({ message, path }: NodeJS.ErrnoException): string {
  const what = /^[A-Z]+: ([^,]+), /.exec(message)?.[1];
  return path === undefined || what === undefined ? message : `${path}: ${what}`;
}

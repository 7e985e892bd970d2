/** Where the queue is. Its password is never shown. */
import { type CliContext, say } from '../../context.ts';
import { CommandError } from '../../exit.ts';

export interface QueueAddress {
  /** With the password. */
  readonly connectionString: string;
  /** For messages: host, port and database. */
  readonly place: string;
}

export function queueAddress(context: CliContext, flag: string | undefined): QueueAddress {
  const text = flag ?? context.process.env['MINFRAUD_QUEUE']?.trim() ?? '';
  if (text === '') {
    throw new CommandError(
      'No queue. Set MINFRAUD_QUEUE to postgres://USER:PASSWORD@HOST/DATABASE, or give --queue.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    const name = flag === undefined ? 'MINFRAUD_QUEUE' : '--queue';
    throw new CommandError(
      `${name} must be postgres://USER:PASSWORD@HOST/DATABASE. Signs such as @ / : # in the password are written as %40 %2F %3A %23.`,
    );
  }
  if (flag !== undefined && (url.password !== '' || url.searchParams.has('password'))) {
    say(
      context,
      'The password in --queue can be seen by other users of this machine (ps) and in the history of the shell. Set MINFRAUD_QUEUE instead.',
    );
  }
  const database = url.pathname.length > 1 ? url.pathname : '';
  return {
    connectionString: text,
    place: `${url.host === '' ? 'localhost' : url.host}${database}`,
  };
}

/** `minfraud batch work`: sends queued rows until none is left. Any number may do so, on any machine. */
import { type CliContext, say } from '../../context.ts';
import { type MinFraud } from '../../../index.ts';
import { openSession } from '../../account/session.ts';
import { onInterrupt } from '../../interrupt.ts';
import { type WorkFlags } from './flags.ts';
import { type Queue, requireDurable, withQueue } from './queue.ts';
import { Shift } from './shift.ts';

export default async function (this: CliContext, flags: WorkFlags): Promise<void> {
  // Without credentials nothing is to be taken.
  const session = await openSession(this, flags, 'json', { maxRetries: 0 });
  try {
    await withQueue(this, flags.queue, async (queue) => {
      await requireDurable(queue.database);
      await work(this, flags, session.client(), queue);
    });
  } finally {
    await session.close();
  }
}

async function work(
  context: CliContext,
  flags: WorkFlags,
  client: MinFraud,
  queue: Queue,
): Promise<void> {
  const interrupt = new AbortController();
  const release = onInterrupt(() => {
    say(context, '\nStopping: waiting for the answers under way. Again ends at once.');
    interrupt.abort();
  });
  try {
    const shift = new Shift({ context, flags, client, queue, signal: interrupt.signal });
    context.process.exitCode = await shift.run();
  } finally {
    release();
  }
}

/** Every fault by name: drives the test and is printed as docs/faults.md. */
import { type FaultGroup } from './fault.ts';
import { content, harmless, transfer } from './faults-body.ts';
import { connecting, waiting } from './faults-connection.ts';
import { echoes, failures, overload, redirects, refusals } from './faults-status.ts';

export const faultGroups: readonly FaultGroup[] = [
  { title: 'No connection', faults: connecting },
  { title: 'No response', faults: waiting },
  { title: 'A body that breaks', faults: transfer },
  { title: 'A body that is something else', faults: content },
  { title: 'Refused', faults: refusals },
  { title: 'Failed on the service’s side', faults: failures },
  { title: 'Too much at once', faults: overload },
  { title: 'Redirected', faults: redirects },
  { title: 'Repeating what it was sent', faults: echoes },
  { title: 'Odd but whole', faults: harmless },
];

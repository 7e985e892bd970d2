/** Every fault by name: drives the test and is printed as docs/faults.md. */
import { type FaultGroup } from './fault.ts';
import { content, harmless, transfer } from './faults-body.ts';
import { connecting, waiting } from './faults-connection.ts';
import { echoes, failures, overload, redirects, refusals } from './faults-status.ts';

export const faultGroups: readonly FaultGroup[] = [
  { title: 'No connection', faults: connecting },
  { title: 'No response', faults: waiting },
  { title: 'A broken body', faults: transfer },
  { title: 'An unexpected body', faults: content },
  { title: 'Rejected', faults: refusals },
  { title: 'Server errors', faults: failures },
  { title: 'Overload', faults: overload },
  { title: 'Redirects', faults: redirects },
  { title: 'Responses that echo the request', faults: echoes },
  { title: 'Unusual but valid', faults: harmless },
];

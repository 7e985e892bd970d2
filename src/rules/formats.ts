/** The string formats that the spec uses, each as a test that never throws and takes linear time. */
import { isDateTime } from '../formats/date-time.ts';
import { isIpv4, isIpv6 } from '../formats/ip-address.ts';

/**
 * Tests by the name of the format. They agree with ajv-formats, which checks the same spec in the
 * emulator and in tests; a format that is missing here is an annotation and checks nothing.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
  email: (text) => mailbox.test(text),
  ipv4: isIpv4,
  ipv6: isIpv6,
  uuid: (text) => uuid.test(text),
};

const uuid = /^(?:urn:uuid:)?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const mailbox = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`, 'i');

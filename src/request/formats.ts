/** The values of `format` that a request in the spec may have. */
import { isDateTime } from '../formats/date-time.ts';
import { isIpv4, isIpv6 } from '../formats/ip-address.ts';
import { once } from '../formats/once.ts';

const uuid = /^(?:urn:uuid:)?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const mailbox = /* @__PURE__ */ once(
  () => new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`, 'i'),
);

/**
 * Each is a test that never throws and takes linear time. They agree with ajv-formats, which checks the
 * same spec in tests; the compiler refuses a format that is missing here.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
  email: (text) => mailbox().test(text),
  ipv4: isIpv4,
  ipv6: isIpv6,
  uuid: (text) => uuid.test(text),
};

/** Which headers an application may add to a request, and in what form they are kept. */
import type { HeaderValues } from './options.ts';
import { OptionProblem } from './read-options.ts';
import { isObject } from './rules.ts';

/** Set by the client, by fetch or by HTTP itself; overriding one breaks calls or leaks. */
const reserved: ReadonlySet<string> = /* @__PURE__ */ new Set(
  (
    'accept accept-encoding authorization connection content-encoding content-length content-type ' +
    'cookie expect host keep-alive proxy-authorization proxy-connection te trailer ' +
    'transfer-encoding upgrade'
  ).split(' '),
);

export function reservedHeader(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/**
 * The headers by name in lower case, so that a later value of the same header replaces an earlier one.
 * A copy: what the application does to its object afterwards has no effect.
 */
function headerRecord(headers: HeaderValues): Record<string, string> {
  const entries =
    typeof headers.entries === 'function' ? headers.entries() : Object.entries(headers);
  const record = Object.create(null) as Record<string, string>;
  for (const [name, value] of entries as Iterable<[string, string]>) {
    record[name.toLowerCase()] = value;
  }
  return record;
}

/** @throws OptionProblem */
export function readHeaders(value: unknown): Record<string, string> {
  if (!isObject(value)) throw new OptionProblem('must be an object of header values');
  const record = headerRecord(value as HeaderValues);
  for (const [name, text] of Object.entries<unknown>(record)) {
    if (reservedHeader(name)) {
      throw new OptionProblem(`cannot contain ${name}: the client or the HTTP library sets it`);
    }
    try {
      if (typeof text === 'string' && new Headers([[name, text]]).has(name)) continue;
    } catch {
      // Not the runtime's own message: it quotes the value.
    }
    throw new OptionProblem('contain a name or a value that HTTP does not allow');
  }
  return record;
}

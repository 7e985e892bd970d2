/** Reads the header `Forwarded` of RFC 7239. */

/**
 * What each proxy wrote as `for`, without quotes, the nearest proxy first; `undefined` where it names no
 * address (`proto=https` alone) or is malformed.
 *
 * The text is taken apart from its end, where the nearest proxies write: a quote that a customer leaves
 * open at its beginning then swallows nothing that comes after it.
 */
export function forwardedFor(header: string): (string | undefined)[] {
  return splitFromEnd(header, ',').map(forOf);
}

/** The parts between separators outside of quotes, the last one first, blank ones left out. */
function splitFromEnd(text: string, separator: string): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let end = text.length;
  for (let at = end - 1; at >= -1; at--) {
    const character = text.charAt(at);
    if (at === -1 || (character === separator && !isQuoted)) {
      const part = text.slice(at + 1, end).trim();
      if (part !== '') parts.push(part);
      end = at;
    } else if (character === '"' && !isEscaped(text, at)) {
      isQuoted = !isQuoted;
    }
  }
  return parts;
}

/** Whether an odd number of backslashes comes before a place. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charAt(start - 1) === '\\') start--;
  return (at - start) % 2 === 1;
}

function forOf(element: string): string | undefined {
  const values: string[] = [];
  for (const pair of splitFromEnd(element, ';')) {
    const [, name, quoted, token] = parameter.exec(pair) ?? [];
    if (name === undefined) return undefined;
    if (name.toLowerCase() === 'for') values.push(quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  return values.length === 1 ? values[0] : undefined;
}

/** `name=token` or `name="quoted"`. Some proxies leave the quotes of IPv6 addresses out. */
const parameter = /^([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))$/;

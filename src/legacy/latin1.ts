/** ISO-8859-1, in which the legacy services respond: every byte is the code point of its number. */
import { once } from '../formats/once.ts';

/**
 * Decodes bytes one to one.
 *
 * The runtime's decoder does the work, since it is five times as fast as any loop, but what the Web
 * calls latin1 is windows-1252: there the bytes 0x80 to 0x9F become characters beyond U+00FF, or stay
 * what they are. One such character and the bytes are decoded by hand.
 */
export function decodeLatin1(bytes: Uint8Array): string {
  const text = decodeWindows1252(bytes);
  return text === undefined || /[^\0-\xff]/.test(text) ? decodeByHand(bytes) : text;
}

const windows1252 = /* @__PURE__ */ once(() => new TextDecoder('windows-1252'));

function decodeWindows1252(bytes: Uint8Array): string | undefined {
  try {
    return windows1252().decode(bytes);
  } catch {
    // Small engines know UTF-8 only.
    return undefined;
  }
}

function decodeByHand(bytes: Uint8Array): string {
  let text = '';
  // Arguments go on the stack, which holds so many and not more. `apply`: spreading takes ten times as long. Its
  // type asks for an array, and it takes anything with a length.
  for (let start = 0; start < bytes.length; start += 8192) {
    const chunk = bytes.subarray(start, start + 8192);
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

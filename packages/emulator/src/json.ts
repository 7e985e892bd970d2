/** JSON values as the emulator handles them. */
import { isRecord } from 'minfraud-sdk/internal';

export type Json = Record<string, unknown>;

/** Deeper than any document of the services; walking a much deeper one would exhaust the stack. */
const MAX_DEPTH = 100;

/** The text as a JSON object; undefined when it is anything else, or nested too deeply. */
export function readJsonObject(text: string): Json | undefined {
  if (depthOf(text) > MAX_DEPTH) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

/** How many brackets stand open at once, those in strings aside. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (bracket === '[' || bracket === '{') deepest = Math.max(deepest, (depth += 1));
    else if (bracket === ']' || bracket === '}') depth -= 1;
  }
  return deepest;
}

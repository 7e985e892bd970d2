/** A body as the page shows it: JSON indented, everything else as it came, and no more than is read. */

const MOST_SHOWN = 40_000;
/** Each level is indented further: a body of opening brackets alone would grow to megabytes. */
const MOST_LEVELS = 50;

export function pretty(text: string): string {
  if (text === '') return '(no body)';
  const shown = indented(text);
  return shown.length > MOST_SHOWN ? `${shown.slice(0, MOST_SHOWN)}\n… (cut)` : shown;
}

function indented(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  return isDeeper(value, MOST_LEVELS) ? text : JSON.stringify(value, null, 2);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** The mapping for people: what each column is, shown before anything is sent. */
import { type CliContext, say } from '../context.ts';
import { harmless, styleOf, wrap } from '../output/style.ts';
import { type Mapping } from './mapping.ts';
import { systems } from './systems/index.ts';

/** Of an export with dozens, the others are not worth the screen. */
const mostUnused = 8;

export function showMapping(
  context: CliContext,
  header: readonly string[],
  mapping: Mapping,
  isRecognized: boolean,
): void {
  for (const line of mappingLines(header, mapping, isRecognized, widthOf(context))) {
    say(context, harmlessLines(line));
  }
}

export const widthOf = ({ process }: CliContext): number =>
  styleOf(process.stderr, process.env).width;

function mappingLines(
  header: readonly string[],
  mapping: Mapping,
  isRecognized: boolean,
  width: number,
): string[] {
  const { columns, from, groupBy, set = {}, keep = [] } = mapping;
  const unused = header.filter((_, at) => columns[at] === null);
  const shown = [...header.keys()].filter((at) => columns[at] !== null);
  const longest = Math.max(0, ...shown.map((at) => (header[at] ?? '').length));
  const room = Math.min(30, longest);
  const lines = [titleOf(from, isRecognized)];
  for (const at of shown) {
    const name = header[at] ?? '';
    lines.push(`  ${name.padEnd(room)}  ${columns[at] ?? ''}`);
  }
  for (const [place, value] of Object.entries(set)) {
    lines.push(`  ${place} is ${value} where an order has none.`);
  }
  if (unused.length > 0) {
    lines.push(`  ${wrap(`Not used: ${shortened(unused, mostUnused)}`, width - 4, 4)}`);
  }
  if (typeof groupBy === 'number') {
    lines.push(`  Rows with the same "${header[groupBy] ?? ''}" are one order.`);
  }
  if (keep.length > 0) lines.push(`  Kept in the results: ${keep.join(', ')}`);
  const [first] = unused.length > 0 && from === undefined ? unused : [];
  if (first !== undefined) {
    const flag = `To use one, map it: --map "${first}=FIELD". "minfraud insights --help" lists the fields.`;
    lines.push(`  ${wrap(flag, width - 4, 4)}`);
  }
  return lines;
}

function titleOf(from: Mapping['from'], isRecognized: boolean): string {
  if (from === undefined) return 'Columns:';
  const { title } = systems[from];
  return isRecognized
    ? `Columns of ${title}, by its own headings (--from none takes them as they are):`
    : `Columns of ${title}:`;
}

/** A heading may be as long as its author liked. */
function shortened(names: readonly string[], most: number): string {
  const listed = names
    .slice(0, most)
    .map((name) => (name.length > 30 ? `${name.slice(0, 29)}…` : name));
  return listed.join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
}

function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

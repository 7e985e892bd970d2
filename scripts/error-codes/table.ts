/** As Prettier writes a table. */
export function table(
  head: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): string {
  const widths = [0, 1].map((column) =>
    Math.max(...[head, ...rows].map((row) => row[column as 0 | 1].length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return line(head) + rule + rows.map(line).join('');
}

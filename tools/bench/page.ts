/** The places of docs/performance.md that benchmarks write. */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './samples.ts';

/** @returns Markdown as the page holds it. */
export function asWritten(...paragraphs: readonly string[]): Promise<string> {
  return format(`${paragraphs.join('\n\n')}\n`, { parser: 'markdown', printWidth: 100 });
}

/** Replaces what stands between `<!-- MARK -->` and the next `<!-- end -->`. */
export function writeFigures(mark: string, text: string): void {
  const file = join(root, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const marked = new RegExp(`(?<=<!-- ${mark} -->\n)[^]*?(?=<!-- end -->)`);
  if (!marked.test(page)) throw new Error(`${file} has no place for ${mark}.`);
  writeFileSync(
    file,
    page.replace(marked, () => `\n${text}\n`),
  );
}

/** @param loads - Averages of the machine's load, taken while measuring. */
export function machine(loads: readonly number[]): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  return (
    `Node ${process.versions.node} on ${process.platform} ${arch()}, ${cpus().length} cores (${model}), ` +
    `load average ${least}–${most} while measuring, ${new Date().toISOString().slice(0, 10)}.`
  );
}

export function tableLine(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

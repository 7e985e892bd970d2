/** What changed in a report of api/, and which kind of version that needs. */
import type { Bump } from '../../scripts/spec-diff/change.ts';

export interface ApiChanges {
  readonly added: readonly string[];
  /** Exports that are gone. */
  readonly removed: readonly string[];
  /** Lines of declarations that are gone or differ: a person judges whether a program breaks by them. */
  readonly changedLines: readonly string[];
  readonly bump: Bump | undefined;
}

/** @param before the report of the last release; `undefined` for a new entry */
export function apiChanges(before: string | undefined, after: string | undefined): ApiChanges {
  const [old, now] = [exportsOf(before ?? ''), exportsOf(after ?? '')];
  const added = now.filter((name) => !old.includes(name));
  const removed = old.filter((name) => !now.includes(name));
  const lines = new Set(codeOf(after ?? ''));
  const changedLines = codeOf(before ?? '').filter((line) => !lines.has(line));
  return { added, removed, changedLines, bump: bumpOf({ added, removed, changedLines }) };
}

function bumpOf({ added, removed, changedLines }: Omit<ApiChanges, 'bump'>): Bump | undefined {
  if (removed.length > 0) return 'major';
  // A line that differs may only say more, as an enumeration with one more value does.
  return added.length > 0 || changedLines.length > 0 ? 'minor' : undefined;
}

/** Names of an API report: declarations, and lists such as `export { a, b }`. */
function exportsOf(report: string): string[] {
  const declared =
    /^export (?:declare |abstract |default )*(?:function|class|interface|type|const|enum|namespace) (\w+)/;
  const names = codeOf(report).flatMap((line) => {
    const [, name] = declared.exec(line) ?? [];
    if (name !== undefined) return [name];
    const [, list] = /^export \{ (.*) \}/.exec(line) ?? [];
    return list?.split(',').map((part) => part.trim()) ?? [];
  });
  return [...new Set(names)];
}

/** Without comments, and without what API Extractor says about its own report. */
function codeOf(report: string): string[] {
  // API Extractor ends lines as Windows does.
  const [, code] = /^```ts\n([^]*?)^```/m.exec(report.replaceAll('\r', '')) ?? [];
  if (code === undefined) return noCode(report);
  return code
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(?:\/\/|\*|\/\*)/.test(line));
}

/** A report that cannot be read must not pass for one without changes. */
function noCode(report: string): [] {
  if (report === '') return [];
  throw new Error('This is not a report of API Extractor: it holds no block of TypeScript.');
}

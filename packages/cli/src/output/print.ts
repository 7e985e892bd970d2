/** Prints a result as the user asked for it. */
import { type CliContext, print } from '../context.ts';
import { harmless, type Style, styleOf } from './style.ts';
import { words } from './score.ts';

export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly ndjson?: boolean | undefined;
}

/** JSON where it was asked for, else what `text` makes of it. */
export function printResult(
  context: CliContext,
  flags: OutputFlags,
  result: unknown,
  text: (style: Style) => string,
): void {
  if (flags.ndjson) print(context, JSON.stringify(result));
  else if (flags.json) print(context, JSON.stringify(result, null, 2));
  else print(context, text(styleOf(context.process.stdout, context.process.env)));
}

/** Plain values, one a line, with nested ones under their path. */
export function fieldLines(value: object, style: Style, prefix = ''): string[] {
  return Object.entries(value).flatMap(
    ([name, inner]: [string, object | string | number | null | undefined]) => {
      if (inner === undefined || inner === null) return [];
      const title = prefix + words(name);
      if (typeof inner === 'object') return fieldLines(inner, style, `${title} `);
      return [`${style.dim(title.padEnd(24))}  ${harmless(String(inner))}`];
    },
  );
}

/** Prints a result as the user asked for it. */
import { type CliContext, print } from '../context.ts';
import { harmlessJson, harmlessResult, type Style, styleOf } from './style.ts';
import { words } from './score.ts';

export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly ndjson?: boolean | undefined;
}

/** JSON where it was asked for, else what `text` makes of it, with nothing in it that a terminal obeys. */
export function printResult<Result>(
  context: CliContext,
  flags: OutputFlags,
  result: Result,
  text: (style: Style, result: Result) => string,
): void {
  const { stdout, env } = context.process;
  if (flags.ndjson) print(context, harmlessJson(result));
  else if (flags.json) print(context, harmlessJson(result, 2));
  else print(context, text(styleOf(stdout, env), harmlessResult(result)));
}

/** Plain values, one a line, with nested ones under their path. */
export function fieldLines(value: object, style: Style, prefix = ''): string[] {
  return Object.entries(value).flatMap(
    ([name, inner]: [string, object | string | number | null | undefined]) => {
      if (inner === undefined || inner === null) return [];
      const title = prefix + words(name);
      if (typeof inner === 'object') return fieldLines(inner, style, `${title} `);
      return [`${style.dim(title.padEnd(24))}  ${plain(inner)}`];
    },
  );
}

/** A large count, such as the queries that are left, is read by its thousands. */
const plain = (value: string | number): string =>
  typeof value === 'number' && value >= 10_000 ? value.toLocaleString('en-US') : String(value);

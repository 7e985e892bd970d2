/** `minfraud validate`: every mistake in a file, with its line. */
import { reportFields, transactionFields } from '../../generated/cli-flags.ts';
import { type Issue, validateReport, validateTransaction } from 'minfraud-sdk';
import { type CliContext, print } from '../context.ts';
import { exitCodes } from '../exit.ts';
import { lineFinder, mistakeIn } from '../input/json-places.ts';
import { nameOf, readText } from '../input/read.ts';
import { toModel } from '../input/spelling.ts';
import { counted } from '../output/count.ts';
import { type OutputFlags } from '../output/print.ts';
import { harmless, styleOf } from '../output/style.ts';

interface Flags extends OutputFlags {
  readonly as?: 'transaction' | 'report' | undefined;
}

interface Found {
  readonly line: number;
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export default async function (this: CliContext, flags: Flags, file: string): Promise<void> {
  const text = await readText(this, file);
  const kind = flags.as ?? 'transaction';
  const { requests, issues } = /\.(ndjson|jsonl)$/i.test(file)
    ? checkLines(text, kind)
    : checkDocument(text, kind);
  const { stdout, env } = this.process;
  const style = styleOf(stdout, env);
  if (flags.json) print(this, JSON.stringify({ requests, issues }, null, 2));
  else if (flags.ndjson)
    issues.forEach((issue) => {
      print(this, JSON.stringify(issue));
    });
  else {
    for (const { line, pointer, code, message } of issues) {
      const place = style.cyan(`${nameOf(file)}:${line}`);
      print(
        this,
        `${place}  ${harmless(`${pointer} ${message}`.trim())} ${style.dim(`(${code})`)}`,
      );
    }
    const count = counted(requests, kind);
    const verdict = counted(issues.length, 'issue');
    print(this, `${count}, ${issues.length === 0 ? style.green('no issues') : style.red(verdict)}`);
  }
  if (issues.length > 0) this.process.exitCode = exitCodes.wrongUse;
}

interface Checked {
  readonly requests: number;
  readonly issues: readonly Found[];
}

function checkLines(text: string, kind: 'transaction' | 'report'): Checked {
  const issues: Found[] = [];
  let requests = 0;
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    requests++;
    const value = parsed(line);
    if (value === undefined) issues.push({ ...notJson(line), line: at + 1 });
    else issues.push(...check(value, kind).map((issue) => found(issue, at + 1)));
  }
  return { requests, issues };
}

function checkDocument(text: string, kind: 'transaction' | 'report'): Checked {
  const value = parsed(text);
  if (value === undefined) return { requests: 0, issues: [notJson(text)] };
  const lineOf = lineFinder(text);
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  const issues = list.flatMap((request, at) => {
    const before = Array.isArray(value) ? [at] : [];
    return check(request, kind).map((issue) =>
      found(issue, lineOf([...before, ...keysTo(request, issue)])),
    );
  });
  return { requests: list.length, issues };
}

function check(value: unknown, kind: 'transaction' | 'report'): readonly Issue[] {
  return kind === 'report'
    ? (validateReport(toModel(value, reportFields)).issues ?? [])
    : (validateTransaction(toModel(value, transactionFields)).issues ?? []);
}

/** The path of an issue in the spelling of the file: the wire's, or camelCase. */
function keysTo(request: unknown, { pointer, path }: Issue): (string | number)[] {
  const models = path.split(/[.[\]]+/).filter((part) => part !== '');
  const wires = pointer.slice(1).split('/');
  const keys: (string | number)[] = [];
  let value: unknown = request;
  for (const [depth, wire] of wires.entries()) {
    if (typeof value !== 'object' || value === null) break;
    const key = Object.hasOwn(value, wire) ? wire : (models[depth] ?? wire);
    keys.push(Array.isArray(value) ? Number(key) : key);
    value = Reflect.get(value, key) as unknown;
  }
  return keys;
}

function found({ pointer, code, message }: Issue, line: number): Found {
  return { line, pointer, code, message };
}

function notJson(text: string): Found {
  const { line, column } = mistakeIn(text);
  return { line, pointer: '', code: 'NOT_JSON', message: `is not JSON: see column ${column}` };
}

/** `undefined` for what is not JSON: JSON itself has no such value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

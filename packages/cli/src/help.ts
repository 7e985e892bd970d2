/** Help: what a command is for, how to call it, examples, and its flags in groups. */
import { type Command, type RouteMap, type StricliIntegration } from '@stricli/core';
import { type RequestField } from '../generated/cli-flags.ts';
import { type CliContext } from './context.ts';
import { fieldFlags } from './input/fields.ts';
import { type Style, styleOf, wrap } from './output/style.ts';

/** More values than these are listed only when they are asked for. */
export const manyValues = 20;

interface Help {
  readonly examples: readonly string[];
  /** The request's fields, which get groups of their own. */
  readonly fields?: readonly RequestField[];
  readonly notes?: string;
}

const helps = new WeakMap<object, Help>();

export function documented<Target extends object>(command: Target, help: Help): Target {
  helps.set(command, help);
  return command;
}

/** How the command of a command line is called, for who called it without something. */
export function exampleFor(group: RouteMap<CliContext>, typed: readonly string[]): string {
  let target: RouteMap<CliContext> | Command<CliContext> = group;
  for (const word of typed) {
    const next: RouteMap<CliContext> | Command<CliContext> | undefined =
      'getRoutingTargetForInput' in target ? target.getRoutingTargetForInput(word) : undefined;
    if (next === undefined) break;
    target = next;
  }
  const command = 'getDefaultCommand' in target ? target.getDefaultCommand() : target;
  const [example] = command === undefined ? [] : (helps.get(command)?.examples ?? []);
  return example === undefined ? 'See --help.' : `For example: ${example}`;
}

/** `--help` and `-h`, everywhere; also what a group of commands does without one. */
export const helpIntegration: StricliIntegration<CliContext> = {
  flag: {
    brief: 'show this help',
    aliases: ['h'],
    global: true,
    complete: true,
    defaultForRouteMap: true,
    run(_app, { result }) {
      const { stdout } = this.process;
      const style = styleOf(stdout, this.process.env ?? {});
      const { target, prefix } = result;
      const lines =
        'getAllEntries' in target
          ? groupHelp(target, prefix, style)
          : commandHelp(target, prefix, style);
      stdout.write(`${lines.join('\n')}\n`);
    },
  },
};

const firstSteps = [
  'minfraud insights --ip 203.0.113.200 --email customer@example.com --amount 49.95 --currency USD --emulator',
  'minfraud batch orders.csv --service insights --out results.ndjson --emulator',
  'minfraud login',
];

function groupHelp(group: RouteMap<never>, prefix: readonly string[], style: Style): string[] {
  const isRoot = prefix.length === 1;
  const entries = group.getAllEntries().filter(({ hidden }) => !hidden);
  const rows: Row[] = entries.map(({ name, target }) => [name.original, target.brief]);
  const own = group.getDefaultCommand();
  const more = `To see the flags of a command, run "${prefix.join(' ')} COMMAND --help".`;
  const first = entries[0]?.name.original ?? '';
  const notes = [
    ...(own === undefined ? [more] : [`${more} For a file named ${first}, write ./${first}.`]),
    ...(isRoot ? footer : []),
  ];
  return [
    ...(own === undefined
      ? [wrap(`${group.brief}.`, style.width)]
      : commandHelp(own, prefix, style)),
    '',
    ...(isRoot ? [...examples(firstSteps, style), ''] : []),
    style.bold('Commands'),
    ...table(rows, style),
    '',
    ...notes.map((line) => wrap(line, style.width)),
  ];
}

const footer = [
  'With --emulator, a command calls an emulator in this process: no account is needed, and nothing is billed.',
  'Credentials come from MAXMIND_ACCOUNT_ID and MAXMIND_LICENSE_KEY, or from "minfraud login".',
  'Exit codes: 0 success, 1 rejected by the service, 2 wrong usage or input, 3 network failure, 4 rows in doubt, 130 interrupted.',
];

/** A long one goes on in further lines, as a shell takes it. */
function examples(lines: readonly string[], style: Style): string[] {
  return [
    style.bold('Examples'),
    ...lines.flatMap((line) => {
      const parts = line.split(/ (?=--|\||<|>)/);
      const broken: string[] = [];
      let current = '';
      for (const part of parts) {
        const longer = current === '' ? part : `${current} ${part}`;
        // Two at the left, and two for the sign of the line break.
        if (current === '' || longer.length + (broken.length === 0 ? 4 : 6) <= style.width) {
          current = longer;
          continue;
        }
        broken.push(current);
        current = part;
      }
      broken.push(current);
      return broken.map((text, at) => {
        const indent = at === 0 ? '  ' : '    ';
        return `${indent}${text}${at === broken.length - 1 ? '' : ' \\'}`;
      });
    }),
  ];
}

type Row = readonly [name: string, brief: string];

function commandHelp(command: Command<never>, prefix: readonly string[], style: Style): string[] {
  const help = helps.get(command) ?? { examples: [] };
  const { flags = {}, positional } = command.parameters;
  const fields = fieldFlags(help.fields ?? []);
  const fieldNames = new Set(fields.map(({ name }) => name));
  const groups = new Map<string, Row[]>();
  for (const { name, path } of fields) {
    const at = path.indexOf('.');
    const group = at < 0 ? 'Fields' : title(path.slice(0, at));
    const flag = flags[name];
    if (flag === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), rowOf(name, flag)]);
  }
  const others = Object.entries(flags)
    .filter(([name, flag]) => !fieldNames.has(name) && !('hidden' in flag && flag.hidden))
    .map(([name, flag]) => rowOf(name, flag));
  const positions =
    positional?.kind === 'array' ? [positional.parameter] : (positional?.parameters ?? []);
  const usage = positions.map(({ placeholder = 'value', optional }) =>
    optional === true ? `[${placeholder.toUpperCase()}]` : placeholder.toUpperCase(),
  );
  const required = Object.entries(flags)
    .filter(([, { kind, optional }]) => kind !== 'boolean' && kind !== 'counter' && !optional)
    .map(([name, flag]) => rowOf(name, flag)[0]);
  const hasFlags = Object.keys(flags).length > 0;
  return [
    wrap(`${command.brief}.`, style.width),
    ...(help.notes === undefined ? [] : [wrap(help.notes, style.width)]),
    '',
    style.bold('Usage'),
    `  ${[...prefix, ...usage, ...required, ...(hasFlags ? ['[FLAGS]'] : [])].join(' ')}`,
    ...table(
      positions.map(({ placeholder = 'value', brief }) => [placeholder.toUpperCase(), brief]),
      style,
    ),
    '',
    ...examples(help.examples, style),
    ...[...groups].flatMap(([group, rows]) => ['', style.bold(group), ...table(rows, style)]),
    '',
    style.bold('Flags'),
    ...table([...others, ['--help', 'show this help']], style),
  ];
}

type Flag = NonNullable<Command<never>['parameters']['flags']>[string];

function rowOf(name: string, flag: Flag): Row {
  const choices = flag.kind === 'enum' ? flag.values : [];
  const isShort = choices.join('|').length + name.length < 24;
  const placeholder =
    flag.kind === 'parsed'
      ? ` ${(flag.placeholder ?? 'value').toUpperCase()}`
      : flag.kind === 'enum'
        ? ` ${isShort ? choices.join('|') : 'VALUE'}`
        : '';
  const values = flag.kind === 'enum' && !isShort ? `: ${valuesOf(name, choices)}` : '';
  const again =
    flag.kind === 'parsed' && flag.variadic !== undefined && flag.variadic !== false
      ? '; can be given more than once'
      : '';
  const negative = flag.kind === 'boolean' && flag.withNegated !== false ? `; or --no-${name}` : '';
  return [`--${name}${placeholder}`, `${flag.brief}${values}${again}${negative}`];
}

/** A help of which half is one list is not read. */
function valuesOf(name: string, values: readonly string[]): string {
  if (values.length <= manyValues) return values.join(', ');
  return `${values.slice(0, 3).join(', ')} and ${values.length - 3} more: "--${name} list" lists them`;
}

/** On a narrow terminal the text goes below the name. */
function table(rows: readonly Row[], style: Style): string[] {
  const longest = Math.min(26, Math.max(0, ...rows.map(([name]) => name.length)));
  const isNarrow = style.width - longest - 4 < 24;
  const indent = isNarrow ? 6 : longest + 4;
  return rows.map(([name, brief]) => {
    if (isNarrow) {
      return `  ${style.cyan(name)}\n${' '.repeat(indent)}${wrap(brief, style.width - indent, indent)}`;
    }
    const text = wrap(brief, style.width - indent, indent);
    const gap =
      name.length > longest ? `\n${' '.repeat(indent)}` : ' '.repeat(indent - 2 - name.length);
    return `  ${style.cyan(name)}${gap}${text}`;
  });
}

/** `creditCard` → `Credit card`. */
function title(name: string): string {
  const spaced = name.replace('[]', '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

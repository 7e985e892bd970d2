/** Help: an example first, then what a command is for, then its flags in groups. */
import { type Command, type RouteMap, type StricliIntegration } from '@stricli/core';
import { type RequestField } from '../generated/cli-flags.ts';
import { type CliContext } from './context.ts';
import { fieldFlags } from './input/fields.ts';
import { type Style, styleOf, wrap } from './output/style.ts';

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

/** `--help` and `-h`, everywhere; also what a group of commands does without one. */
export const helpIntegration: StricliIntegration<CliContext> = {
  flag: {
    brief: 'show this',
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
  if (own !== undefined) {
    return [
      ...commandHelp(own, prefix, style),
      '',
      style.bold('Commands'),
      ...table(rows, style),
      '',
      `"${prefix.join(' ')} COMMAND --help" tells more. A file of such a name is ./${entries[0]?.name.original ?? ''}.`,
    ];
  }
  return [
    ...(isRoot ? [style.bold('Examples'), ...firstSteps.map((line) => `  ${line}`), ''] : []),
    `${group.brief}.`,
    '',
    style.bold('Commands'),
    ...table(rows, style),
    '',
    `"${prefix.join(' ')} COMMAND --help" tells more.`,
    ...(isRoot
      ? [
          '--emulator runs a command against a service in this process: no account, nothing is billed.',
          'Credentials: MAXMIND_ACCOUNT_ID and MAXMIND_LICENSE_KEY, or "minfraud login".',
          'Exit codes: 0 done, 1 refused by the service, 2 wrong use or input, 3 network, 4 rows in doubt.',
        ]
      : []),
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
  const hasFlags = Object.keys(flags).length > 0;
  return [
    style.bold('Examples'),
    ...help.examples.map((line) => `  ${line}`),
    '',
    `${command.brief}.`,
    ...(help.notes === undefined ? [] : [wrap(help.notes, style.width)]),
    '',
    `${style.bold('Usage')}  ${[...prefix, ...usage, ...(hasFlags ? ['[FLAGS]'] : [])].join(' ')}`,
    ...table(
      positions.map(({ placeholder = 'value', brief }) => [placeholder.toUpperCase(), brief]),
      style,
    ),
    ...[...groups].flatMap(([group, rows]) => ['', style.bold(group), ...table(rows, style)]),
    '',
    style.bold('Flags'),
    ...table([...others, ['--help', 'show this']], style),
  ];
}

type Flag = NonNullable<Command<never>['parameters']['flags']>[string];

function rowOf(name: string, flag: Flag): Row {
  const placeholder =
    flag.kind === 'parsed' ? ` ${(flag.placeholder ?? 'value').toUpperCase()}` : '';
  const values = flag.kind === 'enum' ? `: ${flag.values.join(', ')}` : '';
  const again =
    flag.kind === 'parsed' && flag.variadic !== undefined && flag.variadic !== false
      ? '; may be repeated'
      : '';
  const negative = flag.kind === 'boolean' && flag.withNegated !== false ? `; or --no-${name}` : '';
  return [`--${name}${placeholder}`, `${flag.brief}${values}${again}${negative}`];
}

function table(rows: readonly Row[], style: Style): string[] {
  const longest = Math.min(26, Math.max(0, ...rows.map(([name]) => name.length)));
  const indent = longest + 4;
  return rows.map(([name, brief]) => {
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

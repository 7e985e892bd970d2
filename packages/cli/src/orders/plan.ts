/** From the user's flags and the first rows of a file to a mapping, with everything that is to be corrected. */
import { type CliContext, say } from '../context.ts';
import { CommandError } from '../exit.ts';
import { harmless, wrap } from '../output/style.ts';
import { pointerOf } from './cells.ts';
import { columnsOf } from './columns.ts';
import { paymentOf } from './gateways.ts';
import { type Input } from './input.ts';
import { type InputFlags, type Mapping, mappingFlags } from './mapping.ts';
import { requestMaker } from './request.ts';
import { rowsOf } from './rows.ts';
import { showMapping, widthOf } from './show.ts';

/** Orders that are read before anything is sent, to find what must be asked. */
const firstOrders = 5000;

/** In bytes, of rows with thousands of columns. */
const firstBytes = 2 * 1024 * 1024;

/** Lines of problems that are told at once. */
const mostProblems = 10;

/** Shows the mapping and asks what must be asked, by refusing to begin. */
export async function mappingOf(
  context: CliContext,
  input: Input,
  flags: InputFlags,
): Promise<Mapping> {
  if (input.kind === 'ndjson') return mappingOfNdjson(flags);
  const { mapping, problems } = columnsOf(input.header, flags);
  showMapping(context, input.header, mapping, flags.from === undefined);
  const found =
    problems.length > 0 ? { questions: [], notes: [] } : await firstLook(input, mapping);
  refuse([...problems, ...found.questions]);
  for (const note of [...found.notes, ...warnings(mapping)]) {
    say(context, `  ${wrap(harmless(note), widthOf(context) - 2, 2)}`);
  }
  return mapping;
}

/** What the user says of objects, whose members name themselves. */
export function mappingOfNdjson(flags: InputFlags): Mapping {
  const keep = flags.keep ?? [];
  const tables = mappingFlags.filter((name) => {
    const value = flags[name];
    return name !== 'keep' && name !== 'set' && value !== undefined && value.length > 0;
  });
  refuse(tables.map((name) => `--${name} is for CSV: NDJSON names its fields itself.`));
  const { mapping, problems } = columnsOf([], { set: flags.set });
  refuse(problems.filter((problem) => problem.startsWith('--set')));
  const { set } = mapping;
  return {
    columns: [],
    ...(keep.length === 0 ? {} : { keep }),
    ...(set === undefined ? {} : { set }),
  };
}

/** Everything that is to be corrected at once, in ten lines at most. */
export function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const [first = ''] = problems;
  if (problems.length === 1) throw new CommandError(first);
  const listed = problems.slice(0, mostProblems - 1).map((problem) => `  ${problem}`);
  const left = problems.length - listed.length;
  if (left > 0) listed.push(`  and ${left} more.`);
  throw new CommandError(
    [`${problems.length} problems to correct before anything is sent:`, ...listed].join('\n'),
  );
}

/** What a cell can be read as in more than one way: the user has to say. */
const questionCodes = ['AMBIGUOUS_NUMBER', 'NO_TIME_ZONE', 'NO_DATE_ORDER', 'NO_TIME_OF_DAY'];

async function firstLook(
  input: Input,
  mapping: Mapping,
): Promise<{ readonly questions: readonly string[]; readonly notes: readonly string[] }> {
  const { header } = input;
  const prepare = requestMaker(header, mapping, 'throw');
  const questions = new Map<string, string>();
  const unknown = new Map<string, number>();
  const gateway = mapping.columns.indexOf('payment.gateway');
  let orders = 0;
  let bytes = 0;
  const see = (chunk: Buffer): void => {
    bytes += chunk.length;
  };
  for await (const row of rowsOf(input, mapping, see)) {
    const payment = row.cells?.[gateway] ?? '';
    if (payment !== '' && paymentOf(payment) === undefined) {
      unknown.set(payment, (unknown.get(payment) ?? 0) + 1);
    }
    const prepared = prepare(row);
    if ('issues' in prepared) {
      for (const { pointer, code, message } of prepared.issues) {
        const key = `${code} ${pointer}`;
        if (!questionCodes.includes(code) || questions.has(key)) continue;
        const heading = headingOf(pointer, header, mapping);
        const advice = message.replace('COLUMN', `"${heading}"`);
        questions.set(key, `"${heading}", line ${row.line}: ${advice}.`);
      }
    }
    if (++orders >= firstOrders || bytes > firstBytes) break;
  }
  const notes =
    unknown.size === 0
      ? []
      : [
          `"${header[gateway] ?? ''}" has payment methods that minFraud does not know, which are left out: ${listOf([...unknown.keys()])}.`,
        ];
  return { questions: [...questions.values()], notes };
}

function headingOf(pointer: string, header: readonly string[], { columns }: Mapping): string {
  const at = columns.findIndex(
    (column) => column !== null && pointerOf(column.replace(/:\w+$/, '')) === pointer,
  );
  return header[at] ?? pointer;
}

function listOf(words: readonly string[]): string {
  const shown = words.slice(0, 5).map((word) => `"${word.slice(0, 30)}"`);
  return shown.join(', ') + (words.length > shown.length ? ', …' : '');
}

/** What is missing of an order that results turn on. */
function warnings({ columns, set = {} }: Mapping): string[] {
  const has = (place: string): boolean =>
    place in set || columns.some((column) => column?.replace(/:\w+$/, '') === place);
  const found: string[] = [];
  if (!has('device.ipAddress')) {
    found.push(
      'Warning: no column has the customer\'s IP address, so results cannot take it into account. If there is one, name it with --map "COLUMN=device.ipAddress".',
    );
  }
  if (has('order.amount') && !has('order.currency')) {
    found.push(
      'Warning: no column has the currency of the amounts. If they all have the same one, add --set order.currency=EUR.',
    );
  }
  return found;
}

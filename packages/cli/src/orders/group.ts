/** Makes the rows of one order one: an order is rows that follow each other and have the same ID. */
import { CommandError } from '../exit.ts';
import { type Input } from './input.ts';
import { type Mapping } from './mapping.ts';
import { type Row } from './row.ts';
import { SeenIds } from './seen-ids.ts';

/** A column with the same value in so many rows is no order's ID. */
const mostRows = 1000;

interface Group {
  readonly id: string;
  readonly first: Row;
  readonly more: (readonly string[])[];
  rows: number;
}

/** Rows of one order made one, where the mapping says by which column; else each row as it is. */
export async function* gathered(
  rows: AsyncIterable<Row>,
  { path, header }: Pick<Input, 'path' | 'header'>,
  { columns, groupBy }: Pick<Mapping, 'columns' | 'groupBy'>,
): AsyncGenerator<Row, void, undefined> {
  if (typeof groupBy !== 'number') {
    yield* groupBy === 'none' ? rows : withoutRepeats(rows, header, columns);
    return;
  }
  const name = header[groupBy] ?? '';
  const seen = new SeenIds();
  let count = 0;
  let group: Group | undefined;
  const ended = ({ first, more, rows: length }: Group): Row => {
    count++;
    const { line, cells = [] } = first;
    const problem =
      length > mostRows
        ? `has ${length} rows: is "${name}" the ID of an order? See --group-by`
        : differences({ cells, more, columns, header, name });
    return problem === undefined
      ? { row: count, line, cells, more }
      : { row: count, line, problem };
  };
  for await (const row of rows) {
    if (row.cells === undefined) {
      // It may be an item of the order under way, which goes on behind it.
      count++;
      yield { ...row, row: count };
      continue;
    }
    const id = row.cells[groupBy] ?? '';
    if (group !== undefined && id !== '' && group.id === id) {
      group.rows++;
      if (group.rows <= mostRows) group.more.push(row.cells);
      continue;
    }
    if (group !== undefined) yield ended(group);
    group = undefined;
    if (id === '') {
      count++;
      const problem = `has no "${name}", so it belongs to no order: see --group-by`;
      yield { row: count, line: row.line, problem };
      continue;
    }
    if (!seen.add(id)) {
      throw new CommandError(
        `${path}:${row.line}: the "${name}" of this row was already used in an earlier row that is not adjacent. Sort the file by "${name}", so that an order is not scored twice.`,
      );
    }
    group = { id, first: row, more: [], rows: 1 };
  }
  if (group !== undefined) yield ended(group);
}

/** Line items that nobody said to be one order would each be scored, and paid for, as an order. */
async function* withoutRepeats(
  rows: AsyncIterable<Row>,
  header: readonly string[],
  columns: Mapping['columns'],
): AsyncGenerator<Row, void, undefined> {
  const at = columns.indexOf('event.transactionId');
  const name = header[at] ?? '';
  let last = '';
  for await (const row of rows) {
    const id = row.cells?.[at] ?? '';
    if (id === '' || id !== last) yield row;
    else {
      const problem = `has the "${name}" of the row before: --group-by "${name}" makes such rows one order, --group-by - scores each`;
      yield { row: row.row, line: row.line, problem };
    }
    if (id !== '') last = id;
  }
}

interface Rows {
  readonly cells: readonly string[];
  readonly more: readonly (readonly string[])[];
  readonly columns: Mapping['columns'];
  readonly header: readonly string[];
  readonly name: string;
}

/** Where rows of one ID say different things of the order itself, they are no line items of one order. */
function differences({ cells, more, columns, header, name }: Rows): string | undefined {
  if (more.length === 0) return undefined;
  for (const [at, column] of columns.entries()) {
    if (column === null || column.startsWith('shoppingCart[]')) continue;
    const values = [cells, ...more].map((row) => row[at] ?? '').filter((value) => value !== '');
    if (new Set(values).size > 1) {
      return `has rows with one "${name}" and different "${header[at] ?? ''}": they are not one order`;
    }
  }
  return undefined;
}

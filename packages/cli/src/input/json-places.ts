/** Where in a JSON text something stands, for people: lines and columns from 1. */
import { parse, type ValueNode } from '@humanwhocodes/momoa';

/** Where a text stops being JSON; the text itself is not quoted, since it may hold a card number. */
export function mistakeIn(text: string): { readonly line: number; readonly column: number } {
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number };
    if (line !== undefined && column !== undefined) return { line, column };
  }
  return { line: text.split('\n').length, column: 1 };
}

/** Tells for a path the line of the value, or of the nearest one around it. */
export function lineFinder(text: string): (path: readonly (string | number)[]) => number {
  const { body } = parse(text, { mode: 'json' });
  return (path) => {
    let node: ValueNode = body;
    for (const key of path) {
      const inner = memberOf(node, key);
      if (inner === undefined) break;
      node = inner;
    }
    return node.loc.start.line;
  };
}

function memberOf(node: ValueNode, key: string | number): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(key)]?.value;
  if (node.type !== 'Object') return undefined;
  // The last of two with one name: the one that JSON.parse keeps.
  return node.members.findLast(({ name }) => name.type === 'String' && name.value === key)?.value;
}

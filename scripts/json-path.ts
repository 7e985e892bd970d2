/** JSONPath (RFC 9535), by json-p3, which passes the compliance suite of the standard; and what to say of a path that finds nothing. */
import { jsonpath } from 'json-p3';
import { nearestName } from '../src/formats/nearest-name.ts';
import { isRecord } from '../src/formats/record.ts';

/** Where a node stands: names of members and indexes of lists, from the root. */
export type Path = readonly (string | number)[];

/** The places that an expression selects, in its order; throws an Error that says why it is no JSONPath. */
export function find(document: unknown, expression: string): Path[] {
  return jsonpath.query(expression, document as never).nodes.map(({ location }) => location);
}

/** The value at a place; `undefined` where there is none. */
export function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Record<string | number, unknown> | undefined)?.[key],
    document,
  );
}

/** How far an expression that finds nothing does lead, and what stands there under a similar name. */
export function hintFor(document: unknown, expression: string): string {
  const lastSegment =
    /(?:\.([\p{L}\p{N}_-]+)|\[\s*'([^']*)'\s*\]|\[\s*"([^"]*)"\s*\]|\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\])$/u;
  for (let rest = expression; ;) {
    const segment = lastSegment.exec(rest);
    if (segment === null) return '';
    rest = rest.slice(0, segment.index);
    const [found] = tryFind(document, rest);
    if (found === undefined) continue;
    const node = at(document, found);
    const name = segment[1] ?? segment[2] ?? segment[3];
    if (name === undefined || !isRecord(node)) return `; ${rest} does`;
    const near = nearestName(name, Object.keys(node));
    return `: ${rest} has no "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`;
  }
}

function tryFind(document: unknown, expression: string): Path[] {
  try {
    return find(document, expression);
  } catch {
    return [];
  }
}

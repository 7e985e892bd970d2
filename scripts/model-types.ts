/** Step: the public types (generated/models/), by @hey-api/openapi-ts. */
import type { UserConfig } from '@hey-api/openapi-ts';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type OpenApiDocument, type Schema, schemasOf } from './document.ts';
import { resolvePeer } from './peers.ts';

type Plugin = Exclude<NonNullable<UserConfig['plugins']>[number], string>;
type Resolvers = NonNullable<Extract<Plugin, { name: '@hey-api/typescript' }>['~resolvers']>;

/**
 * What the generator's own types lack. It prints the type that a resolver gives, or its own for `undefined`.
 * They are written into its configuration as they stand here, so each is complete in itself.
 *
 * - In a request a time may be a `Date`, a link a `URL`, a list read-only, and an optional property
 *   `undefined` (under exactOptionalPropertyTypes `{ a: x?.y }` would not compile otherwise).
 * - An open enumeration takes any other string: `(string & {})` stops the compiler from merging it with the
 *   known values.
 */
/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- `$` makes what its types call classes */
const resolvers: Resolvers = {
  string: ({ $, schema }) =>
    typeof schema['x-takes'] === 'string'
      ? $.type.or($.type(schema['x-takes']), $.type('string'))
      : undefined,
  enum: ({ $, schema, nodes, ...context }) =>
    schema['x-extensible-enum'] === undefined
      ? undefined
      : $.type.or(
          ...nodes.items({ $, schema, nodes, ...context }).enumMembers,
          $.type.and($.type('string'), $.type.object()),
        ),
  array: ({ $, schema, walk, walkerCtx }) =>
    schema['x-request'] === true && schema.items?.[0] !== undefined
      ? $.type('ReadonlyArray').generic(walk(schema.items[0], walkerCtx).type)
      : undefined,
  object: (context) => {
    const { $, nodes, walk } = context;
    const { properties = {}, required = [], 'x-request': isRequest } = context.schema;
    return isRequest === true
      ? nodes.base({
          ...context,
          walk: (property, walkerCtx) => {
            const result = walk(property, walkerCtx);
            return Object.keys(properties).some(
              (name) => properties[name] === property && !required.includes(name),
            )
              ? { ...result, type: $.type.or(result.type, $.type('undefined')) }
              : result;
          },
        })
      : undefined;
  },
};
/* eslint-enable @typescript-eslint/no-unsafe-class-instance-assignment */

/**
 * TypeScript source of every schema of the model view, as the generator prints it.
 *
 * The generator runs as a program of its own: it keeps state between runs in one process, and ends the
 * process when it fails.
 *
 * @param requests - The names of the schemas that a program writes values for.
 */
export async function modelTypes(
  view: OpenApiDocument,
  requests: ReadonlySet<string>,
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'model-types-'));
  try {
    const input = join(directory, 'model-view.json');
    const config = join(directory, 'openapi-ts.config.mjs');
    await writeFile(input, JSON.stringify(marked(view, requests)));
    await writeFile(config, configuration(input, join(directory, 'out')));
    await promisify(execFile)(process.execPath, [generatorProgram(), '--file', config], {
      cwd: directory,
    });
    return await readFile(join(directory, 'out', 'types.gen.ts'), 'utf8');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Marks what the resolvers treat otherwise in requests. */
function marked(view: OpenApiDocument, requests: ReadonlySet<string>): OpenApiDocument {
  const schemas = Object.entries(schemasOf(view)).map(([name, schema]) => [
    name,
    requests.has(name) ? asRequest(schema) : schema,
  ]);
  return {
    ...view,
    components: { schemas: Object.fromEntries(schemas) as Record<string, Schema> },
  };
}

function asRequest(schema: Schema): object {
  const { properties, items, additionalProperties, format } = schema;
  const takes = schema['x-accepts-url'] === true ? 'URL' : 'Date';
  const isWider = takes === 'URL' || format === 'date-time';
  return {
    ...schema,
    'x-request': true,
    ...(isWider && { 'x-takes': takes }),
    ...(items && { items: asRequest(items) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: asRequest(additionalProperties),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, asRequest(property)]),
      ),
    }),
  };
}

function configuration(input: string, path: string): string {
  const options: UserConfig = {
    input,
    output: { path, header: [], entryFile: false },
    logs: { level: 'silent', file: false },
  };
  const code = Object.entries(resolvers).map(([type, resolver]) => `${type}: ${String(resolver)}`);
  const plugin = `{ name: '@hey-api/typescript', '~resolvers': { ${code.join(', ')} } }`;
  // tsx wraps functions inside of functions in a call of its own `__name`.
  return `const __name = (named) => named;
export default { ...${JSON.stringify(options)}, plugins: [${plugin}] };`;
}

/** Next to this compiler, or in the project whose folder npm starts a script in. */
function generatorProgram(): string {
  const manifest = resolvePeer('@hey-api/openapi-ts/package.json');
  return join(dirname(manifest), 'bin', 'run.js');
}

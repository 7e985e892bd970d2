/** Step 1: reads the split spec and makes one document of it, every reference local. */
import type * as openapiCore from '@redocly/openapi-core';
import { basename, extname, join, relative } from 'node:path';
import type { ReadSource } from './check-subset.ts';
import type { OpenApiDocument, Schema } from './document.ts';
import { loadPeer } from './peers.ts';
import { sortComponents } from './sort-components.ts';
import { SpecError } from './spec-error.ts';

/**
 * Bundles `openapi.yaml` of a folder. A referenced file becomes the component that is called like the
 * file. Components are sorted by name, so that moving a reference does not reorder the output.
 *
 * @param read - Gives the content of a file, with its parts written out.
 */
export async function bundle(specDirectory: string, read: ReadSource): Promise<OpenApiDocument> {
  const redocly = loadPeer('@redocly/openapi-core') as typeof openapiCore;
  const config = await redocly.createConfig({});
  const resolver = new redocly.BaseResolver(config.resolve);
  resolver.loadExternalRef = (path) => {
    const file = relative(specDirectory, path).replaceAll('\\', '/');
    return Promise.resolve(
      new redocly.Source(path, JSON.stringify(read(file)), 'application/json'),
    );
  };
  const result = await redocly.bundle({
    config,
    ref: join(specDirectory, 'openapi.yaml'),
    externalRefResolver: resolver,
  });
  const errors = result.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    throw new SpecError(
      errors.map((problem) => ({
        file: relative(specDirectory, problem.location[0]?.source.absoluteRef ?? 'openapi.yaml'),
        pointer: problem.location[0]?.pointer?.replace(/^#/, '') ?? '',
        message: problem.message,
      })),
    );
  }
  const document = result.bundle.parsed as OpenApiDocument;
  localiseModelProperties(document);
  return sortComponents(document);
}

/** Redocly leaves references inside extensions as they are: names of files. */
function localiseModelProperties({ components }: OpenApiDocument): void {
  for (const schema of Object.values(components?.schemas ?? {})) {
    for (const property of Object.values(schema['x-model-properties'] ?? {})) localise(property);
  }
}

function localise(schema: Schema): void {
  const { $ref, items } = schema;
  if ($ref !== undefined && !$ref.startsWith('#')) {
    schema.$ref = `#/components/schemas/${basename($ref, extname($ref))}`;
  }
  if (items !== undefined) localise(items);
}

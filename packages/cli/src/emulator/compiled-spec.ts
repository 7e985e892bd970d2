/** The document of an edited spec: a folder, a YAML file, or the shipped spec with overlays. */
import { createRequire } from 'node:module';
import { loadSpec, MissingPeerError, requirePeers, SpecError } from '../compiler.ts';
import { CommandError } from '../exit.ts';

export async function loadSpecDocument(
  path: string | undefined,
  isFolder: boolean,
  overlays: readonly string[],
): Promise<object> {
  const spec = path ?? createRequire(import.meta.url).resolve('minfraud-sdk/openapi.json');
  try {
    if (isFolder) requirePeers('A spec that is a folder', ['@redocly/openapi-core']);
    return (await loadSpec({ spec, overlays })).document;
  } catch (error) {
    if (error instanceof SpecError) {
      throw new CommandError(`The spec could not be compiled:\n${error.message}`);
    }
    if (error instanceof MissingPeerError) throw new CommandError(error.message);
    throw error;
  }
}

/** The command `npm run spec:diff`: what a change of the spec means for users, and for the next version. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Print } from '../print.ts';
import type { OpenApiDocument } from '../document.ts';
import { specChanges } from './changes.ts';
import { readDocument, UnreadableDocumentError } from './read-document.ts';
import { SpecError } from '../spec-error.ts';
import { reportChanges } from './report.ts';

const usage = `npm run spec:diff -- BASE [REVISION]

  BASE, REVISION  a bundled document, the folder of a spec or of a generated client, or a revision of git
                  whose generated/openapi.json is meant
                  (default of REVISION: generated/openapi.json as it is now)
`;

/** Gives the exit status: 0 nothing breaks, 1 something does, 2 wrong usage. */
export async function runSpecDiff(parameters: readonly string[], print: Print): Promise<number> {
  const [base, revision = 'generated/openapi.json', ...others] = parameters;
  if (base === undefined || others.length > 0 || base.startsWith('-')) {
    print(usage);
    return 2;
  }
  try {
    const changes = await specChanges(await read(base), await read(revision));
    return reportChanges(changes, 'minfraud-sdk', print) ? 1 : 0;
  } catch (error) {
    if (error instanceof UnreadableDocumentError) print(`${error.message}\n\n${usage}`);
    // A revision of git from before an extension was called otherwise.
    else if (error instanceof SpecError) print(`${base} cannot be compared:\n${error.message}\n`);
    else throw error;
    return 2;
  }
}

/** A file or folder, or what git has of the generated document at a revision. */
async function read(name: string): Promise<OpenApiDocument> {
  if (existsSync(name)) return readDocument(name);
  let text: string;
  try {
    const parameters = ['show', `${name}:generated/openapi.json`];
    const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: 'pipe' } as const;
    text = execFileSync('git', parameters, options);
  } catch {
    throw new UnreadableDocumentError(
      `${name} is neither a file nor a folder, nor a revision of git with generated/openapi.json.`,
    );
  }
  return JSON.parse(text) as OpenApiDocument;
}

/** The command `npm run generate`: what its options mean. */
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandOf, runGuarded, sharedOptions, sourceOf } from './command-run.ts';
import { compile } from './compile.ts';
import type { OpenApiDocument } from './document.ts';
import { errorCodesPage } from './error-codes/page.ts';
import type { Print } from './print.ts';

const usage = `npm run generate -- [--check] [--spec DIR|FILE] [--overlay FILE]... [--out DIR] [--runtime SPECIFIER]

  --spec DIR|FILE  folder with openapi.yaml and what it refers to, or one bundled document (default: spec)
  --overlay FILE   an OpenAPI Overlay to apply; several are applied in the order given
  --out DIR        folder that gets the generated files (default: generated; then also packages/cli/generated
                   and the pages docs/error-codes.md and docs/services.md)
  --runtime SPECIFIER
                   what the generated files import the types of operations and tables from
                   (default: the way from DIR to src/operation.ts)
  --check          write nothing; fail and name the files that the spec no longer compiles to
`;

/** Gives the exit status: 0 done, 1 stale or refused, 2 wrong usage. */
export function runCommandLine(parameters: readonly string[], print: Print): Promise<number> {
  return runGuarded({ print, complain: print, help: usage }, async () => {
    const { values } = parseArgs({
      args: [...parameters],
      options: { ...sharedOptions, runtime: { type: 'string' } },
    });
    if (values.help === true) return usage;
    const { spec = 'spec', overlay = [], out = 'generated', runtime, check = false } = values;
    const folder = resolve(out);
    const files = await compile(sourceOf(spec, overlay), {
      runtime: runtime ?? runtimeFrom(folder),
      known: analyzed(),
      isOwn: values.spec === undefined,
      cliFlags: values.out === undefined ? '../packages/cli/generated/cli-flags.ts' : undefined,
    });
    if (values.out === undefined) {
      const document = JSON.parse(files.get('openapi.json') ?? '{}') as OpenApiDocument;
      const codes = readFileSync('src/codes.ts', 'utf8');
      files.set('../docs/error-codes.md', errorCodesPage(document, codes));
      files.set(servicesFile, await servicesOf(document, folder));
    }
    const again = commandOf('npm run generate', '--', {
      spec: values.spec,
      overlay,
      out: values.out,
      runtime,
    });
    return { check, compiled: { out: folder, again, files } };
  });
}

/** Where readers of this repository find each operation. */
const servicesFile = '../docs/services.md';

/** With Prettier, which the command line of users does without. */
async function servicesOf(document: OpenApiDocument, folder: string): Promise<string> {
  const [{ format, resolveConfig }, { servicesPage }] = await Promise.all([
    import('prettier'),
    import('./services-page.ts'),
  ]);
  const filepath = resolve(folder, servicesFile);
  return format(servicesPage(document), { ...(await resolveConfig(filepath)), filepath });
}

/** The document that was compiled last, whose patterns were analyzed then. */
function analyzed(): unknown {
  const path = 'generated/openapi.json';
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** The types in this repository, as a module in `out` names them. */
function runtimeFrom(out: string): string {
  const path = relative(out, resolve('src/operation.ts')).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

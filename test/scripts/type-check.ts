/** Type-checks programs that exist only in the test against files on disk, with the strict flags. */
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  // As in tsconfig.json.
  lib: ['lib.es2023.d.ts', 'lib.es2024.string.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // Our packages are read from their sources.
  customConditions: ['minfraud-source'],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  // The standard library's own files, not ours.
  skipLibCheck: true,
};

/**
 * The compiler's complaints, each as `file:line: text`; files are named relative to `folder`.
 * @param looser options in place of the strict ones, for programs that readers write.
 */
export function typeErrors(
  folder: string,
  programs: Readonly<Record<string, string>>,
  looser: ts.CompilerOptions = {},
): string[] {
  const flags = { ...options, ...looser };
  const host = ts.createCompilerHost(flags);
  const texts = new Map(
    Object.entries(programs).map(([file, text]) => [resolve(folder, file), text]),
  );
  const overlaid: ts.CompilerHost = {
    ...host,
    readFile: (file) => texts.get(resolve(file)) ?? host.readFile(file),
    fileExists: (file) => texts.has(resolve(file)) || host.fileExists(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(resolve(file));
      return text === undefined
        ? host.getSourceFile(file, version, ...rest)
        : ts.createSourceFile(file, text, version);
    },
  };
  const program = ts.createProgram([...texts.keys()], flags, overlaid);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (file === undefined || start === undefined) return text;
    const name = resolve(file.fileName).replace(join(resolve(folder), '/'), '');
    return `${name}:${file.getLineAndCharacterOfPosition(start).line + 1}: ${text}`;
  });
}

/** The folder with the generated files of this repository. */
export const generated: string = join(dirname(dirname(__dirname)), 'generated');

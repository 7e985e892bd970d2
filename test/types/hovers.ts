/** What an editor shows of everything that the package exports, by TypeScript's own reading of the comments. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../docs/pages.ts';

/** One thing that a reader may point at. */
export interface Hover {
  /** The entry of the package: `.`, `./legacy`, … */
  readonly entry: string;
  /** `Score.riskScore`, `MinFraud.score`, `EventType.Purchase`. */
  readonly path: string;
  /** `word`: a value of an enumeration. */
  readonly kind:
    'type' | 'class' | 'function' | 'value' | 'field' | 'word' | 'method' | 'constructor';
  /** Without tags. */
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  /** It may be left out: `field?: …`. */
  readonly optional: boolean;
  /** It takes `undefined` in words, as inputs do. */
  readonly takesUndefined: boolean;
  /** The file that declares it, from the root of the repository. */
  readonly file: string;
}

/** The entries of the package that have types, with the source of each. */
export function entrySources(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const typed = Object.entries(exports).filter(
    ([entry, target]) => typeof target === 'object' && !entry.endsWith('.json'),
  );
  return new Map(
    typed.map(([entry]) => {
      const name = entry === '.' ? 'index' : entry.slice(2);
      const files = [`src/${name}.ts`, `src/${name}/index.ts`].map((file) => join(root, file));
      const file = files.find((candidate) => existsSync(candidate));
      if (file === undefined) throw new Error(`no source for the entry ${entry}`);
      return [entry, file];
    }),
  );
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  strict: true,
  exactOptionalPropertyTypes: true,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

/** Every hover of some entries, given as entry → file. */
export function hoversOf(entries: ReadonlyMap<string, string>): Hover[] {
  const program = ts.createProgram([...entries.values()], options);
  return [...entries].flatMap(([entry, file]) => new Walk(program, entry).of(file));
}

/** Goes from the names that an entry exports to their members, and to types that only they name. */
class Walk {
  readonly #checker: ts.TypeChecker;
  readonly #program: ts.Program;
  readonly #entry: string;
  readonly #found: Hover[] = [];
  readonly #seen = new Set<ts.Symbol | ts.Type>();
  readonly #queue: [ts.Symbol, string][] = [];

  constructor(program: ts.Program, entry: string) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#entry = entry;
  }

  of(file: string): Hover[] {
    const source = this.#program.getSourceFile(file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing`);
    for (const symbol of this.#checker.getExportsOfModule(module)) {
      this.#enqueue(this.#resolved(symbol), symbol.name);
    }
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      this.#symbol(...next);
    }
    return this.#found;
  }

  #resolved(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #enqueue(symbol: ts.Symbol, name: string): void {
    if (this.#seen.has(symbol) || fileOf(symbol) === undefined) return;
    this.#seen.add(symbol);
    this.#queue.push([symbol, name]);
  }

  #symbol(symbol: ts.Symbol, name: string): void {
    const { flags } = symbol;
    this.#add(symbol, name, kindOf(symbol));
    if (flags & ts.SymbolFlags.Class) this.#class(symbol, name);
    else if (flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
      this.#members(this.#checker.getDeclaredTypeOfSymbol(symbol), name);
    }
    if (flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function)) {
      this.#members(this.#checker.getTypeOfSymbol(symbol), name);
    }
  }

  #class(symbol: ts.Symbol, name: string): void {
    const [constructor] = (symbol.declarations ?? [])
      .filter(ts.isClassDeclaration)
      .flatMap((declaration) => declaration.members.filter(ts.isConstructorDeclaration));
    if (constructor !== undefined) this.#addConstructor(constructor, name);
    this.#members(this.#checker.getDeclaredTypeOfSymbol(symbol), name);
    for (const member of this.#checker.getPropertiesOfType(this.#checker.getTypeOfSymbol(symbol))) {
      if (member.name !== 'prototype') this.#member(member, name);
    }
  }

  /** Members of an object, or of each object of a union; what has a name of its own is left to it. */
  #members(type: ts.Type, path: string): void {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) this.#mention(part, path);
      if (type.isUnion()) return;
    }
    this.#signatures(type, path);
    for (const member of this.#checker.getPropertiesOfType(type)) this.#member(member, path);
  }

  #member(member: ts.Symbol, owner: string): void {
    const declaration = member.declarations?.[0];
    if (declaration === undefined || fileOf(member) === undefined) return;
    if (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) return;
    if (member.name.startsWith('#')) return;
    const path = `${owner}.${nameOf(member)}`;
    const isWord = ts.isPropertyAssignment(declaration);
    const isMethod = (member.flags & ts.SymbolFlags.Method) !== 0;
    this.#add(member, path, isMethod ? 'method' : isWord ? 'word' : 'field');
    this.#mention(this.#checker.getTypeOfSymbol(member), path);
  }

  /** A type that is named somewhere: queued when it has a name, walked in place when it has none. */
  #mention(type: ts.Type, path: string): void {
    const named = type.aliasSymbol ?? (isAnonymous(type) ? undefined : type.symbol);
    for (const argument of type.aliasTypeArguments ?? []) this.#mention(argument, path);
    if (isReference(type)) {
      for (const argument of this.#checker.getTypeArguments(type)) this.#mention(argument, path);
    }
    if (named !== undefined) {
      if (fileOf(named) !== undefined && !(named.flags & ts.SymbolFlags.TypeParameter)) {
        this.#enqueue(named, named.name);
      }
      return;
    }
    this.#members(type, path);
  }

  #signatures(type: ts.Type, path: string): void {
    for (const signature of this.#checker.getSignaturesOfType(type, ts.SignatureKind.Call)) {
      for (const parameter of signature.parameters) {
        this.#mention(this.#checker.getTypeOfSymbol(parameter), `${path}(${parameter.name})`);
      }
      this.#mention(signature.getReturnType(), `${path}()`);
    }
  }

  #add(symbol: ts.Symbol, path: string, kind: Hover['kind']): void {
    const declaration = symbol.declarations?.[0];
    const isField = declaration !== undefined && ts.isPropertySignature(declaration);
    this.#found.push({
      entry: this.#entry,
      path,
      kind,
      text: ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)),
      tags: symbol.getJsDocTags(this.#checker).map(({ name, text }) => ({
        name,
        text: ts.displayPartsToString(text),
      })),
      optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
      takesUndefined: isField && /\|\s*undefined$/.test(declaration.type?.getText() ?? ''),
      file: relative(root, fileOf(symbol) ?? ''),
    });
  }

  #addConstructor(declaration: ts.ConstructorDeclaration, name: string): void {
    const signature = this.#checker.getSignatureFromDeclaration(declaration);
    const tags = signature?.getJsDocTags() ?? [];
    // Objects of such a class are made by the package.
    if (signature === undefined || tags.some((tag) => tag.name === 'internal')) return;
    this.#found.push({
      entry: this.#entry,
      path: `new ${name}`,
      kind: 'constructor',
      text: ts.displayPartsToString(signature.getDocumentationComment(this.#checker)),
      tags: tags.map((tag) => ({ name: tag.name, text: ts.displayPartsToString(tag.text) })),
      optional: false,
      takesUndefined: false,
      file: relative(root, declaration.getSourceFile().fileName),
    });
    for (const parameter of signature.parameters) {
      this.#mention(this.#checker.getTypeOfSymbol(parameter), `new ${name}(${parameter.name})`);
    }
  }
}

function kindOf({ flags }: ts.Symbol): Hover['kind'] {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Function) return 'function';
  return flags & ts.SymbolFlags.Variable ? 'value' : 'type';
}

/** `Symbol.asyncIterator` has a name that holds an identifier of the compiler. */
function nameOf({ name }: ts.Symbol): string {
  return name.startsWith('__@') ? `[${name.slice(3).replace(/@\d+$/, '')}]` : name;
}

/** The file that declares a symbol of this package; nothing of the platform or a library. */
function fileOf(symbol: ts.Symbol): string | undefined {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName;
  return file === undefined || file.includes('/node_modules/') ? undefined : file;
}

function isAnonymous({ symbol }: ts.Type): boolean {
  const { TypeLiteral, ObjectLiteral, Method, Function: Called } = ts.SymbolFlags;
  const anonymous = TypeLiteral | ObjectLiteral | Method | Called;
  return (symbol as ts.Symbol | undefined) === undefined || (symbol.flags & anonymous) !== 0;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  const { objectFlags } = type as ts.ObjectType;
  return (type.flags & ts.TypeFlags.Object) !== 0 && (objectFlags & ts.ObjectFlags.Reference) !== 0;
}

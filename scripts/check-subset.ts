/**
 * Step 0: refuses a spec that holds a keyword or vendor extension which the later steps do not handle.
 * Generators drop such things in silence, and a rule that is not enforced is worse than no rule.
 */
import { basename, extname, posix } from 'node:path';
import { nearestName } from '../src/formats/nearest-name.ts';
import { isRecord } from '../src/formats/record.ts';
import { checkSchema } from './check-schema.ts';
import { grammar, type Member, nextToReference, problemsIn } from './dialect.ts';
import { pointerTo, type Problem, SpecError } from './spec-error.ts';

/** Gives the parsed content of a file of the spec by its path relative to the spec's folder. */
export type ReadSource = (file: string) => unknown;

/**
 * Walks the spec from `openapi.yaml` along its references; throws a SpecError with every problem.
 * Gives the files of the spec, each with the kind of object that it holds.
 */
export function checkSubset(read: ReadSource): ReadonlyMap<string, string> {
  const walk = new FolderWalk(read);
  walk.file('openapi.yaml', 'root', { file: 'openapi.yaml', pointer: '' });
  if (walk.problems.length > 0) throw new SpecError(walk.problems);
  return walk.files;
}

/**
 * The same for a document that is bundled already, whose references are local. Gives the components that
 * nothing refers to, as pointers.
 */
export function checkDocument(document: unknown, file: string): readonly string[] {
  refuseOtherKinds(document, file);
  const walk = new DocumentWalk(document);
  walk.node(document, 'root', file, '');
  if (walk.problems.length > 0) throw new SpecError(walk.problems);
  return walk.unused();
}

/** One sentence in place of a hundred about keywords. */
function refuseOtherKinds(document: unknown, file: string): void {
  if (!isRecord(document)) return;
  const { openapi, overlay } = document;
  if (overlay !== undefined) {
    const message = 'this is an OpenAPI Overlay: give it with --overlay';
    throw new SpecError([{ file, pointer: '/overlay', message }]);
  }
  if (typeof openapi === 'string' && openapi.startsWith('3.1.')) return;
  const found = typeof openapi === 'string' ? `, not ${openapi}` : '';
  const message = `a spec must say "openapi: 3.1.0"${found}`;
  throw new SpecError([{ file, pointer: '/openapi', message }]);
}

/** Walks objects by the grammar; how a reference is followed is the subclass's to say. */
abstract class Walk {
  readonly problems: Problem[] = [];
  readonly #operationIds = new Set<string>();

  /** Follows the `$ref` of an object of some kind; `pointer` is that of the `$ref` itself. */
  protected abstract follow(reference: unknown, kind: string, file: string, pointer: string): void;

  protected report(file: string, pointer: string, message: string): void {
    this.problems.push({ file, pointer, message });
  }

  node(node: unknown, kind: string, file: string, pointer: string): void {
    if (kind === 'value') return;
    if (kind === 'schema' && typeof node === 'boolean') return;
    if (!isRecord(node)) {
      this.report(file, pointer, `a ${kind} must be an object`);
      return;
    }
    if ('$ref' in node) {
      this.#reference(node, kind, file, pointer);
      return;
    }
    const problems = problemsIn(kind, node);
    const told = (problem: Omit<Problem, 'file'>): void => {
      this.report(file, pointer + problem.pointer, problem.message);
    };
    problems.forEach(told);
    for (const [keyword, member] of Object.entries(node)) {
      this.#member(member, grammar[kind]?.[keyword], file, pointerTo(pointer, keyword));
    }
    if (kind === 'operation') this.#operation(node, file, pointer);
    if (kind === 'schema' && problems.every(({ isUnknown }) => isUnknown))
      checkSchema(node).forEach(told);
  }

  /** An operation's constants are called like its ID. */
  #operation(node: Record<string, unknown>, file: string, pointer: string): void {
    const id = node['operationId'];
    if (id === undefined) {
      this.report(file, pointer, 'an operation needs an operationId in camelCase');
    } else if (typeof id === 'string' && this.#operationIds.has(id)) {
      this.report(
        file,
        pointerTo(pointer, 'operationId'),
        `the operationId "${id}" already exists`,
      );
    } else if (typeof id === 'string') {
      this.#operationIds.add(id);
    }
  }

  #member(member: unknown, rule: Member | undefined, file: string, pointer: string): void {
    if (rule?.held === 'one') this.node(member, rule.kind, file, pointer);
    else if (rule?.held === 'list' ? Array.isArray(member) : isRecord(member)) {
      for (const [name, child] of Object.entries(rule === undefined ? {} : (member as object))) {
        this.node(child, rule?.kind ?? '', file, pointerTo(pointer, name));
      }
    }
  }

  #reference(node: Record<string, unknown>, kind: string, file: string, pointer: string): void {
    for (const keyword of Object.keys(node)) {
      if (keyword === '$ref' || nextToReference.has(keyword)) continue;
      this.report(file, pointerTo(pointer, keyword), `"${keyword}" may not stand next to a $ref`);
    }
    this.follow(node['$ref'], kind, file, pointerTo(pointer, '$ref'));
  }
}

class FolderWalk extends Walk {
  readonly files = new Map<string, string>();
  readonly #read: ReadSource;
  readonly #contents = new Map<string, unknown>();
  /** Component name → file, per kind: a file's name is its component's name, so it must be unique. */
  readonly #components = new Map<string, string>();

  constructor(read: ReadSource) {
    super();
    this.#read = read;
  }

  /** `referrer` is where the file is named, for the message when it is not there. */
  file(file: string, kind: string, referrer: Pick<Problem, 'file' | 'pointer'>): void {
    if (this.files.has(file)) return;
    let content: unknown;
    try {
      content = this.#read(file);
    } catch (error) {
      if (error instanceof SpecError) {
        this.problems.push(...error.problems);
      } else if ((error as { code?: unknown }).code === 'ENOENT') {
        this.report(referrer.file, referrer.pointer, `there is no file ${file}`);
      } else {
        this.report(file, '', error instanceof Error ? error.message : String(error));
      }
      return;
    }
    this.files.set(file, kind);
    this.#contents.set(file, content);
    this.node(content, kind, file, '');
  }

  protected override follow(reference: unknown, kind: string, file: string, pointer: string): void {
    if (typeof reference !== 'string' || !/^[\w./-]+\.(ya?ml|json)$/.test(reference)) {
      this.report(
        file,
        pointer,
        `a $ref must name another file of the spec by its relative path, not ${JSON.stringify(reference)}`,
      );
      return;
    }
    const target = posix.join(posix.dirname(file), reference);
    if (kind !== 'pathItem') this.#claim(target, kind, file, pointer);
    this.file(target, kind, { file, pointer });
    const targetOf = (name: string): string | undefined => {
      const { $ref: next } = (this.#contents.get(name) ?? {}) as { $ref?: unknown };
      return typeof next === 'string' ? posix.join(posix.dirname(name), next) : undefined;
    };
    if (leadsToItself(target, targetOf)) this.report(file, pointer, circle(target));
  }

  #claim(target: string, kind: string, file: string, pointer: string): void {
    const name = basename(target, extname(target));
    const owner = this.#components.get(`${kind} ${name}`) ?? target;
    this.#components.set(`${kind} ${name}`, owner);
    if (owner !== target) {
      const message = `${target} and ${owner} would both be the component "${name}"`;
      this.report(file, pointer, message);
    }
  }
}

/** Whether references that hold nothing but the next reference never come to an end. */
function leadsToItself(start: string, targetOf: (name: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = start; name !== undefined; name = targetOf(name)) {
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function circle(name: string): string {
  return `the $ref is circular: "${name}" is only a $ref that leads back to it`;
}

/** The section of `components` that holds the objects of a kind. */
const sectionOf = new Map(
  Object.entries(grammar['components'] ?? {}).map(([section, { kind }]) => [kind, section]),
);

class DocumentWalk extends Walk {
  readonly #components: Readonly<Record<string, unknown>>;
  readonly #used = new Set<string>();

  constructor(document: unknown) {
    super();
    const components = isRecord(document) ? document['components'] : undefined;
    this.#components = isRecord(components) ? components : {};
  }

  protected override follow(reference: unknown, kind: string, file: string, pointer: string): void {
    const [, section, name] =
      /^#\/components\/(\w+)\/([\w.-]+)$/.exec(typeof reference === 'string' ? reference : '') ??
      [];
    const expected = sectionOf.get(kind);
    if (section === undefined || name === undefined || section !== expected) {
      const form =
        expected === undefined ? 'nothing: write it in place' : `#/components/${expected}/…`;
      const message = `a $ref of a ${kind} must name ${form}, not ${JSON.stringify(reference)}`;
      this.report(file, pointer, message);
      return;
    }
    const members = this.#components[section];
    if (isRecord(members) && Object.hasOwn(members, name)) {
      this.#used.add(`/components/${section}/${name}`);
      const targetOf = (component: string): string | undefined => {
        const { $ref: next } = (members[component] ?? {}) as { $ref?: unknown };
        return typeof next === 'string' ? next.slice(next.lastIndexOf('/') + 1) : undefined;
      };
      if (leadsToItself(name, targetOf)) this.report(file, pointer, circle(name));
      return;
    }
    const near = nearestName(name, isRecord(members) ? Object.keys(members) : []);
    const hint = near === undefined ? '' : `; did you mean "${near}"?`;
    this.report(file, pointer, `there is no component "${name}" in ${section}${hint}`);
  }

  unused(): string[] {
    return Object.entries(this.#components)
      .filter(([section]) => section !== 'securitySchemes')
      .flatMap(([section, members]) =>
        Object.keys(members ?? {}).map((name) => pointerTo('/components', section, name)),
      )
      .filter((pointer) => !this.#used.has(pointer));
  }
}

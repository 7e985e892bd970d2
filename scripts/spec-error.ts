/** The error that refuses a spec: every problem with the file and the place in it. */

/** One thing wrong with the spec. */
export interface Problem {
  /** File, relative to the spec's folder; in the steps after bundling the component that it became. */
  readonly file: string;
  /** JSON Pointer inside that file. */
  readonly pointer: string;
  readonly message: string;
}

/** Thrown when a spec holds what the compiler does not understand. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems.map(({ file, pointer, message }) => `${file}#${pointer}: ${message}`).join('\n'),
    );
    this.problems = problems;
  }
}

/** Where a step is at work in a bundled document. */
export interface Place {
  readonly component: string;
  readonly pointer: string;
}

/** The start of a component. */
export function placeOf(component: string): Place {
  return { component, pointer: '' };
}

/** A place further inside. */
export function inside(place: Place, ...names: readonly (string | number)[]): Place {
  return { component: place.component, pointer: pointerTo(place.pointer, ...names) };
}

/** Stops the compilation because of what stands at a place. */
export function refuse({ component, pointer }: Place, message: string): never {
  throw new SpecError([{ file: component, pointer, message }]);
}

/** Appends names to a JSON Pointer, escaped as RFC 6901 asks. */
export function pointerTo(pointer: string, ...names: readonly (string | number)[]): string {
  const escaped = names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1'));
  return [pointer, ...escaped].join('/');
}

/** The names that a JSON Pointer is made of. */
export function namesOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

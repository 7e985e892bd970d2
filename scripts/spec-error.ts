/** The error that refuses a spec: every problem with the file and the place in it. */

/** One thing wrong with the spec. */
export interface Problem {
  /** File, relative to the spec's folder; empty when the problem is in the bundle. */
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

/** Appends names to a JSON Pointer, escaped as RFC 6901 asks. */
export function pointerTo(pointer: string, ...names: readonly (string | number)[]): string {
  return [
    pointer,
    ...names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1')),
  ].join('/');
}

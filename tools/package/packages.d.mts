export interface Entry {
  /** As in `exports`: `./legacy`. */
  readonly path: string;
  /** As a program imports it: `minfraud-sdk/legacy`. */
  readonly specifier: string;
  readonly source: string;
  /** In `dist`, without extension: `legacy/index`. */
  readonly file: string;
  /** Not a document. */
  readonly isProgram: boolean;
}

export interface Package {
  readonly name: string;
  /** From the root. */
  readonly folder: string;
  readonly manifest: { readonly version: string; readonly repository: { readonly url: string } };
  readonly entries: readonly Entry[];
}

export const root: string;
export const packages: readonly Package[];

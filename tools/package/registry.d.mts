export interface Registry {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export function startRegistry(tarballs: Readonly<Record<string, string>>): Promise<Registry>;

/** A file that is only added to, and that tells when what was added would survive a power cut. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Hooks {
  /** Before each group is written; nothing is written when it rejects. */
  readonly before?: () => Promise<void>;
  /** Called once when the disk is full; whether it is worth trying again. */
  readonly makeRoom?: () => Promise<boolean>;
}

/**
 * Entries that come while the disk is at work go down together with the next write: one fsync serves
 * all of them, so that the disk's latency is paid once a group and not once an entry.
 */
export class DurableFile<Entry> {
  readonly #handle: FileHandle;
  readonly #encode: (entries: readonly Entry[]) => string;
  readonly #hooks: Hooks;
  #length: number;
  #waiting: { entry: Entry; resolve: () => void; reject: (reason: unknown) => void }[] = [];
  #work: Promise<void> | undefined;
  #failure: { readonly reason: Error } | undefined;

  constructor(
    handle: FileHandle,
    length: number,
    encode: (entries: readonly Entry[]) => string,
    hooks: Hooks = {},
  ) {
    this.#handle = handle;
    this.#length = length;
    this.#encode = encode;
    this.#hooks = hooks;
  }

  /** How many bytes would survive. */
  get length(): number {
    return this.#length;
  }

  /** Resolves when the entry would survive; rejects when it was not written. */
  append(entry: Entry): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure.reason);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      this.#work ??= this.#writeAll();
    });
  }

  async close(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
    await this.#handle.close();
  }

  async #writeAll(): Promise<void> {
    // Entries of the same turn of the event loop belong together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#hooks.before?.();
        const bytes = Buffer.from(this.#encode(group.map(({ entry }) => entry)));
        await this.#write(bytes);
        await this.#handle.datasync();
        this.#length += bytes.length;
        for (const { resolve } of group) resolve();
      } catch (reason) {
        this.#failure = { reason: reason as Error };
        for (const { reject } of [...group, ...this.#waiting]) reject(reason);
        this.#waiting = [];
        // Half a group is repaired when the file is opened again; it need not be there until then.
        await this.#handle.truncate(this.#length).catch(() => undefined);
      }
    }
    this.#work = undefined;
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let written = 0, retried = false; written < bytes.length;) {
      try {
        const position = this.#length + written;
        const { bytesWritten } = await this.#handle.write(bytes, written, undefined, position);
        written += bytesWritten;
      } catch (error) {
        const isFull = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
        if (retried || !isFull || !(await this.#hooks.makeRoom?.())) throw error;
        retried = true;
      }
    }
  }
}

/** Makes the names in a folder survive a power cut, as far as the system can. */
export async function syncFolderOf(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

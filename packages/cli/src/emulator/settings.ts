/** What `minfraud emulator` starts with: flags, and files of JSON or YAML. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Account, EmulatorOptions } from 'minfraud-emulator';
import { isRecord, nearestName } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';
import { parseJson } from '../input/read.ts';

export interface EmulatorFlags {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly 'allow-host'?: readonly string[];
  readonly tls?: boolean | undefined;
  readonly seed?: string | undefined;
  readonly config?: string | undefined;
  readonly accounts?: string | undefined;
  readonly spec?: string | undefined;
  readonly overlay?: readonly string[];
  readonly control?: boolean | undefined;
  readonly history?: boolean | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What makes no sense for a program that is nothing but an emulator. */
type InProgram = 'listen' | 'onRequest' | 'unref';

/** What `startEmulator` takes as data. The clock is a moment here, since a file has no functions. */
const settings: Readonly<Record<Exclude<keyof EmulatorOptions, InProgram>, true>> = {
  accounts: true,
  allowedHosts: true,
  answers: true,
  clock: true,
  control: true,
  dispositionPageSize: true,
  dispositions: true,
  faults: true,
  history: true,
  host: true,
  legacyErrorStatus: true,
  maxRequests: true,
  port: true,
  proxySeparator: true,
  seed: true,
  spec: true,
  tls: true,
};

/** Flags win over the file of `--config`. */
export async function emulatorOptions(flags: EmulatorFlags): Promise<EmulatorOptions> {
  const options: Mutable<EmulatorOptions> =
    flags.config === undefined ? {} : await readConfig(flags.config);
  const { port, host, tls, seed, control, history } = flags;
  if (port !== undefined) options.port = port;
  if (host !== undefined) options.host = host;
  if (tls !== undefined) options.tls = tls;
  if (seed !== undefined) options.seed = seed;
  if (control !== undefined) options.control = control;
  if (history !== undefined) options.history = history;
  const hosts = flags['allow-host'] ?? [];
  if (hosts.length > 0) options.allowedHosts = hosts;
  if (flags.accounts !== undefined) options.accounts = await readAccounts(flags.accounts);
  const overlays = flags.overlay ?? [];
  const spec = flags.spec ?? (typeof options.spec === 'string' ? options.spec : undefined);
  if (spec !== undefined || overlays.length > 0) options.spec = await readSpec(spec, overlays);
  return options;
}

async function readConfig(file: string): Promise<EmulatorOptions> {
  const config = await readJson(file);
  if (!isRecord(config)) throw new CommandError(`${file} must hold a JSON object of settings.`);
  const known = Object.keys(settings);
  for (const name of Object.keys(config)) {
    if (known.includes(name)) continue;
    const near = nearestName(name, known);
    const hint =
      near === undefined ? `The settings are: ${known.join(', ')}.` : `Did you mean ${near}?`;
    throw new CommandError(`${file}: there is no setting ${JSON.stringify(name)}. ${hint}`);
  }
  const { clock, spec, ...others } = config;
  return {
    ...others,
    ...(clock === undefined ? {} : { clock: stoppedAt(clock, file) }),
    ...(spec === undefined ? {} : { spec: specOf(spec, file) }),
  };
}

function stoppedAt(clock: unknown, file: string): () => Date {
  const moment = typeof clock === 'string' ? new Date(clock) : new Date(NaN);
  if (!Number.isNaN(moment.getTime())) return () => new Date(moment);
  throw new CommandError(`${file}: clock must be a time such as "2026-07-01T16:00:00Z".`);
}

/** Editors of Windows begin a file with a mark of UTF-8, which is no JSON; the decoder drops it. */
async function readJson(file: string): Promise<unknown> {
  const bytes = await readFile(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${file} is not UTF-8. Save it as UTF-8.`);
  }
  return parseJson(text, file);
}

/** A path in a file counts from the folder of that file. */
function specOf(spec: unknown, file: string): string | object {
  if (typeof spec === 'string') return resolve(dirname(file), spec);
  if (isRecord(spec)) return spec;
  throw new CommandError(`${file}: spec must be the path of an OpenAPI document, or the document.`);
}

/** What is in the list, the emulator checks. */
async function readAccounts(file: string): Promise<readonly Account[]> {
  const accounts = await readJson(file);
  if (Array.isArray(accounts)) return accounts as readonly Account[];
  throw new CommandError(`${file} must hold a list of accounts: docs/emulator.md shows one.`);
}

/** A bundled JSON document is taken as it is; a folder, YAML and overlays go through the compiler. */
async function readSpec(
  path: string | undefined,
  overlays: readonly string[],
): Promise<string | object> {
  const isFolder = path !== undefined && (await stat(path)).isDirectory();
  if (path !== undefined && !isFolder && overlays.length === 0 && !/\.ya?ml$/i.test(path)) {
    return path;
  }
  const { loadSpecDocument } = await import('./compiled-spec.ts');
  return loadSpecDocument(path, isFolder, overlays);
}

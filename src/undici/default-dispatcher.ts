/** The dispatcher of those who bring none. */
import { createRequire } from 'node:module';
import type * as Undici from 'undici';

/**
 * Loaded only here, so that a program which passes a dispatcher needs no second copy of undici,
 * and one without undici gets a sentence instead of a resolution error from within this package.
 */
export function defaultDispatcher(): Undici.Dispatcher {
  let undici: typeof Undici;
  try {
    undici = createRequire(import.meta.url)('undici') as typeof Undici;
  } catch (cause) {
    throw new Error(missing, { cause });
  }
  return new undici.Agent();
}

const missing =
  'undiciFetch() needs the package undici: run "npm install undici@7" (Node 20) or "npm install undici@8" (Node 22.19 and newer), or pass a dispatcher: undiciFetch({ dispatcher }).';

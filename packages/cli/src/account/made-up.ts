/** Tells the results of an emulator, whatever its address, from those of the service. */
import { getMetadata } from 'minfraud-sdk';
import { type CliContext, say } from '../context.ts';
import { type SessionFlags } from './session.ts';

/** By which an emulator says that it is one. */
export const emulatorHeader = 'minfraud-emulator';

/** @param ended - A result or an error of the client. */
export function isMadeUp(ended: unknown): boolean {
  if (typeof ended !== 'object' || ended === null) return false;
  return getMetadata(ended)?.headers.has(emulatorHeader) ?? false;
}

/** A user of `--emulator` knows it; a variable of the environment may have been forgotten. */
export function sayIfMadeUp(context: CliContext, flags: SessionFlags, result: object): void {
  if (flags.emulator === true || !isMadeUp(result)) return;
  say(context, 'The score is made up: MINFRAUD_BASE_URL or the profile names an emulator.');
}

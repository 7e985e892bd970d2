/**
 * The compiler as `minfraud generate` calls it from an installed package. TypeScript and the generators
 * are loaded when they are needed.
 */
export { compileClient, type ImportEnding, type SpecSource } from './compile.ts';
export { runClientCommandLine } from './client-command-line.ts';
export type { Print } from './print.ts';
export { loadSpec } from './load-spec.ts';
export { type Problem, SpecError } from './spec-error.ts';
export { MissingPeerError, requirePeers } from './peers.ts';

/** The compiler of the repository, which is built into this package: the one import from outside it. */
export * from '../../../scripts/compiler.ts';

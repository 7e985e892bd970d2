/** The version of this package, read from its manifest when it is built. */
import { version as packaged } from '../package.json';

export const version: string = packaged;

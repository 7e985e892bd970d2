/** The package's version, for the User-Agent: read from package.json when the package is built. */
import { version as packaged } from '../package.json';

export const version: string = packaged;

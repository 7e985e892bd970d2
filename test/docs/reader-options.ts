/** How a reader's program finds this package: under its published names, in the sources. */
import { root } from './pages.ts';

export const packagePaths: Record<string, string[]> = {
  'minfraud-sdk': [`${root}/src/index.ts`],
  'minfraud-sdk/wire': [`${root}/src/wire.ts`],
  'minfraud-sdk/*.json': [`${root}/generated/*.json`],
  'minfraud-sdk/*': [`${root}/src/*/index.ts`],
};

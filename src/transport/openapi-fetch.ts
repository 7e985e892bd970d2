/** openapi-fetch's functions, the same from both module systems. */
import * as imported from 'openapi-fetch';

/**
 * Node hands a CommonJS build of this package the whole module where the default export should be,
 * since openapi-fetch's own CommonJS file is compiled from ES modules. The types do not know.
 */
const library = imported.default as typeof imported.default & Partial<typeof imported>;

export const createClient: typeof imported.default = library.default ?? library;
export const createQuerySerializer: typeof imported.createQuerySerializer =
  library.createQuerySerializer ?? imported.createQuerySerializer;

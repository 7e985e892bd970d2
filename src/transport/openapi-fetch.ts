/** openapi-fetch's one function, the same from both module systems. */
import imported from 'openapi-fetch';

/**
 * Node hands a CommonJS build of this package the whole module where the default export should be,
 * since openapi-fetch's own CommonJS file is compiled from ES modules. The types do not know.
 */
const { default: wrapped = imported } = imported as typeof imported & {
  readonly default?: typeof imported;
};

export const createClient: typeof imported = wrapped;

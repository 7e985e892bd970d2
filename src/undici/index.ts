/**
 * A faster fetch for the client's `fetch` option, on undici's dispatchers.
 *
 * @module minfraud-sdk/undici
 */
export { undiciFetch, type UndiciFetch, type UndiciFetchOptions } from './undici-fetch.ts';

/** `minfraud-sdk/undici`: a faster fetch for the client's `fetch` option, on undici's dispatchers. */
export { undiciFetch, type UndiciFetch, type UndiciFetchOptions } from './undici-fetch.ts';

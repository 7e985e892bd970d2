/** `minfraud-sdk/node`: a lighter fetch for the client's `fetch` option, on Node's own HTTP. */
export { nodeFetch, type NodeFetchOptions } from './node-fetch.ts';

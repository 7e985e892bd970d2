import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { typeErrors } from '../scripts/type-check.ts';

const head = `
import { Agent, fetch as undiciFetch } from 'undici';
import type { FetchFunction } from '../../src/index.ts';
`;

test.each<[string, string]>([
  ['the runtime’s fetch', 'export const f: FetchFunction = fetch;'],
  ['undici’s fetch', 'export const f: FetchFunction = undiciFetch;'],
  [
    'a wrapper that adds a dispatcher',
    `const dispatcher = new Agent();
     export const f: FetchFunction = (url, init) => undiciFetch(url, { ...init, dispatcher });`,
  ],
  [
    'a wrapper that logs',
    `export const f: FetchFunction = async (url, init) => {
       const response = await fetch(url, init);
       console.log(init.method, url, response.status);
       return response.clone();
     };`,
  ],
  [
    // The part of node-fetch's types that matters: a stream of Node's as body, Headers of its own.
    'a fetch like node-fetch’s',
    `interface Theirs {
       readonly status: number;
       readonly headers: { get(name: string): string | null; raw(): Record<string, string[]> };
       readonly body: { pipe(to: object): void };
       readonly bodyUsed: boolean;
       arrayBuffer(): Promise<ArrayBuffer>;
     }
     declare function nodeFetch(
       url: string | URL,
       init?: { method?: string; headers?: Record<string, string>; body?: string | null; redirect?: 'error' | 'follow' | 'manual'; signal?: AbortSignal | null },
     ): Promise<Theirs>;
     export const f: FetchFunction = nodeFetch;`,
  ],
])(
  'the fetch option takes %s without a cast',
  (_, program) => {
    const options = { types: ['node'], isolatedDeclarations: false, resolveJsonModule: true };
    expect(typeErrors(join(__dirname), { 'program.ts': head + program }, options)).toEqual([]);
  },
  60_000,
);

test('and refuses what is not a fetch', () => {
  const options = { types: ['node'], isolatedDeclarations: false, resolveJsonModule: true };
  const program = `${head} export const f: FetchFunction = (url: URL) => Promise.resolve(url.href);`;
  expect(typeErrors(join(__dirname), { 'program.ts': program }, options)).not.toEqual([]);
}, 60_000);

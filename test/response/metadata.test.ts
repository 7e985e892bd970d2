import { describe, expect, test } from '@jest/globals';
import { inspect, isDeepStrictEqual } from 'node:util';
import { attachMetadata, getMetadata, type ResultMetadata } from '../../src/response/metadata.ts';

const metadata: ResultMetadata = {
  status: 200,
  headers: new Headers({ 'content-type': 'application/json' }),
  url: 'https://minfraud.maxmind.com/minfraud/v2.0/score',
  body: '{"risk_score":1.0}',
  attempts: 2,
  retries: [{ attempt: 1, code: 'HTTP_503', status: 503, delay: 120 }],
  durationMs: 31.5,
};

describe('metadata', () => {
  const plain = { riskScore: 1, warnings: [] };
  const result = { ...plain };
  attachMetadata(result, metadata);

  test('can be read from the result', () => {
    expect(getMetadata(result)).toBe(metadata);
  });

  test('is seen by nothing that looks at the result', () => {
    expect(JSON.stringify(result)).toBe(JSON.stringify(plain));
    expect(Object.keys(result)).toEqual(Object.keys(plain));
    expect(Reflect.ownKeys({ ...result })).toEqual(Reflect.ownKeys(plain));
    expect(Reflect.ownKeys(structuredClone(result))).toEqual(Reflect.ownKeys(plain));
    expect(inspect(result, { showHidden: true })).toBe(inspect(plain, { showHidden: true }));
    expect(result).toEqual(plain);
    expect(result).toStrictEqual(plain);
    expect(isDeepStrictEqual(result, plain)).toBe(true);
  });

  test('is not there on copies, or on objects of other origin', () => {
    expect(getMetadata({ ...result })).toBeUndefined();
    expect(getMetadata(structuredClone(result))).toBeUndefined();
    expect(getMetadata({})).toBeUndefined();
    expect(getMetadata([])).toBeUndefined();
  });

  test('is found by another copy of the package', () => {
    const shared = Reflect.get(globalThis, Symbol.for('minfraud-sdk.metadata')) as WeakMap<
      object,
      ResultMetadata
    >;
    expect(shared.get(result)).toBe(metadata);
    const foreign = {};
    shared.set(foreign, metadata);
    expect(getMetadata(foreign)).toBe(metadata);
  });

  test('can be attached anew', () => {
    const other = {};
    attachMetadata(other, metadata);
    attachMetadata(other, { ...metadata, attempts: 1 });
    expect(getMetadata(other)?.attempts).toBe(1);
  });
});

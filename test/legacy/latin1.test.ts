import { afterEach, describe, expect, it, jest } from '@jest/globals';

/** The decoder as a runtime with another `TextDecoder` would load it. */
async function decoderWith(decoder: unknown): Promise<(bytes: Uint8Array) => string> {
  jest.resetModules();
  Object.assign(globalThis, { TextDecoder: decoder });
  return (await import('../../src/legacy/latin1.ts')).decodeLatin1;
}

const real = TextDecoder;
afterEach(() => {
  Object.assign(globalThis, { TextDecoder: real });
});

/** What some runtimes had for a time: latin1 by its own name. */
class TrueLatin1 {
  decode(bytes: Uint8Array): string {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Small engines know UTF-8 only. */
class Utf8Only {
  constructor() {
    throw new RangeError('unknown encoding');
  }

  decode(): string {
    return 'never';
  }
}

describe.each([
  ['the decoder of the Web, which means windows-1252', real],
  ['a decoder that means ISO-8859-1', TrueLatin1],
  ['a decoder that knows UTF-8 only', Utf8Only],
  ['no decoder', undefined],
])('decodeLatin1 with %s', (_, decoder) => {
  const codes = (text: string): number[] =>
    Array.from(text, (character) => character.charCodeAt(0));

  it('gives every byte the code point of its number, alone and beside others', async () => {
    const decode = await decoderWith(decoder);
    const all = Uint8Array.from({ length: 256 }, (__, byte) => byte);
    expect(codes(decode(all))).toStrictEqual([...all]);
    for (const byte of all)
      expect(codes(decode(Uint8Array.of(65, byte)))).toStrictEqual([65, byte]);
    expect(decode(new Uint8Array())).toBe('');
  });

  it('decodes long bodies whole', async () => {
    const decode = await decoderWith(decoder);
    for (const length of [8191, 8192, 8193, 100_000]) {
      const bytes = Uint8Array.from({ length }, (__, at) => (at * 7 + 0x80) & 255);
      expect(decode(bytes)).toBe(Buffer.from(bytes).toString('latin1'));
    }
  });
});

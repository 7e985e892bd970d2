import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Credentials } from '../../src/options/credentials.ts';
import { excerpt, redactCall } from '../../src/failure/secrets.ts';
import { safeCause } from '../../src/failure/cause.ts';

const redact = redactCall(new Credentials('42', 'k3y/+ &"<'), {
  body: JSON.stringify({ last_name: 'Plantagenet', country: 'US', token: 'BASIC64' }),
});

describe('redaction', () => {
  test.each([
    ['the key k3y/+ &"< is wrong', 'the key [redacted] is wrong'],
    [JSON.stringify({ key: 'k3y/+ &"<' }), '{"key":"[redacted]"}'],
    [encodeURIComponent('k3y/+ &"<'), '[redacted]'],
    ['k3y/+ &amp;&quot;&lt;', '[redacted]'],
    ['basic64', '[redacted]'],
    ['xBASIC64x', 'x[redacted]x'],
    ['account 42, not 1420 or 4.2', 'account [redacted], not 1420 or 4.2'],
    ['Mr Plantagenet of the US', 'Mr [redacted] of the US'],
    ['write to jane.doe+x@mail.example.com!', 'write to [redacted]!'],
    ['jane%40example.com', '[redacted]'],
    ['4012888888881881', '[redacted]'],
    ['4012-8888 8888-1881', '[redacted]'],
    ['123456789012', '123456789012'],
    ['nothing to hide', 'nothing to hide'],
  ])('%j becomes %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('knows the credentials of a client and the strings of its request', () => {
    const sent = { body: '{"a":{"b":["secret-b"]}}', form: { l: 'secret-l' } };
    const call = redactCall(new Credentials('715517', 'secret-key'), sent);
    expect(call('715517 secret-key secret-b secret-l')).toBe(
      '[redacted] [redacted] [redacted] [redacted]',
    );
    expect(redactCall(new Credentials('', 'secret-key'), { body: 'no JSON' })('x')).toBe('x');
  });

  test('survives half a character', () => {
    const half = new Credentials('', '\ud83d-half');
    expect(redactCall(half, {})('a \ud83d-half b')).toBe('a [redacted] b');
  });

  test('takes time in proportion to the text, whatever it is', () => {
    const started = performance.now();
    for (const piece of ['a', '@', '1', 'a@', 'a.', '1 ', '%40']) redact(piece.repeat(40_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('an excerpt never shows a secret, wherever it is cut', () => {
    const key = 'K'.repeat(20);
    const cut = redactCall(new Credentials('', key), {});
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 1, max: 600 }), (before, length) => {
        const shown = excerpt(`${'x'.repeat(before)}${key}${'y'.repeat(4_000)}`, length, cut);
        expect(shown).not.toContain('K');
        expect(shown.length).toBeLessThanOrEqual(length + 1);
      }),
    );
  });

  test('an excerpt does not reach for the terminal', () => {
    expect(excerpt('a\x1b[31mb\0c\x9bd\ne', 100, redact)).toBe('a\ufffd[31mb\ufffdc\ufffdd\ne');
  });
});

describe('a cause', () => {
  test('is the error itself where nothing on it needs cutting', () => {
    const error = Object.assign(new Error('reset', { cause: new Error('below') }), {
      code: 'X',
      errno: -1,
    });
    expect(safeCause(error, redact)).toBe(error);
  });

  test('is a copy with what helps, where something does', () => {
    const error = Object.assign(new TypeError('for k3y/+ &"<'), {
      code: 'ECONNRESET',
      errno: -104,
      port: 443,
      hostname: 'basic64',
      headers: { authorization: 'BASIC64' },
    });
    const copy = safeCause(error, redact);
    expect(copy).not.toBe(error);
    expect(copy).toMatchObject({
      name: 'TypeError',
      message: 'for [redacted]',
      code: 'ECONNRESET',
      errno: -104,
      port: 443,
      hostname: '[redacted]',
    });
    expect(copy).not.toHaveProperty('headers');
    expect(copy.stack).not.toContain('k3y');
  });

  test('deep down is replaced with all that is above it', () => {
    const error = new Error('a', { cause: new Error('b', { cause: new Error('BASIC64') }) });
    const copy = safeCause(error, redact) as { cause: { cause: Error } };
    expect(copy).not.toBe(error);
    expect(copy.cause.cause.message).toBe('[redacted]');
    expect((error.cause as { cause: Error }).cause.message).toBe('BASIC64');
  });

  test.each([undefined, null, 7, 'BASIC64', Symbol('x'), {}, []])(
    'is an Error also of %p',
    (thrown) => {
      const cause = safeCause(thrown, redact);
      expect(cause).toBeInstanceOf(Error);
      expect(cause.message).not.toContain('BASIC64');
    },
  );
});

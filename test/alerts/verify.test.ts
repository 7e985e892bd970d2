import { describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { SIGNATURE_HEADER, verifyAlert, verifyAlertRequest } from '../../src/alerts/index.ts';

// The vector that MaxMind publishes: https://dev.maxmind.com/minfraud/alerts/#signed-requests
const secret = 'supersecret-0123456789';
const query =
  'i=24.24.24.24&maxmindID=1234ABCD&domain=sample.com&city=Anytown&region=CA&country=US&date=Jan.+1,+1970&txnID=foo123&reason=IP+address+has+been+marked+as+a+high-risk+IP&reason_code=HIGH_RISK_IP&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df&shop_id=shop321';
const signature = 'dd11717fc5559effc9607d03f2ad534ac8f7c7f81acba8d2c14d0ed484974ff0';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('verifyAlert', () => {
  it("verifies the vendor's published vector, as text and as bytes", async () => {
    await expect(verifyAlert({ query, signature, secret })).resolves.toBe(true);
    await expect(verifyAlert({ query: bytesOf(query), signature, secret })).resolves.toBe(true);
  });

  it('verifies with the same secret twice, as during a replacement by itself', async () => {
    await expect(verifyAlert({ query, signature, secret: [secret, secret] })).resolves.toBe(true);
  });

  it('fails when any byte of the query is changed, removed or doubled', async () => {
    const whole = bytesOf(query);
    for (let at = 0; at < whole.length; at++) {
      const byte = whole[at] ?? 0;
      const changed = [byte ^ 1, byte ^ 0x20, byte ^ 0x80].map((other) => whole.with(at, other));
      const removed = Uint8Array.of(...whole.subarray(0, at), ...whole.subarray(at + 1));
      const doubled = Uint8Array.of(...whole.subarray(0, at + 1), ...whole.subarray(at));
      // Two equal neighbours: removing one or the other is the same query, and it still differs.
      for (const other of [...changed, removed, doubled]) {
        expect(await verifyAlert({ query: other, signature, secret })).toBe(false);
      }
    }
  });

  it('fails when any character of the signature is another one', async () => {
    for (let at = 0; at < signature.length; at++) {
      for (const other of '0123456789abcdefABCDEF g') {
        if (other === signature[at]) continue;
        const changed = signature.slice(0, at) + other + signature.slice(at + 1);
        expect(await verifyAlert({ query, signature: changed, secret })).toBe(false);
      }
    }
  });

  it('fails when any byte of the secret is changed', async () => {
    for (let at = 0; at < secret.length; at++) {
      const changed = secret.slice(0, at) + '~' + secret.slice(at + 1);
      expect(await verifyAlert({ query, signature, secret: changed })).toBe(false);
    }
  });

  it.each([
    ['no header', undefined],
    ['null, as Headers.get says it', null],
    ['an empty header', ''],
    ['a header that came twice', [signature, signature]],
    ['half a signature', signature.slice(0, 32)],
    ['a longer one', signature + '00'],
    ['spaces around it', ` ${signature} `],
  ])('takes %s for unsigned', async (_, unsigned) => {
    await expect(verifyAlert({ query, signature: unsigned, secret })).resolves.toBe(false);
  });

  it('signs a question mark in front, as `URL.search` has it, differently', async () => {
    await expect(verifyAlert({ query: `?${query}`, signature, secret })).resolves.toBe(false);
  });

  it('takes several secrets while one replaces the other', async () => {
    const both = { query, signature, secret: ['the-new-one', secret] };
    await expect(verifyAlert(both)).resolves.toBe(true);
    await expect(verifyAlert({ ...both, secret: ['a', 'b'] })).resolves.toBe(false);
  });

  it('signs text beyond ASCII and an empty query as UTF-8', async () => {
    for (const text of ['city=Zürich&note=漢字🙂', '']) {
      const hmac = createHmac('sha256', secret).update(text).digest('hex');
      await expect(verifyAlert({ query: text, signature: hmac, secret })).resolves.toBe(true);
    }
  });

  it.each([[''], [[]], [['good', '']], [undefined as unknown as string]])(
    'refuses to verify anything with the secret %j',
    async (missing) => {
      await expect(verifyAlert({ query, signature, secret: missing })).rejects.toThrow(TypeError);
    },
  );

  it('leaves the comparison to Web Crypto, whose time does not depend on the signature', async () => {
    const verify = jest.spyOn(crypto.subtle, 'verify');
    try {
      await verifyAlert({ query, signature: '0'.repeat(64), secret });
      expect(verify).toHaveBeenCalledTimes(1);
    } finally {
      verify.mockRestore();
    }
  });
});

describe('verifyAlertRequest', () => {
  const request = (sent: string, signed: string): Request =>
    new Request(`https://example.com/alerts?${sent}`, { headers: { [SIGNATURE_HEADER]: signed } });
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('hex');

  it('verifies the published vector, and no other query', async () => {
    await expect(verifyAlertRequest(request(query, signature), secret)).resolves.toBe(true);
    await expect(verifyAlertRequest(request(`${query}1`, signature), secret)).resolves.toBe(false);
    const unsigned = new Request(`https://example.com/alerts?${query}`);
    await expect(verifyAlertRequest(unsigned, secret)).resolves.toBe(false);
    await expect(verifyAlertRequest(unsigned, '')).rejects.toThrow(TypeError);
  });

  it('verifies an apostrophe that was sent bare or escaped, and nothing else', async () => {
    for (const sent of ["city=L'Isle", 'city=L%27Isle']) {
      await expect(verifyAlertRequest(request(sent, sign(sent)), secret)).resolves.toBe(true);
    }
    const other = request('city=L%27Isle', sign('city=L Isle'));
    await expect(verifyAlertRequest(other, secret)).resolves.toBe(false);
  });
  it('verifies what Next.js 16 makes of the published vector, which escapes its comma', async () => {
    const rewritten = new URLSearchParams(query).toString();
    expect(rewritten).toContain('%2C');
    await expect(verifyAlertRequest(request(rewritten, signature), secret)).resolves.toBe(true);
    const changed = rewritten.replace('1970', '1971');
    await expect(verifyAlertRequest(request(changed, signature), secret)).resolves.toBe(false);
  });

  it('verifies a query whatever a sender leaves bare and a framework escapes', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...['a', '1', ' ', 'é', '&', '=', '+', '%', "'", ',', ':']),
      maxLength: 20,
    });
    const bare = fc.constantFrom("'", ",'", ",':", ',', '');
    await fc.assert(
      fc.asyncProperty(text, text, bare, async (city, reason, left) => {
        const encode = (value: string): string =>
          Array.from(value)
            .map((one) =>
              left.includes(one) ? one : one === "'" ? '%27' : encodeURIComponent(one),
            )
            .join('')
            .replaceAll('%20', '+');
        const sent = `city=${encode(city)}&reason=${encode(reason)}`;
        const rewritten = new URLSearchParams(sent).toString();
        expect(await verifyAlertRequest(request(rewritten, sign(sent)), secret)).toBe(true);
        expect(await verifyAlertRequest(request(`${rewritten}x`, sign(sent)), secret)).toBe(false);
      }),
    );
  });

  it('tries no more than 64 spellings of a forged query', async () => {
    const verify = jest.spyOn(crypto.subtle, 'verify');
    try {
      const forged = request('city=%2C%27%3A%2F%28%29%40%21%7E%3F%3B%24', sign('another'));
      await expect(verifyAlertRequest(forged, secret)).resolves.toBe(false);
      expect(verify.mock.calls.length).toBeLessThanOrEqual(64);
    } finally {
      verify.mockRestore();
    }
  });
});

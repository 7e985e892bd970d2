import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { shippedDocument } from '../src/specification.ts';
import { TEST_LICENSE_KEY } from '../src/index.ts';
import { basic, jsonOf, paths, post, postForm } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

/** The text of each line, in the order of the page. */
function summaries(page: string): string[] {
  return [...page.matchAll(/<summary>([^]*?)<\/summary>/g)].map(([, line = '']) =>
    line
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

describe('the page at /', () => {
  it('shows the latest requests with their answers, newest first, and links to the spec', async () => {
    const emulator = await emulate({ control: true });
    const empty = await fetch(emulator.url);
    expect(empty.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await empty.text()).toContain('No requests yet');
    await post(emulator.url + paths.score, { event: { shop_id: 'first' } });
    await post(emulator.url + paths.report, { tag: 'nonsense', transaction_id: '<b>second</b>' });
    const page = await (await fetch(`${emulator.url}/`)).text();
    expect(page).toContain('&quot;shop_id&quot;: &quot;first&quot;');
    expect(page).toContain('&quot;risk_score&quot;');
    expect(page).toContain('TAG_INVALID');
    expect(page.indexOf('TAG_INVALID')).toBeLessThan(page.indexOf('&quot;first&quot;'));
    expect(page).toContain('href="/openapi.json"');
    expect(page).toContain('href="/_emulator/openapi.json"');
    expect(page).toContain('listDispositionUpdates');
    // Neither markup of the caller nor credentials.
    expect(page).not.toContain('<b>second');
    expect(page).not.toContain(basic().slice(6));
    // The page itself is no call.
    expect(emulator.requests).toHaveLength(2);
  });

  it('says in one line of each request which service, order, score, and what was wrong', async () => {
    const emulator = await emulate({ faults: { factors: { disconnect: 'before-response' } } });
    const { url } = emulator;
    await post(url + paths.insights, {
      event: { transaction_id: 'order-1001' },
      billing: { country: 'Germany' },
    });
    await post(url + paths.report, { tag: 'nonsense', transaction_id: 'order-1002' });
    await expect(
      post(url + paths.factors, { event: { transaction_id: 'order-1003' } }),
    ).rejects.toThrow();
    await postForm(url + paths.legacy, {
      license_key: TEST_LICENSE_KEY,
      i: '203.0.113.7',
      txnID: 'order-1004',
    });
    await postForm(url + paths.proxyDetection, { l: 'wrong', i: '203.0.113.7' });
    const lines = summaries(await (await fetch(url)).text());
    expect(lines).toEqual([
      expect.stringMatching(/^401 Proxy Detection INVALID_LICENSE_KEY$/),
      expect.stringMatching(/^200 Legacy order-1004 \d+(?:\.\d+)? .*billed$/),
      'none Factors order-1003 no response: the connection was closed billed',
      expect.stringMatching(/^400 Report order-1002 TAG_INVALID: .+$/),
      expect.stringMatching(
        /^200 Insights order-1001 \d+(?:\.\d+)? INPUT_INVALID \/billing\/country.* billed$/,
      ),
    ]);
  });

  it.each([
    ['nested lists', '['.repeat(3_000) + ']'.repeat(3_000)],
    ['nested objects', '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000)],
    ['numbers in deep lists', `${'['.repeat(50)}${'1,'.repeat(9_000)}1${']'.repeat(50)}`],
  ])('stays small with %s', async (_, body) => {
    const { url } = await emulate();
    await post(url + paths.score, body);
    const page = await (await fetch(url)).text();
    expect(page.length).toBeLessThan(100_000);
  });

  it('indents what people send', async () => {
    const { url } = await emulate();
    await post(url + paths.score, { custom_inputs: { section: 'news' } });
    const page = await (await fetch(url)).text();
    expect(page).toContain('{\n  &quot;custom_inputs&quot;: {\n    &quot;section&quot;');
    expect(page).not.toContain('(cut)');
  });

  it('runs its own script and style alone, and loads nothing', async () => {
    const { url } = await emulate();
    const response = await fetch(url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const page = await response.text();
    for (const [, kind, text] of page.matchAll(/<(script|style)>([^]*?)<\/\1>/g)) {
      const hash = createHash('sha256')
        .update(text ?? '')
        .digest('base64');
      expect(policy).toContain(`${kind}-src 'sha256-${hash}'`);
    }
    expect(page).not.toMatch(/\bsrc=|url\(|@import|https?:/i);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/openapi.json',
    ]);
  });

  it('serves the spec that it speaks', async () => {
    const { url } = await emulate();
    expect(await jsonOf(fetch(`${url}/openapi.json`))).toEqual(shippedDocument());
    const spec = { paths: {}, info: { title: 'mine' } };
    const other = await emulate({ spec });
    expect(await jsonOf(fetch(`${other.url}/openapi.json`))).toEqual(spec);
  });

  it('is for GET alone', async () => {
    const { url } = await emulate();
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('');
  });
});

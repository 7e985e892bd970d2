import { describe, expect, it } from '@jest/globals';
import { shippedDocument } from '../src/specification.ts';
import { basic, jsonOf, paths, post } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

describe('the page at /', () => {
  it('shows the latest requests with their answers, newest first, and links to the spec', async () => {
    const emulator = await emulate({ control: true });
    const empty = await fetch(emulator.url);
    expect(empty.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await empty.text()).toContain('None yet');
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

  it('loads nothing, from here or elsewhere', async () => {
    const { url } = await emulate();
    const response = await fetch(url);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).not.toMatch(/\bsrc=|url\(|@import|<script|<link|https?:/i);
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

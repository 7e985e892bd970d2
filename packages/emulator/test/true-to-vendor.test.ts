import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY } from '../src/index.ts';
import { jsonOf, paths, post, postForm, textFields, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const clock = (): Date => new Date('2026-07-01T16:00:00Z');

async function insights(transaction: Json, seed = ''): Promise<Json> {
  const { url } = await emulate({ clock, seed });
  return jsonOf(post(url + paths.insights, transaction));
}

async function ipAddress(ip_address: string): Promise<Json> {
  return (await insights({ device: { ip_address } }))['ip_address'] as Json;
}

function warningsOf(response: Json): string[] {
  const warnings = (response['warnings'] ?? []) as Record<string, string>[];
  return warnings.map(({ code, input_pointer }) => `${code} ${input_pointer}`);
}

describe('the IP address', () => {
  it.each([
    ['203.0.113.1', false],
    ['65.116.3.80', false],
    ['203.0.113.165', false],
    ['74.209.24.1', true],
    ['203.0.113.210', true],
  ])('%s: a risk snapshot only where the network is of some risk: %s', async (text, there) => {
    const { traits } = (await ipAddress(text)) as { traits: Json };
    expect('ip_risk_snapshot' in traits).toBe(there);
  });

  it('has one risk snapshot a network, whatever the address', async () => {
    const snapshot = async (text: string): Promise<unknown> =>
      ((await ipAddress(text))['traits'] as Json)['ip_risk_snapshot'];
    expect(await snapshot('203.0.113.193')).toBe(await snapshot('203.0.113.194'));
  });

  it.each([
    ['203.0.113.190', undefined],
    ['203.0.113.200', 99],
    ['2001:db8:3::1', 30],
    ['203.0.113.210', undefined],
    ['203.0.113.230', undefined],
    ['203.0.113.250', undefined],
  ])('%s: confidence that it is a VPN %s', async (text, confidence) => {
    const { anonymizer } = (await ipAddress(text)) as { anonymizer: Json };
    expect(anonymizer['confidence']).toBe(confidence);
  });

  it('is never said to be of a satellite provider, which left in February 2025', async () => {
    const { traits } = (await ipAddress('198.51.100.200')) as { traits: Json };
    expect(traits).not.toHaveProperty('is_satellite_provider');
    expect(traits['connection_type']).toBe('Satellite');
  });

  it('has a Brazilian postal code of five characters', async () => {
    expect((await ipAddress('203.0.113.40'))['postal']).toEqual({ code: '01310', confidence: 40 });
  });

  it.each(['203.0.113.63', '2001:db8:4::7'])('%s is a base of another country', async (text) => {
    expect(await ipAddress(text)).toMatchObject({
      country: { iso_code: 'DE' },
      registered_country: { iso_code: 'US' },
      represented_country: { iso_code: 'US', type: 'military', names: { de: 'USA' } },
    });
    expect(await ipAddress('203.0.113.62')).not.toHaveProperty('represented_country');
  });
});

describe('the email address', () => {
  it('was not seen before its domain', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      for (const address of ['someone@shop.example', 'regular@gmail.com', 'new@new.example']) {
        const email = (await insights({ email: { address } }, String(seed)))['email'] as {
          first_seen: string;
          domain: { first_seen: string };
        };
        expect(email.first_seen >= email.domain.first_seen).toBe(true);
      }
    }
  });
});

describe('the card', () => {
  it.each(['888888', '88888888'])('with the IIN %s has its part in the response', async (iin) => {
    const response = await insights({ credit_card: { issuer_id_number: iin } });
    expect(response['credit_card']).toMatchObject({ type: 'credit', country: 'US' });
    expect(warningsOf(response)).toEqual([]);
  });

  it.each([
    // Known eight-digit IINs; of these brands four last digits are taken.
    [{ issuer_id_number: '41111111', last_digits: '1111' }, []],
    [{ issuer_id_number: '55555555', last_digits: '4444' }, []],
    // Of all others two are.
    [
      { issuer_id_number: '37828224', last_digits: '0005' },
      ['INPUT_INVALID /credit_card/last_digits'],
    ],
    [{ issuer_id_number: '37828224', last_digits: '05' }, []],
    [{ issuer_id_number: '378282', last_digits: '0005' }, []],
    // An IIN that is not known with eight digits counts as one of six.
    [
      { issuer_id_number: '37777777', last_digits: '0005' },
      ['INPUT_INVALID /credit_card/issuer_id_number'],
    ],
  ])('%j is scored, with %j', async (credit_card, warnings) => {
    const response = await insights({ credit_card });
    expect(response['credit_card']).toBeDefined();
    expect(warningsOf(response)).toEqual(warnings);
  });

  it.each([
    ['4111111111111111', true],
    ['paid with 4111 1111 1111 1111', true],
    ['3782-822463-10005', true],
    ['4111111111111112', false],
    ['NSC0083121', false],
    ['token-12345678901234567890', false],
  ])('number in full is dropped from custom inputs: %s %s', async (value, dropped) => {
    const response = await insights({ custom_inputs: { note: value }, event: { shop_id: 's' } });
    expect(warningsOf(response)).toEqual(dropped ? ['INPUT_INVALID /custom_inputs/note'] : []);
    expect(JSON.stringify(response)).not.toContain('4111');
  });

  it('number in full, and nothing else, leaves nothing to score', async () => {
    const { url } = await emulate();
    const body = { custom_inputs: { note: '4111111111111111' } };
    const response = await post(url + paths.score, body);
    expect(response.status).toBe(400);
    expect((await jsonOf(response))['code']).toBe('REQUEST_INVALID');
  });
});

describe('minFraud Legacy', () => {
  async function order(i: string): Promise<Record<string, string>> {
    const { url } = await emulate();
    const form = { license_key: TEST_LICENSE_KEY, i };
    return textFields(await postForm(url + paths.legacy, form));
  }

  it.each(['203.0.113.200', '203.0.113.210', '203.0.113.230'])(
    '%s: an anonymous proxy has a country and a proxyScore of 0',
    async (address) => {
      const fields = await order(address);
      expect(fields).toMatchObject({ anonymousProxy: 'Yes', proxyScore: '0.00' });
      expect(fields['countryCode']).toMatch(/^(US|DE|NG)$/);
    },
  );

  it('still has a score for it in Proxy Detection', async () => {
    const { url } = await emulate();
    const form = { l: TEST_LICENSE_KEY, i: '203.0.113.210' };
    const { proxyScore } = await textFields(await postForm(url + paths.proxyDetection, form));
    expect(Number(proxyScore)).toBeGreaterThanOrEqual(3);
  });
});

describe('a report', () => {
  it('is not taken from a caller who wants no JSON, not even of its errors', async () => {
    const { url } = await emulate();
    const report = { tag: 'clear', transaction_id: '1' };
    const status = async (accept: string): Promise<number> =>
      (await post(url + paths.report, report, { accept })).status;
    expect(await status('image/gif')).toBe(415);
    expect(await status('application/json')).toBe(204);
    expect(await status('application/vnd.maxmind.com-error+json')).toBe(204);
    expect(await status('*/*')).toBe(204);
  });
});

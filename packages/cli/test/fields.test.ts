import { beforeAll, describe, expect, test } from '@jest/globals';
import { type RequestField, transactionFields } from '../generated/cli-flags.ts';
import { cliFlags } from '../../../scripts/cli-flags.ts';
import { type OpenApiDocument } from '../../../scripts/document.ts';
import { loadSpec } from '../../../scripts/load-spec.ts';
import { fieldFlags } from '../src/input/fields.ts';
import { toModel } from '../src/input/spelling.ts';

let document: OpenApiDocument;

beforeAll(async () => {
  ({ document } = await loadSpec({ spec: 'spec' }));
});

describe('generated/cli-flags.ts', () => {
  test('gets a field and a word that are added to the spec', () => {
    const edited = structuredClone(document);
    const schemas = edited.components?.schemas ?? {};
    Object.assign(schemas['Device']?.properties ?? {}, {
      screen_width: { type: 'integer', description: 'Pixels `across`. More words.' },
    });
    schemas['EventType']?.enum?.push('refund');
    const text = cliFlags(edited, '');
    expect(text).toContain(
      "{ path: 'device.screenWidth', wire: 'device.screen_width', type: 'integer', brief: 'Pixels across' },",
    );
    expect(text).toMatch(/'purchase',\n {2}'recurring_purchase',[^\]]*'refund',/);
  });

  test('refuses two names that are one, at the schema that has them', () => {
    const edited = structuredClone(document);
    Object.assign(edited.components?.schemas?.['Device']?.properties ?? {}, {
      sessionID: { type: 'string' },
    });
    expect(() => cliFlags(edited, '')).toThrow(
      'Device#/properties/sessionID: "sessionID" and "session_id" would both be "sessionId"',
    );
  });

  test('has no field for the license key', () => {
    expect(cliFlags(document, '')).not.toMatch(/licen[cs]e_?key/i);
  });
});

describe('names of flags', () => {
  const names = new Map(
    fieldFlags(transactionFields).map(({ path, name, longName }) => [path, [name, longName]]),
  );

  test.each([
    ['device.ipAddress', 'ip', 'device-ip-address'],
    ['event.transactionId', 'transaction-id', 'event-transaction-id'],
    ['billing.country', 'billing-country', 'billing-country'],
    ['event.type', 'event-type', 'event-type'],
    [
      'creditCard.was3DSecureSuccessful',
      'was-3d-secure-successful',
      'credit-card-was-3d-secure-successful',
    ],
    ['shoppingCart[]', 'item', 'shopping-cart'],
  ])('%s is --%s, and --%s', (path, name, longName) => {
    expect(names.get(path)).toStrictEqual([name, longName]);
  });

  test('are different, also between short and long ones', () => {
    const paths = new Map<string, string>();
    for (const [path, both] of names) {
      for (const name of both) {
        expect(paths.get(name) ?? path).toBe(path);
        paths.set(name, path);
      }
    }
  });

  test('a short name that becomes ambiguous gives way, the long one stays', () => {
    const again: RequestField = { path: 'order.transactionId', type: 'string', brief: '' };
    const flags = fieldFlags([...transactionFields, again]);
    expect(flags.find(({ path }) => path === 'event.transactionId')).toMatchObject({
      name: 'event-transaction-id',
      longName: 'event-transaction-id',
    });
  });
});

describe('spelling', () => {
  test('leaves what the spec does not know, and keys that are data', () => {
    const request = JSON.parse(
      '{"device":{"ip_address":"a","ipAdress":"b"},"custom_inputs":{"user_id":1},"__proto__":{"x":1}}',
    ) as unknown;
    const model = toModel(request, transactionFields) as Record<string, unknown>;
    expect(model).toMatchObject({
      device: { ipAddress: 'a', ipAdress: 'b' },
      customInputs: { user_id: 1 },
    });
    expect(Object.keys(model)).toContain('__proto__');
    expect((model as { x?: number }).x).toBeUndefined();
  });
});

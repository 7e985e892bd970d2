import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { startEmulator, TEST_LICENSE_KEY } from '../src/index.ts';
import { edited, schemaOf } from './edited-spec.ts';
import { basic, paths, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';
import { ipAddresses, transactions } from './transactions.ts';
import { runs } from '../../../test/runs.ts';
import * as vendor from '../../../test/spec/vendor-facts.ts';

const SENTINEL = 'from-an-example';
const ORIGIN = 'https://emulator.invalid';

/** The spec with the sentinel for the example of every field, and for every example of a whole body. */
function withSentinels(): object {
  return edited((document) => {
    mark(document);
  });
}

function mark(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const { properties, content } = value as { properties?: unknown; content?: unknown };
  for (const [name, child] of childrenOf(properties)) {
    if (documented.has(name)) child['examples'] = [SENTINEL];
  }
  for (const [, child] of childrenOf(content)) child['examples'] = { only: { value: SENTINEL } };
  Object.values(value).forEach(mark);
}

function childrenOf(map: unknown): [name: string, child: Json][] {
  return typeof map === 'object' && map !== null
    ? Object.entries(map).filter((entry): entry is [string, Json] => typeof entry[1] === 'object')
    : [];
}

/** What the emulator has code for: a field that the spec has gained since comes from its example. */
const documented: ReadonlySet<string> = new Set(
  [
    ...vendor.responseFields,
    ...vendor.geoFields,
    ...vendor.geoObjects,
    ...Object.values(vendor.legacyOutputs).flat(),
    ...['last_update_timestamp', 'updates', 'minfraud_id', 'action', 'action_last_updated'],
    ...['note', 'note_last_updated', 'proxyScore', 'err', 'subscores', ...vendor.subscoreFields],
  ].map((path) => path.replace(/^.*\./, '')),
);

const clock = (): Date => new Date('2026-07-01T16:00:00Z');
const speaking = startEmulator({ listen: false, spec: withSentinels(), clock });

async function responseOf(path: string, init: RequestInit): Promise<string> {
  const { fetch } = await speaking;
  const response = await fetch(ORIGIN + path, init);
  return Buffer.from(await response.arrayBuffer()).toString('latin1');
}

function scoring(path: string, transaction: Json): Promise<string> {
  return responseOf(path, {
    method: 'POST',
    headers: { authorization: basic(), 'content-type': 'application/json' },
    body: JSON.stringify(transaction),
  });
}

describe('no documented field of the shipped spec is filled from its example', () => {
  it.each([paths.score, paths.insights, paths.factors])('%s', async (path) => {
    await fc.assert(
      fc.asyncProperty(transactions, async (transaction) => {
        expect(await scoring(path, transaction)).not.toContain(SENTINEL);
      }),
      { numRuns: runs(300), seed: 19, endOnFailure: true },
    );
  });

  it.each([
    [{ shipping: { city: 'Lagos' } }],
    [{ shipping: { address: '1 Main Street' }, billing: { country: 'US' } }],
    [{ shipping: { country: 'KP' } }],
    [{ shipping: { postal: '55414' }, device: { ip_address: '5.6.7.8' } }],
    [{ billing: { region: 'MN' }, shipping: { region: 'MN' } }],
  ])('not of an address that is nowhere: %j', async (transaction) => {
    const response = JSON.parse(await scoring(paths.insights, transaction)) as Json;
    expect(response['shipping_address']).toEqual({ is_high_risk: false });
  });

  it('minFraud Legacy and Proxy Detection', async () => {
    const fields = fc.record(
      {
        i: ipAddresses,
        city: fc.constantFrom('Paris', 'Atlantis'),
        country: fc.constantFrom('FR', 'United States', 'Nowhere'),
        postal: fc.constantFrom('75001', '1'),
        domain: fc.constantFrom('gmail.com', 'constructor'),
        bin: fc.constantFrom('411111', '999999'),
        shipAddr: fc.constantFrom('1 Main Street', 'Reship Inc'),
        custPhone: fc.constantFrom('612-555-0100', '0'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fields, async (order) => {
        for (const path of [paths.legacy, paths.oldLegacy, paths.proxyDetection]) {
          const key = { license_key: TEST_LICENSE_KEY, l: TEST_LICENSE_KEY };
          const body = new URLSearchParams({ ...key, ...order });
          expect(await responseOf(path, { method: 'POST', body })).not.toContain(SENTINEL);
        }
      }),
      { numRuns: runs(150), seed: 19, endOnFailure: true },
    );
  });

  it('dispositions', async () => {
    const { addDispositions } = await speaking;
    addDispositions([
      {
        minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
        action: 'accept',
        action_last_updated: '2026-03-14T22:04:01.044250Z',
      },
    ]);
    const headers = { authorization: basic() };
    const page = await responseOf(`${paths.dispositions}?updates_after=2026-01-01T00:00:00Z`, {
      headers,
    });
    expect(page).toContain('5bc5d6c2');
    expect(page).not.toContain(SENTINEL);
  });

  it('would be noticed: a field that the spec alone knows is filled so', async () => {
    const spec = edited((document) => {
      schemaOf(document, 'Insights').properties['added'] = { type: 'string', examples: [SENTINEL] };
    });
    const { fetch } = await emulate({ listen: false, spec });
    const response = await fetch(ORIGIN + paths.insights, {
      method: 'POST',
      headers: { authorization: basic(), 'content-type': 'application/json' },
      body: JSON.stringify({ device: { ip_address: '203.0.113.1' } }),
    });
    expect(await response.text()).toContain(SENTINEL);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MinFraud } from 'minfraud-sdk';
import { type Emulator, startEmulator } from 'minfraud-emulator';

/** The code under test: yours. */
async function isHeld(client: MinFraud, ipAddress: string): Promise<boolean> {
  try {
    const { riskScore } = await client.score({ device: { ipAddress } }, { deadline: 20_000 });
    return riskScore > 20;
  } catch {
    return true;
  }
}

let emulator: Emulator;
let client: MinFraud;

beforeAll(async () => {
  emulator = await startEmulator();
  client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
});

beforeEach(() => {
  emulator.setFaults(); // no faults
});

afterAll(() => emulator.close());

test('an order from a household passes', async () => {
  expect(await isHeld(client, '203.0.113.7')).toBe(false);
});

test('an order from a Tor exit is held', async () => {
  expect(await isHeld(client, '203.0.113.215')).toBe(true);
});

test('an order is held when the service does not respond', async () => {
  emulator.setFaults({ score: { disconnect: 'before-response' } });
  expect(await isHeld(client, '203.0.113.7')).toBe(true);
});

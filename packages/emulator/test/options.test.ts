import { describe, expect, it } from '@jest/globals';
import { startEmulator, type EmulatorOptions, type RecordedRequest } from '../src/index.ts';
import { jsonOf, paths, post } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const account = { accountId: 1, licenseKey: 'k' };
const transaction = { device: { ip_address: '203.0.113.1' } };

describe('a typo in the options', () => {
  it.each<[unknown, string]>([
    [{ prot: 1 }, 'startEmulator has no "prot". Did you mean "port"?'],
    [{ fault: {} }, 'Did you mean "faults"?'],
    [{ pageSize: 1 }, 'Known: port, host'],
    [{ port: '80' }, 'port must be a whole number from 0 to 65535, not "80"'],
    [{ port: 70_000 }, 'port must be a whole number'],
    [{ maxRequests: -1 }, 'maxRequests must be a whole number'],
    [{ host: 1 }, 'host must be a string, not number'],
    [{ clock: new Date() }, 'clock must be a function'],
    [{ history: 'yes' }, 'history must be a boolean, not string'],
    [{ accounts: account }, 'accounts must be a list'],
    [
      { accounts: [{ ...account, licenceKey: 'x' }] },
      'accounts[0] has no "licenceKey". Did you mean "licenseKey"?',
    ],
    [{ accounts: [{ licenseKey: 'k' }] }, 'accounts[0] needs an accountId'],
    [{ accounts: [{ accountId: 1 }] }, 'accounts[0].licenseKey must be'],
    [{ accounts: [{ accountId: 1, licenseKey: [] }] }, 'accounts[0].licenseKey must be'],
    [{ accounts: [{ ...account, funds: NaN }] }, 'accounts[0].funds must be an amount'],
    [{ accounts: [{ ...account, permissions: ['scores'] }] }, 'Did you mean "score"?'],
    [{ accounts: [{ ...account, permissions: 'score' }] }, 'permissions must be a list'],
    [
      { accounts: [{ ...account, rules: [{ minimumRiskScore: 1, action: 'deny' }] }] },
      'rules[0].action must not be "deny"',
    ],
    [
      { accounts: [{ ...account, rules: [{ minimumRiskscore: 1, action: 'test' }] }] },
      'Did you mean "minimumRiskScore"?',
    ],
    [{ accounts: [{ ...account, legacyVersion: '1.4' }] }, 'legacyVersion must not be "1.4"'],
    [{ accounts: [null] }, 'accounts[0] must be an object, not null'],
    [{ legacyErrorStatus: 400 }, 'legacyErrorStatus must not be 400. Known: 200'],
    [{ proxySeparator: '|' }, 'proxySeparator must not be "|"'],
    [{ faults: [{ statsu: 1 }] }, 'a fault has no "statsu". Did you mean "status"?'],
    [{ faults: [{ malformed: 'trunkated' }] }, 'Did you mean "truncated"?'],
    [{ faults: [{ disconnect: 'midbody' }] }, 'Did you mean "mid-body"?'],
    [{ faults: { scor: { status: 500 } } }, 'Did you mean score?'],
    [{ faults: { score: 503 } }, 'the fault of score must be an object, not number'],
    [{ faults: 'all' }, 'faults must be an object, not string'],
    [null, 'the options of startEmulator must be an object, not null'],
    [[], 'the options of startEmulator must be an object, not a list'],
  ])('is told: %j', async (options, message) => {
    await expect(startEmulator(options as EmulatorOptions)).rejects.toThrow(message);
  });
});

describe('the life of an emulator', () => {
  it('tells a log of every request when it is over', async () => {
    const log: RecordedRequest[] = [];
    const emulator = await emulate({
      onRequest: (request) => log.push({ ...request }),
      faults: { insights: { disconnect: 'before-response' } },
    });
    await post(emulator.url + paths.score, transaction);
    await expect(post(emulator.url + paths.insights, transaction)).rejects.toThrow();
    expect(log).toMatchObject([
      { path: paths.score, status: 200, billed: true },
      { path: paths.insights, status: undefined, answer: undefined, billed: true },
    ]);
  });

  it('starts again with what it was started with', async () => {
    const emulator = await emulate({ faults: { factors: { status: 503, times: 1 } }, seed: 3 });
    const first = await jsonOf(post(emulator.url + paths.score, transaction));
    expect((await post(emulator.url + paths.factors, transaction)).status).toBe(503);
    emulator.setFaults([{ status: 500 }]);
    emulator.setClock('2026-07-01T00:00:00Z');
    emulator.reset();
    expect(emulator.requests).toEqual([]);
    expect(emulator.fundsRemaining()).toBe(100_000);
    expect((await post(emulator.url + paths.factors, transaction)).status).toBe(503);
    const again = await jsonOf(post(emulator.url + paths.score, transaction));
    expect([again['id'], again['funds_remaining']]).toEqual([
      first['id'],
      first['funds_remaining'],
    ]);
  });

  it('stops its clock when told to', async () => {
    const emulator = await emulate();
    const localTime = async (): Promise<unknown> => {
      const response = await jsonOf(post(emulator.url + paths.insights, transaction));
      return (response['device'] as { local_time: string }).local_time;
    };
    emulator.setClock(new Date('2026-07-01T16:00:00Z'));
    expect(await localTime()).toBe('2026-07-01T18:00:00+02:00');
    emulator.setClock();
    expect(await localTime()).not.toBe('2026-07-01T18:00:00+02:00');
    expect(() => {
      emulator.setClock('noon');
    }).toThrow('clock must be a Date');
  });

  it('may have no account at all, and lets no caller in then', async () => {
    const emulator = await emulate({ accounts: [] });
    expect(emulator.credentials).toEqual({ accountId: 0, licenseKey: '' });
    expect((await post(emulator.url + paths.score, transaction)).status).toBe(401);
  });
});

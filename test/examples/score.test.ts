import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tellAssessment } from '../../examples/demo/report.ts';
import { run, type Surroundings } from '../../examples/demo/run.ts';
import type { Assessment } from '../../examples/demo/services.ts';
import {
  addressStory,
  cardStory,
  deviceStory,
  emailStory,
  ipStory,
  phoneStory,
} from '../../examples/demo/stories.ts';
import { bar, riskStyle, stylesFor } from '../../examples/demo/styles.ts';
import type { Factors } from '../../generated/models/index.ts';
import { factors } from '../../generated/tables.ts';
import { decode } from '../../src/response/decode.ts';
import { emulate } from '../../packages/emulator/test/running-emulator.ts';

type Json = Record<string, unknown>;

interface Printed {
  code: number | null;
  out: string;
  err: string;
}

async function start(more: Partial<Surroundings> = {}): Promise<Printed> {
  const printed: Printed = { code: null, out: '', err: '' };
  printed.code = await run({
    arguments: [],
    environment: {},
    isTerminal: false,
    print: (text) => {
      printed.out += `${text}\n`;
    },
    complain: (text) => {
      printed.err += `${text}\n`;
    },
    ...more,
  });
  return printed;
}

describe('npm start', () => {
  it('is a program that runs by itself, and prints JSON on request', async () => {
    const root = join(__dirname, '../..');
    const printed = await new Promise<Printed>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          join(root, 'node_modules/tsx/dist/cli.mjs'),
          '-C',
          'minfraud-source',
          'examples/score.ts',
          '--json',
        ],
        { cwd: root, env: { PATH: process.env['PATH'] } },
      );
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({ code, out, err });
      });
    });
    expect([printed.code, printed.err]).toEqual([0, '']);
    const told = JSON.parse(printed.out) as Record<string, Json>;
    expect(Object.keys(told)).toEqual([
      'service',
      'transaction',
      'score',
      'insights',
      'factors',
      'report',
      'dispositions',
      'alert',
      'legacy',
      'proxyDetection',
    ]);
    expect(told['score']?.['riskScore']).toBe(told['factors']?.['riskScore']);
    expect(told['alert']?.['verified']).toBe(true);
    expect(told['dispositions']).toHaveLength(1);
    expect(told['legacy']?.['ipCity']).toBe('New York');
  }, 60_000);

  it('tells the whole story to a human, in plain text where no terminal reads it', async () => {
    const { code, out, err } = await start();
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('\u001b');
    for (const part of [
      /Risk score {2}█+.* 58\.32 of 99 {2}manual_review, by your rule review_medium_risk/,
      /× 9 .*The Anonymous IP address raised the overall risk score ANONYMOUS_IP/,
      /IP address {2}It is in New York, New York, United States, on the network of Example Hosting/,
      /It hides its user: a VPN \(examplevpn\), last seen/,
      /Card {8}Visa credit card of Example Bank, from US\. So is the billing address\./,
      /None: every input was used\./,
      /Report {6}Told MaxMind that the order was good: accepted\./,
      /Disposition A reviewer chose accept: “Called the customer/,
      /Alert {7}Signature verified/,
      /Legacy {6}Risk score 99; New York, United States/,
      /Proxy {7}proxyScore \d\.\d+ of 4/,
      /8 requests, 0\.047 make-believe dollars/,
    ]) {
      expect(out).toMatch(part);
    }
    for (const line of out.split('\n')) expect(line.length).toBeLessThan(150);
  });

  it('colours for a terminal, unless NO_COLOR says otherwise', async () => {
    expect((await start({ isTerminal: true })).out).toContain('\u001b[33m█');
    expect((await start({ isTerminal: true, environment: { NO_COLOR: '1' } })).out).not.toContain(
      '\u001b',
    );
    expect((await start({ isTerminal: true, environment: { NO_COLOR: '' } })).out).toContain(
      '\u001b',
    );
  });

  it('does not take one credential for two', async () => {
    const { out } = await start({ environment: { MAXMIND_ACCOUNT_ID: '7' } });
    expect(out).toContain('The built-in emulator');
  });

  it('explains itself when it does not understand', async () => {
    expect(await start({ arguments: ['--help'] })).toEqual({
      code: 2,
      out: '',
      err: 'usage: npm start [--silent] [-- --json]\n',
    });
  });
});

describe('npm start with credentials', () => {
  const environment = { MAXMIND_ACCOUNT_ID: '7', MAXMIND_LICENSE_KEY: 'sandbox-key' };

  async function sandbox(
    licenseKey: string,
  ): Promise<{ asked: string[]; fetch: Surroundings['fetch'] }> {
    const emulator = await emulate({ accounts: [{ accountId: 7, licenseKey }] });
    const asked: string[] = [];
    return {
      asked,
      fetch: (input, init) => {
        asked.push(input);
        return fetch(input.replace('https://sandbox.maxmind.com', emulator.url), init);
      },
    };
  }

  it('asks the sandbox, for what the sandbox has', async () => {
    const { asked, fetch } = await sandbox('sandbox-key');
    const { code, out } = await start({ environment, fetch });
    expect(code).toBe(0);
    expect(asked.sort()).toEqual(
      ['factors', 'insights', 'score'].map(
        (tier) => `https://sandbox.maxmind.com/minfraud/v2.0/${tier}`,
      ),
    );
    expect(out).toMatch(/^MaxMind's sandbox, account 7\. Its scores mean nothing\.\n/);
    expect(out).toContain('from 128.101.101.101');
    expect(out).not.toContain('Afterwards');
    expect(out).not.toContain('sandbox-key');
  });

  it('prints its results as JSON too', async () => {
    const { fetch } = await sandbox('sandbox-key');
    const { out } = await start({ environment, fetch, arguments: ['--json'] });
    expect(Object.keys(JSON.parse(out) as Json)).toEqual([
      'service',
      'transaction',
      'score',
      'insights',
      'factors',
    ]);
  });

  it('says what is wrong with them', async () => {
    const { fetch } = await sandbox('another-key');
    const { code, out, err } = await start({ environment, fetch });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^AuthenticationError AUTHORIZATION_INVALID: /);
    expect(err).not.toContain('sandbox-key');
  });

  it('lets a fault of its own be seen', async () => {
    const broken = (): never => {
      throw new Error('out of ink');
    };
    await expect(start({ print: broken })).rejects.toThrow('out of ink');
  });
});

describe('stories', () => {
  it('say so when nothing was sent or nothing is known', () => {
    expect(ipStory(undefined)).toBe('None was sent.');
    expect(ipStory({ riskReasons: [], subdivisions: [] })).toBe(
      'Where it is, is not known. Its own risk is unknown.',
    );
    expect(deviceStory(undefined)).toBe('Nothing is known.');
    expect(cardStory(undefined)).toBe('None was sent.');
    expect(emailStory(undefined)).toBe('None was sent.');
    expect(addressStory(undefined)).toBe('None was sent.');
    expect(addressStory({})).toBe('');
    expect(phoneStory(undefined)).toBe('');
  });

  it('raise their voice where something does not fit', () => {
    expect(
      cardStory({
        brand: 'Visa',
        isPrepaid: true,
        country: 'GB',
        isIssuedInBillingAddressCountry: false,
        issuer: { matchesProvidedName: false },
      }),
    ).toBe(
      'Visa prepaid card, from GB. THE BILLING ADDRESS IS NOT. THE CUSTOMER NAMED ANOTHER BANK.',
    );
    expect(emailStory({ isDisposable: true, isFree: true, isHighRisk: true })).toMatch(
      /Free provider\. DISPOSABLE\. KNOWN FOR FRAUD\.$/,
    );
    expect(
      addressStory({
        distanceToIpLocation: 900,
        isInIpCountry: false,
        isPostalInCity: false,
        isHighRisk: true,
      }),
    ).toBe(
      '900 km from the IP address, ANOTHER COUNTRY. POSTAL CODE AND CITY DISAGREE. KNOWN FOR FRAUD.',
    );
    expect(
      phoneStory({ numberType: 'fixed', isVoip: true, matchesPostal: false, country: 'US' }),
    ).toBe('Phone: fixed VoIP number in US, WRONG FOR THE POSTAL CODE.');
    expect(deviceStory({ confidence: 99 })).toBe(
      'Unnamed, almost certainly this one (confidence 99), last seen never.',
    );
  });

  it('name every way to hide', () => {
    const anonymizer = {
      isAnonymous: true,
      isTorExitNode: true,
      isPublicProxy: true,
      isResidentialProxy: true,
      isHostingProvider: true,
      residential: { providerName: 'exampleproxies', networkLastSeen: '2026-07-01' },
    };
    expect(ipStory({ anonymizer, risk: 90, riskReasons: [], subdivisions: [] })).toContain(
      'It hides its user: a Tor exit and a public proxy and a residential proxy and a hosting provider (exampleproxies), last seen as such on 2026-07-01. Its own risk is 90 of 99.',
    );
  });

  it('show warnings, and scores without reasons or rules', () => {
    const wire = {
      id: 'x',
      risk_score: 0.01,
      funds_remaining: 1,
      queries_remaining: 2,
      warnings: [{ code: 'INPUT_INVALID', warning: 'Not good.', input_pointer: '/billing/city' }],
    };
    const score = decode(wire, factors, { locales: ['en'] }) as Factors;
    const assessment: Assessment = {
      transaction: {},
      score,
      insights: score,
      factors: score,
    };
    const text = tellAssessment(assessment, stylesFor(false, undefined));
    expect(text).toContain('Nothing moved the score noticeably.');
    expect(text).toMatch(/INPUT_INVALID \/billing\/city\n +Not good\./);
    expect(text).toContain('0.01 of 99');
  });
});

describe('bars', () => {
  it.each([
    [0, '▏░░░'],
    [0.5, '██░░'],
    [0.53, '██▏░'],
    [1, '████'],
    [7, '████'],
  ])('%d of 4 cells is %s', (share, text) => {
    expect(bar(share, 4)).toBe(text);
  });

  it('are green, yellow or red', () => {
    const styles = stylesFor(true, undefined);
    expect(riskStyle(19.99, styles)).toBe(styles.green);
    expect(riskStyle(20, styles)).toBe(styles.yellow);
    expect(riskStyle(70, styles)).toBe(styles.red);
  });
});

import { describe, expect, it } from '@jest/globals';
import { cardRecord } from '../src/signals/card.ts';
import { checkToken, deviceRecord } from '../src/signals/device.ts';
import { isUnusable, lookUpEmail } from '../src/signals/email.ts';
import { lookUpIp, proxyScore } from '../src/signals/ip-address.ts';
import { ipAddressRecord } from '../src/signals/ip-record.ts';
import { phoneRecord } from '../src/signals/phone.ts';
import {
  billingRecord,
  isReshipper,
  locate,
  shippingRecord,
} from '../src/signals/postal-address.ts';

const moment = new Date('2026-07-01T16:00:00Z');
const ip = (text: string): ReturnType<typeof lookUpIp> => lookUpIp(text, '');

describe('the IP address', () => {
  it('has names in eight languages, and the local time of the event', () => {
    const record = ipAddressRecord(ip('203.0.113.40'), moment);
    expect(record.city?.names).toMatchObject({
      en: 'São Paulo',
      ja: 'サンパウロ',
      'zh-CN': '圣保罗',
    });
    expect(record.country).toMatchObject({ iso_code: 'BR', names: { fr: 'Brésil' } });
    expect(record.country).not.toHaveProperty('is_in_european_union');
    expect(record.location?.local_time).toBe('2026-07-01T13:00:00-03:00');
    expect(record.traits).toMatchObject({
      connection_type: 'Cellular',
      user_type: 'cellular',
      mobile_country_code: '724',
      network: '203.0.113.32/28',
    });
    expect(record).not.toHaveProperty('anonymizer');
  });

  it('is in the European Union only where it is', () => {
    const { country } = ipAddressRecord(ip('203.0.113.50'), moment);
    expect(country).toMatchObject({ iso_code: 'DE', is_in_european_union: true });
  });

  it.each([
    ['203.0.113.190', { is_hosting_provider: true }],
    ['203.0.113.200', { is_anonymous_vpn: true, provider_name: 'examplevpn', confidence: 99 }],
    ['203.0.113.210', { is_tor_exit_node: true }],
    ['203.0.113.230', { is_public_proxy: true }],
    [
      '203.0.113.250',
      { is_residential_proxy: true, residential: { provider_name: 'exampleproxies' } },
    ],
  ])('%s is anonymous, in both objects: %j', (text, flags) => {
    const record = ipAddressRecord(ip(text), moment);
    expect(record.anonymizer).toMatchObject({ is_anonymous: true, ...flags });
    expect(record.traits).toMatchObject({ is_anonymous: true });
    expect(record.risk_reasons?.map(({ code }) => code)).toContain('ANONYMOUS_IP');
    const seen = record.anonymizer?.residential ?? record.anonymizer;
    expect(seen?.network_last_seen).toBe('2026-06-30');
  });

  it('names only country and operator of a satellite link', () => {
    const record = ipAddressRecord(ip('198.51.100.200'), moment);
    expect(record).not.toHaveProperty('city');
    expect(record).not.toHaveProperty('postal');
    expect(record.location).toEqual({ accuracy_radius: 1000, latitude: 38, longitude: -97 });
    expect(record.traits?.connection_type).toBe('Satellite');
    expect(record.traits).not.toHaveProperty('is_satellite_provider');
  });

  it('has a risk and nothing else when nobody knows it', () => {
    expect(ipAddressRecord(ip('5.6.7.8'), moment)).toEqual({ risk: ip('5.6.7.8').risk });
    expect(ip('5.6.7.8').risk).toBeLessThanOrEqual(3);
  });

  it.each([
    ['128.101.101.101', 2, 4],
    ['74.209.24.1', 0.5, 1.99],
    ['65.116.3.80', 0, 0.49],
    ['192.168.0.1', 0, 0],
    ['5.6.7.8', 0, 0.3],
  ])('%s has a proxyScore from %d to %d', (text, low, high) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const score = proxyScore(lookUpIp(text, String(seed)), String(seed));
      expect(score).toBeGreaterThanOrEqual(low);
      expect(score).toBeLessThanOrEqual(high);
    }
  });
});

describe('the card', () => {
  it('is known by its IIN, and compared with what the customer says', () => {
    expect(
      cardRecord(
        {
          issuer_id_number: '41111111',
          bank_name: 'EXAMPLE-BANK',
          bank_phone_number: '+1 (800) 555 0100',
        },
        'US',
      ),
    ).toEqual({
      brand: 'Visa',
      country: 'US',
      is_business: false,
      is_issued_in_billing_address_country: true,
      is_prepaid: false,
      is_virtual: false,
      issuer: {
        matches_provided_name: true,
        matches_provided_phone_number: true,
        name: 'Example Bank',
        phone_number: '800-555-0100',
      },
      type: 'credit',
    });
  });

  it.each([
    ['510510', { is_prepaid: true, type: 'debit' }],
    ['222300', { is_virtual: true, country: 'NL' }],
    ['555555', { is_business: true, brand: 'Mastercard' }],
    ['378282', { brand: 'American Express', type: 'charge' }],
    ['499999', { brand: 'Visa', country: 'US' }],
    ['271234', { brand: 'Mastercard' }],
    ['358999', { brand: 'JCB' }],
    ['361234', { brand: 'Diners Club' }],
    ['651234', { brand: 'Discover' }],
    ['621234', { brand: 'UnionPay' }],
  ])('%s: %j', (issuer_id_number, expected) => {
    expect(cardRecord({ issuer_id_number }, undefined)).toMatchObject(expected);
  });

  it('leaves out what it cannot compare', () => {
    expect(cardRecord({ issuer_id_number: '400000', bank_phone_number: '1' }, undefined)).toEqual({
      brand: 'Visa',
      country: 'BR',
      is_business: false,
      is_prepaid: false,
      is_virtual: false,
      issuer: { name: 'Banco Exemplo' },
      type: 'credit',
    });
    expect(cardRecord({ issuer_id_number: '499999' }, 'DE')).not.toHaveProperty('issuer');
    expect(cardRecord({ issuer_id_number: '999999' }, 'DE')).toBeUndefined();
    expect(cardRecord({ country: 'US' }, 'US')).toBeUndefined();
    expect(cardRecord(undefined, 'US')).toBeUndefined();
  });

  it('sees that name and phone number are wrong', () => {
    const card = { issuer_id_number: '411111', bank_name: 'Other', bank_phone_number: '555' };
    expect(cardRecord(card, 'FR')).toMatchObject({
      is_issued_in_billing_address_country: false,
      issuer: { matches_provided_name: false, matches_provided_phone_number: false },
    });
  });
});

describe('the email address', () => {
  const look = (email: { address?: string; domain?: string }): ReturnType<typeof lookUpEmail> =>
    lookUpEmail(email, moment, '');

  it.each([
    ['someone@GMAIL.com', { is_free: true, is_disposable: false, is_high_risk: false }],
    ['x@mailinator.com', { is_free: false, is_disposable: true, is_high_risk: false }],
    ['fraud.ring@example.com', { is_high_risk: true, domain: { classification: 'business' } }],
    ['a@cs.example.edu', { domain: { classification: 'education' } }],
    ['a@dept.ac.uk', { domain: { classification: 'education' } }],
    ['a@interieur.gouv.fr', { domain: { classification: 'government' } }],
    ['a@t-online.de', { domain: { classification: 'isp_email' } }],
    ['a@parked.example', { domain: { visit: { status: 'parked' } } }],
    ['a@offline.example', { domain: { visit: { status: 'dns_error' } } }],
    ['a@redirect.example', { domain: { visit: { status: 'live', has_redirect: true } } }],
  ])('%s: %j', (address, expected) => {
    expect(look({ address })?.record).toMatchObject(expected);
  });

  it('was first seen today when it begins with "new"', () => {
    const found = look({ address: 'new.customer@new-shop.example' });
    expect(found).toMatchObject({
      age: 0,
      domainAge: 10,
      record: { first_seen: '2026-07-01', domain: { first_seen: '2026-06-21' } },
    });
  });

  it('is not visited at its large providers', () => {
    expect(look({ address: 'a@gmail.com' })?.record.domain).toEqual({
      first_seen: '2019-01-01',
      risk: expect.any(Number),
      volume: 630_000,
    });
  });

  it('may come hashed: then the domain comes apart, and two hashes are known to be bad', () => {
    const hash = '977577b140bfb7c516e4746204fbdb01';
    const found = look({ address: hash, domain: 'free.example' });
    expect(found?.record).toMatchObject({ is_free: true, is_high_risk: false });
    expect(found?.localPart).toBeUndefined();
    expect(look({ address: hash })?.record).not.toHaveProperty('domain');
    // MD5 of fraud@example.com and of fraudster@example.com.
    for (const address of [
      '7ca578bb67a8fa86d8252fa6879c5426',
      '63aafb94bada5c24bf4185d4a2e751c8',
    ]) {
      expect(look({ address })?.record.is_high_risk).toBe(true);
    }
  });

  it('may be a domain alone', () => {
    const found = look({ domain: 'Example.COM' });
    expect(found?.record).not.toHaveProperty('is_high_risk');
    expect(found?.record).not.toHaveProperty('first_seen');
    expect(found?.record).toMatchObject({ is_free: false, domain: { classification: 'business' } });
    expect(look({})).toBeUndefined();
    expect(lookUpEmail(undefined, moment, '')).toBeUndefined();
  });

  it('is not used when it is the hash of nothing', () => {
    expect(isUnusable('D41D8CD98F00B204E9800998ECF8427E')).toBe(true);
    expect(isUnusable('a@example.com')).toBe(false);
    expect(look({ address: 'd41d8cd98f00b204e9800998ecf8427e' })).toBeUndefined();
  });

  it('keeps to the earliest dates that the vendor documents', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const found = lookUpEmail({ address: 'a@example.com' }, moment, String(seed))?.record;
      expect(found?.first_seen?.localeCompare('2008-01-01')).toBeGreaterThanOrEqual(0);
      expect(found?.domain?.first_seen?.localeCompare('2019-01-01')).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the phone number', () => {
  it.each([
    [
      { phone_number: '203-555-0100', phone_country_code: '1', postal: '06511', country: 'US' },
      { country: 'US', number_type: 'fixed', is_voip: false, matches_postal: true },
    ],
    [
      { phone_number: '(203) 555-0100', phone_country_code: '+1', postal: '90012', country: 'US' },
      { matches_postal: false },
    ],
    [{ phone_number: '416 555 0100', phone_country_code: '1' }, { country: 'CA' }],
    [
      { phone_number: '07700 900100', country: 'gb' },
      { country: 'GB', number_type: 'mobile' },
    ],
    [
      { phone_number: '056 0000 0100', phone_country_code: '44' },
      { country: 'GB', is_voip: true, number_type: 'fixed' },
    ],
    [
      { phone_number: '0151 23456789', phone_country_code: '49' },
      { country: 'DE', number_type: 'mobile' },
    ],
    [
      { phone_number: '06 39 98 01 00', phone_country_code: '33' },
      { country: 'FR', number_type: 'mobile' },
    ],
    [
      { phone_number: '50-0000-0000', phone_country_code: '81' },
      { country: 'JP', is_voip: true },
    ],
  ])('%j is %j', (written, expected) => {
    expect(phoneRecord(written, '')).toMatchObject(expected);
  });

  it('has no operator in a country without a plan, and no postal match without an area code', () => {
    expect(phoneRecord({ phone_number: '20123456', phone_country_code: '45' }, '')).toEqual({
      country: 'DK',
      is_voip: false,
      number_type: 'fixed',
    });
    const unknownArea = { phone_number: '9995550100', country: 'US', postal: '06511' };
    expect(phoneRecord(unknownArea, '')).not.toHaveProperty('matches_postal');
  });

  it.each([
    undefined,
    {},
    { phone_number: '--' },
    { phone_number: '5550100' },
    { phone_number: '5550100', phone_country_code: '999' },
  ])('%j tells nothing', (written) => {
    expect(phoneRecord(written, '')).toBeUndefined();
  });
});

describe('the address', () => {
  it('is compared with the IP address', () => {
    const billing = locate('billing', { city: 'Berlin', country: 'DE', postal: '10115' });
    expect(billing && billingRecord(billing, ip('203.0.113.1'))).toEqual({
      distance_to_ip_location: 878,
      is_in_ip_country: false,
      is_postal_in_city: true,
      latitude: 52.5244,
      longitude: 13.4105,
    });
    const wrong = locate('billing', { city: 'Berlin', country: 'DE', postal: '20095' });
    expect(wrong?.postalInCity).toBe(false);
  });

  it.each([
    [{ postal: '75011', country: 'FR' }, 48.8566],
    [{ region: 'cvl', country: 'FR' }, 47.9029],
    [{ country: 'FR' }, 46],
    [{ city: 'Somewhere', country: 'FR', postal: '75011' }, 48.8566],
    [{ country: 'GL' }, undefined],
  ])('%j lies at the best known latitude: %s', (written, latitude) => {
    expect(locate('shipping', written)?.point?.latitude).toBe(latitude);
  });

  it('is compared with the billing address, and is risky at a parcel forwarder', () => {
    const billing = locate('billing', { city: 'New York', country: 'US' });
    const shipping = locate('shipping', {
      city: 'Los Angeles',
      country: 'US',
      address_2: 'c/o Example Forwarding',
    });
    if (shipping === undefined) throw new Error('no address');
    expect(shippingRecord(shipping, billing, undefined)).toEqual({
      distance_to_billing_address: 3936,
      is_high_risk: true,
      latitude: 34.0522,
      longitude: -118.2437,
    });
    expect(isReshipper(undefined)).toBe(false);
  });

  it('is none when only names or phone numbers are there', () => {
    expect(locate('billing', { first_name: 'Jo', phone_number: '5550100' })).toBeUndefined();
    expect(locate('billing', undefined)).toBeUndefined();
  });

  it('has no record when nothing is known of it', () => {
    const nowhere = locate('billing', { address: '1 Main Street' });
    expect(nowhere && billingRecord(nowhere, ip('5.6.7.8'))).toBeUndefined();
  });
});

describe('the device', () => {
  it('is surer with a tracking token, and the same wherever the token goes', () => {
    const token = { tracking_token: 'emulator-7', ip_address: '203.0.113.1' };
    const home = deviceRecord(token, ip('203.0.113.1'), moment, '');
    const away = deviceRecord(token, ip('203.0.113.50'), moment, '');
    expect(home).toMatchObject({ confidence: 99, local_time: '2026-07-01T18:00:00+02:00' });
    expect(away?.id).toBe(home?.id);
    const guessed = deviceRecord({ user_agent: 'x' }, ip('203.0.113.1'), moment, '');
    expect(guessed?.confidence).toBeLessThan(99);
    expect(guessed?.id).not.toBe(home?.id);
    expect(Date.parse(guessed?.last_seen ?? '')).toBeLessThan(moment.getTime());
  });

  it('is unknown without an IP address, and has no local time at an unknown one', () => {
    expect(deviceRecord({}, undefined, moment, '')).toBeUndefined();
    expect(deviceRecord(undefined, ip('5.6.7.8'), moment, '')).not.toHaveProperty('local_time');
  });

  it('complains about tokens as documented', () => {
    expect(checkToken(undefined)).toBeUndefined();
    expect(checkToken('emulator-1')).toBeUndefined();
    expect(checkToken('short')?.code).toBe('TRACKING_TOKEN_INVALID');
    expect(checkToken('long-enough-token')?.code).toBe('TRACKING_TOKEN_NOT_FOUND');
  });
});

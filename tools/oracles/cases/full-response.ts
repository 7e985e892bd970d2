/** The full responses that the tests of the clients parse; those of five are alike. Texts are ours. */
import { changed, type Json } from './case.ts';

function names(de: string, en: string, es: string, fr: string, ...others: string[]): Json {
  const [ja, ptBr, ru, zhCn] = others;
  const all = { de, en, es, fr, ja, 'pt-BR': ptBr, ru, 'zh-CN': zhCn };
  return Object.fromEntries(Object.entries(all).filter(([, name]) => name !== undefined));
}

const unitedStates = {
  geoname_id: 6252001,
  iso_code: 'US',
  names: names(
    'USA',
    'United States',
    'Estados Unidos',
    'États-Unis',
    'アメリカ合衆国',
    'Estados Unidos',
    'США',
    '美国',
  ),
};

const unitedKingdom = {
  geoname_id: 2635167,
  iso_code: 'GB',
  is_in_european_union: true,
  names: names(
    'Vereinigtes Königreich',
    'United Kingdom',
    'Reino Unido',
    'Royaume-Uni',
    'イギリス',
    'Reino Unido',
    'Великобритания',
    '英国',
  ),
};

const invalidInputs = ['/account/user_id', '/account/username_md5'].map((pointer) => ({
  code: 'INPUT_INVALID',
  warning: `The value at ${pointer} is not what it must be.`,
  input_pointer: pointer,
}));

const riskReasons = [
  { code: 'ANONYMOUS_IP', reason: 'An anonymous network' },
  { code: 'MINFRAUD_NETWORK_ACTIVITY', reason: 'Seen at other merchants' },
];

const residential = {
  confidence: 82,
  network_last_seen: '2026-05-11',
  provider_name: 'quickshift',
};

const bank = { matches_provided_name: true, matches_provided_phone_number: true };

/** Java's score, which four other clients parse with small differences. */
export const scoreResponse: Json = {
  id: '27d26476-e2bc-11e4-92b8-962e705b4af5',
  risk_score: 0.01,
  funds_remaining: 10,
  queries_remaining: 1000,
  ip_address: { risk: 99 },
  disposition: { action: 'reject', reason: 'custom_rule', rule_label: 'the label' },
  warnings: invalidInputs,
};

/** Java's insights. */
export const insightsResponse: Json = {
  ...scoreResponse,
  billing_address: {
    is_postal_in_city: false,
    latitude: 41.310571,
    longitude: -72.922891,
    distance_to_ip_location: 5465,
    is_in_ip_country: false,
  },
  billing_phone: {
    country: 'US',
    is_voip: false,
    matches_postal: true,
    network_operator: 'Verizon/1',
    number_type: 'fixed',
  },
  credit_card: {
    issuer: { ...bank, name: 'Bank of No Hope', phone_number: '8003421232' },
    brand: 'Visa',
    country: 'US',
    is_business: true,
    is_issued_in_billing_address_country: true,
    is_prepaid: true,
    is_virtual: true,
    type: 'credit',
  },
  device: {
    confidence: 99,
    id: '7835b099-d385-4e5b-969e-7df26181d73b',
    last_seen: '2016-06-08T14:16:38Z',
    local_time: '2018-04-05T15:34:40-07:00',
  },
  email: {
    domain: {
      classification: 'education',
      first_seen: '2014-02-23',
      risk: 15.5,
      volume: 630000,
      visit: { status: 'live', last_visited_on: '2024-11-15', has_redirect: true },
    },
    first_seen: '2017-01-02',
    is_disposable: true,
    is_free: true,
    is_high_risk: true,
  },
  ip_address: {
    risk: 0.01,
    risk_reasons: riskReasons,
    anonymizer: {
      confidence: 99,
      is_anonymous: true,
      is_anonymous_vpn: true,
      is_hosting_provider: true,
      is_public_proxy: true,
      is_residential_proxy: true,
      is_tor_exit_node: true,
      network_last_seen: '2025-01-15',
      provider_name: 'TestVPN',
      residential,
    },
    city: {
      confidence: 42,
      geoname_id: 2643743,
      names: names('London', 'London', 'Londres', 'Londres', 'ロンドン', 'Londres', 'Лондон'),
    },
    continent: {
      code: 'EU',
      geoname_id: 6255148,
      names: names(
        'Europa',
        'Europe',
        'Europa',
        'Europe',
        'ヨーロッパ',
        'Europa',
        'Европа',
        '欧洲',
      ),
    },
    country: { ...unitedKingdom, confidence: 99 },
    location: {
      accuracy_radius: 96,
      latitude: 51.5142,
      longitude: -0.0931,
      local_time: '2012-04-13T00:20:50+01:00',
      time_zone: 'Europe/London',
    },
    registered_country: unitedStates,
    represented_country: unitedKingdom,
    subdivisions: [
      {
        confidence: 42,
        geoname_id: 6269131,
        iso_code: 'ENG',
        names: { en: 'England', es: 'Inglaterra', fr: 'Angleterre', 'pt-BR': 'Inglaterra' },
      },
    ],
    traits: {
      connection_type: 'Cable/DSL',
      domain: 'in-addr.arpa',
      ip_address: '152.216.7.110',
      is_anonymous: true,
      is_anonymous_vpn: true,
      is_hosting_provider: true,
      is_public_proxy: true,
      is_tor_exit_node: true,
      isp: 'Andrews & Arnold Ltd',
      mobile_country_code: '310',
      mobile_network_code: '004',
      network: '81.2.69.0/24',
      organization: 'STONEHOUSE office network',
      user_type: 'government',
    },
  },
  shipping_address: {
    is_postal_in_city: false,
    latitude: 35.704729,
    longitude: -97.568619,
    distance_to_ip_location: 7456,
    distance_to_billing_address: 2227,
    is_in_ip_country: false,
    is_high_risk: false,
  },
  shipping_phone: {
    country: 'CA',
    is_voip: true,
    matches_postal: false,
    network_operator: 'Telus Mobility-SVR/2',
    number_type: 'mobile',
  },
};

export const riskScoreReasons: readonly Json[] = [
  [45, 'ANONYMOUS_IP', 'An anonymous network'],
  [1.8, 'TIME_OF_DAY', 'The local time of day'],
  [1.6, 'EMAIL_DOMAIN_NEW', 'A new domain'],
  [0.34, 'EMAIL_ADDRESS_NEW', 'A new address'],
].map(([multiplier, code, reason]) => ({ multiplier, reasons: [{ code, reason }] }));

/** Factors that are no longer documented, but still parsed by most clients. */
export const subscores: Json = {
  avs_result: 0.01,
  billing_address: 0.02,
  billing_address_distance_to_ip_location: 0.03,
  browser: 0.04,
  chargeback: 0.05,
  country: 0.06,
  country_mismatch: 0.07,
  cvv_result: 0.08,
  device: 0.09,
  email_address: 0.1,
  email_domain: 0.11,
  email_local_part: 0.12,
  issuer_id_number: 0.15,
  order_amount: 0.16,
  phone_number: 0.17,
  shipping_address: 0.18,
  shipping_address_distance_to_ip_location: 0.19,
  time_of_day: 0.2,
};

/** The numbers of the other three clients. */
export const otherSubscores: Json = {
  ...subscores,
  device: 0.18,
  email_address: 0.09,
  email_domain: 0.1,
  email_local_part: 0.19,
  email_tenure: 0.11,
  ip_tenure: 0.12,
  issuer_id_number: 0.13,
  order_amount: 0.14,
  phone_number: 0.15,
  shipping_address: 0.2,
  shipping_address_distance_to_ip_location: 0.16,
  time_of_day: 0.17,
};

/** The military country of a response, which is the United States in all tests. */
export const represented = (isInEuropeanUnion: boolean, others?: Json): Json => ({
  ...unitedStates,
  is_in_european_union: isInEuropeanUnion,
  type: 'military',
  ...others,
});

export const registered = (isInEuropeanUnion: boolean): Json => ({
  ...unitedStates,
  is_in_european_union: isInEuropeanUnion,
});

export const britain: Json = unitedKingdom;

/** Node's own response. */
export const losAngelesResponse: Json = changed(insightsResponse, {
  '/id': '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
  '/funds_remaining': 25,
  '/queries_remaining': 1666,
  '/disposition': { action: 'accept', reason: 'default', rule_label: 'the label' },
  '/warnings': [
    {
      code: 'INPUT_INVALID',
      warning: 'The value at /shipping/city is not what it must be.',
      input_pointer: '/shipping/city',
    },
  ],
  '/billing_address': {
    is_postal_in_city: true,
    latitude: 37.545,
    longitude: -122.421,
    distance_to_ip_location: 100,
    is_in_ip_country: true,
  },
  '/credit_card/issuer': { ...bank, name: 'Bank of America', phone_number: '800-732-9194' },
  '/device/local_time': '2018-01-02T10:40:11-08:00',
  '/email': {
    domain: {
      classification: 'business',
      first_seen: '2016-01-23',
      risk: 15.5,
      volume: 6300,
      visit: { status: 'live', last_visited_on: '2024-11-15', has_redirect: false },
    },
    first_seen: '2016-02-03',
    is_disposable: false,
    is_free: false,
    is_high_risk: true,
  },
  '/ip_address/anonymizer/is_residential_proxy': false,
  '/ip_address/city': {
    confidence: 25,
    geoname_id: 54321,
    names: names(
      'Los Angeles',
      'Los Angeles',
      'Los Ángeles',
      'Los Angeles',
      'ロサンゼルス市',
      'Los Angeles',
      'Лос-Анджелес',
      '洛杉矶',
    ),
  },
  '/ip_address/continent': {
    code: 'NA',
    geoname_id: 123456,
    names: names(
      'Nordamerika',
      'North America',
      'América del Norte',
      'Amérique du Nord',
      '北アメリカ',
      'América do Norte',
      'Северная Америка',
      '北美洲',
    ),
  },
  '/ip_address/country': {
    ...unitedStates,
    confidence: 75,
    is_high_risk: true,
    is_in_european_union: true,
  },
  '/ip_address/location': {
    accuracy_radius: 20,
    average_income: 50321,
    latitude: 37.6293,
    longitude: -122.1163,
    local_time: '2015-04-26T01:37:17-08:00',
    metro_code: 807,
    population_density: 7122,
    time_zone: 'America/Los_Angeles',
  },
  '/ip_address/postal': { code: '90001', confidence: 10 },
  '/ip_address/registered_country': registered(true),
  '/ip_address/represented_country': represented(true),
  '/ip_address/subdivisions': [
    {
      confidence: 50,
      geoname_id: 5332921,
      iso_code: 'CA',
      names: {
        de: 'Kalifornien',
        en: 'California',
        es: 'California',
        fr: 'Californie',
        ja: 'カリフォルニア',
        ru: 'Калифорния',
        'zh-CN': '加州',
      },
    },
  ],
  '/ip_address/traits': {
    autonomous_system_number: 1239,
    autonomous_system_organization: 'Linkem IR WiMax Network',
    connection_type: 'Cable/DSL',
    domain: 'example.com',
    ip_address: '1.2.3.0/24',
    is_anonymous: true,
    is_anonymous_proxy: true,
    is_anonymous_vpn: true,
    is_hosting_provider: true,
    is_legitimate_proxy: false,
    is_public_proxy: true,
    is_residential_proxy: false,
    is_satellite_provider: true,
    is_tor_exit_node: true,
    isp: 'Linkem spa',
    organization: 'Linkem IR WiMax Network',
    user_type: 'traveler',
  },
  '/shipping_address': {
    is_postal_in_city: true,
    latitude: 37.632,
    longitude: -122.313,
    distance_to_ip_location: 15,
    distance_to_billing_address: 22,
    is_in_ip_country: true,
    is_high_risk: true,
  },
  '/shipping_phone/matches_postal': true,
});

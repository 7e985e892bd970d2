/** Mistakes of the first hour, each with the error that ends the program and a word that its message has to have. */
const sdk = (names) => ({ 'minfraud-sdk': names });
const credentials = "accountId: 42, licenseKey: 'hidden-license-key-0000'";
const client = `new MinFraud({ ${credentials} })`;

export const mistakes = [
  {
    what: 'no key',
    imports: sdk('MinFraud'),
    code: 'new MinFraud();',
    error: 'InvalidRequestError',
    says: 'MAXMIND_LICENSE_KEY',
  },
  {
    what: 'no key for Legacy',
    imports: { 'minfraud-sdk/legacy': 'MinFraudLegacy' },
    code: 'new MinFraudLegacy();',
    error: 'InvalidRequestError',
    says: 'MAXMIND_LICENSE_KEY',
  },
  {
    what: 'an invalid account ID',
    imports: sdk('MinFraud'),
    code: "new MinFraud({ accountId: 'shop', licenseKey: 'hidden-license-key-0000' });",
    error: 'InvalidRequestError',
    says: 'accountId',
  },
  {
    what: 'a misspelt option',
    imports: sdk('MinFraud'),
    code: `new MinFraud({ ${credentials}, timout: 5_000 });`,
    error: 'InvalidRequestError',
    says: 'timout',
  },
  {
    what: 'an option of another type',
    imports: sdk('MinFraud'),
    code: `new MinFraud({ ${credentials}, timeout: '5 s' });`,
    error: 'InvalidRequestError',
    says: 'timeout',
  },
  {
    what: 'a misspelt field',
    imports: sdk('MinFraud'),
    code: `await ${client}.score({ device: { ipAdress: '203.0.113.9' } });`,
    error: 'InvalidRequestError',
    says: 'ipAddress',
  },
  {
    what: 'nothing to score',
    imports: sdk('MinFraud'),
    code: `await ${client}.score({});`,
    error: 'InvalidRequestError',
    says: '',
  },
  {
    what: 'a card number as token',
    imports: sdk('MinFraud'),
    code: `await ${client}.score({ creditCard: { token: '4111111111111111' } });`,
    error: 'InvalidRequestError',
    says: 'creditCard.token',
  },
  {
    what: 'a refused connection',
    imports: sdk('MinFraud'),
    code: `await new MinFraud({ ${credentials}, baseUrl: 'http://127.0.0.1:1', maxRetries: 0 }).score({ device: { ipAddress: '203.0.113.9' } });`,
    error: 'ConnectionError',
    says: '127.0.0.1',
  },
  {
    what: 'a wrong key',
    imports: { ...sdk('MinFraud'), 'minfraud-emulator': 'startEmulator' },
    code: `const { url: baseUrl } = await startEmulator(); await new MinFraud({ ${credentials}, baseUrl }).score({ device: { ipAddress: '203.0.113.9' } });`,
    error: 'AuthenticationError',
    says: '401',
  },
  {
    what: 'an empty secret',
    imports: { 'minfraud-sdk/alerts': 'verifyAlert' },
    code: "await verifyAlert({ query: 'i=203.0.113.9', signature: '00', secret: '' });",
    error: 'TypeError',
    says: 'secret',
  },
  {
    what: 'a proxy that is no address',
    imports: { 'minfraud-sdk/device': 'deviceFrom' },
    code: "deviceFrom({ headers: {} }, { trust: ['the load balancer'] });",
    error: 'TypeError',
    says: 'trust',
  },
  {
    what: 'a misspelt option of the emulator',
    imports: { 'minfraud-emulator': 'startEmulator' },
    code: 'await startEmulator({ prot: 8080 });',
    error: 'TypeError',
    says: 'prot',
  },
];

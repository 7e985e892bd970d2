/** An empty project with the packed SDK installed in it, and the programs a customer would write. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Packs the built SDK and installs the tarball, with its dependencies from our own lock file. */
export function createProject() {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-package-'));
  const installed = join(folder, 'node_modules', name);
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
  );
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  // The package brings no dependency; these are the customer's own.
  for (const dependency of ['@types/node', 'undici-types', 'undici', '@opentelemetry/api']) {
    cpSync(join(root, 'node_modules', dependency), join(folder, 'node_modules', dependency), {
      recursive: true,
    });
  }
  for (const [file, text] of Object.entries(programs())) writeFileSync(join(folder, file), text);
  return {
    folder,
    installed,
    tarball: join(folder, filename),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const entries = [
  ['MinFraud', ''],
  ['MinFraudLegacy, parseLegacyResponse', '/legacy'],
  ['verifyAlert', '/alerts'],
  ['startEmulator', '/emulator'],
  ['deviceFrom', '/device'],
  ['createWireClient', '/wire'],
];

function programs() {
  const imports = entries
    .map(([value, path]) => `import { ${value} } from '${name}${path}';`)
    .join('\n');
  const requires = entries
    .map(([value, path]) => `const { ${value} } = require('${name}${path}');`)
    .join('\n');
  return {
    'package.json': JSON.stringify({ name: 'consumer', private: true }),
    'consumer.mjs': program(
      `${imports}\nimport spec from '${name}/openapi.json' with { type: 'json' };`,
    ),
    'consumer.cjs': program(`${requires}\nconst spec = require('${name}/openapi.json');`),
    'peers.mjs': withPeers(
      `import { MinFraud } from '${name}';
import { startEmulator } from '${name}/emulator';
import { undiciFetch } from '${name}/undici';
import { traceMinFraud } from '${name}/opentelemetry';`,
    ),
    'peers.cjs': withPeers(
      `const { MinFraud } = require('${name}');
const { startEmulator } = require('${name}/emulator');
const { undiciFetch } = require('${name}/undici');
const { traceMinFraud } = require('${name}/opentelemetry');`,
    ),
    'consumer.mts': typed,
    'consumer.cts': typed,
  };
}

/** What a customer writes first, against the emulator that comes with the package. */
const program = (load) => `${load}
async function main() {
  const emulator = await startEmulator({});
  const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
  const answer = await client.insights({ device: { ipAddress: '128.101.101.101' } });
  if (!(answer.riskScore > 0)) throw new Error('no risk score: ' + JSON.stringify(answer));
  const legacy = new MinFraudLegacy({ licenseKey: emulator.credentials.licenseKey, baseUrl: emulator.url });
  const { proxyScore } = await legacy.proxyDetection({ ipAddress: '128.101.101.101' });
  if (!(proxyScore >= 2)) throw new Error('no proxy score: ' + proxyScore);
  const printable = Array.from({ length: 224 }, (_, at) => at + 32).filter((byte) => byte !== 59);
  const city = String.fromCharCode(...printable);
  const bytes = [...'riskScore=1;ip_city=' + city + ';err='].map((letter) => letter.charCodeAt(0));
  const { ipCity } = parseLegacyResponse(Uint8Array.from(bytes));
  if (ipCity !== city) throw new Error('ISO-8859-1 is not exact: ' + ipCity);
  const alert = { query: 'i=203.0.113.7', signature: '00', secret: 'not the secret' };
  if (await verifyAlert(alert)) throw new Error('a wrong signature passed');
  const { ipAddress } = deviceFrom(
    { headers: { 'x-forwarded-for': '192.0.2.1, 203.0.113.9' }, remoteAddress: '10.0.0.1' },
    { trust: ['10.0.0.0/8'] },
  );
  if (ipAddress !== '203.0.113.9') throw new Error('not the address of the customer: ' + ipAddress);
  const wire = createWireClient({ ...emulator.credentials, baseUrl: emulator.url });
  const { data } = await wire.POST('/minfraud/v2.0/score', {
    body: { device: { ip_address: '128.101.101.101' } },
  });
  if (!(data.risk_score > 0)) throw new Error('no risk score on the wire');
  if (!spec.openapi.startsWith('3.1')) throw new Error('the spec is not 3.1');
  await emulator.close();
  console.log('risk score ' + answer.riskScore + ', proxy score ' + proxyScore);
}
main().catch((error) => { console.error(error); process.exit(1); });
`;

/** The entries with optional peers, which are Node's. */
const withPeers = (load) => `${load}
async function main() {
  const emulator = await startEmulator({});
  const { credentials, url: baseUrl } = emulator;
  const options = { ...credentials, baseUrl, fetch: undiciFetch(), hooks: traceMinFraud() };
  const { riskScore } = await new MinFraud(options).score({ device: { ipAddress: '128.101.101.101' } });
  await emulator.close();
  console.log('risk score ' + riskScore);
}
main().catch((error) => { console.error(error); process.exit(1); });
`;

const typed = `
import { MinFraud, EventType, InvalidRequestError, type Score, type Transaction } from '${name}';
import { MinFraudLegacy } from '${name}/legacy';
import { parseAlert } from '${name}/alerts';
import { startEmulator } from '${name}/emulator';
import { deviceFrom, type CustomerDevice } from '${name}/device';
import { traceMinFraud } from '${name}/opentelemetry';
import { undiciFetch } from '${name}/undici';
import { createWireClient, type paths } from '${name}/wire';
const transaction: Transaction = {
  device: { ipAddress: '203.0.113.9' },
  event: { type: EventType.Purchase, time: new Date() },
};
export async function use(client: MinFraud): Promise<number> {
  const answer: Score = await client.score(transaction);
  const warnings: string[] = answer.warnings.map((warning) => warning.code);
  // @ts-expect-error a field that is not documented is refused
  await client.score({ device: { ipAdress: '203.0.113.9' } });
  // @ts-expect-error a value that is not documented is refused
  await client.score({ event: { type: 'theft' } });
  return answer.riskScore + warnings.length;
}
export const guard = (error: unknown): number => (InvalidRequestError.is(error) ? error.issues.length : 0);
export type ScorePath = paths['/minfraud/v2.0/score'];
export const traced = new MinFraud({ fetch: undiciFetch(), hooks: traceMinFraud() });
export const device: CustomerDevice = deviceFrom({ headers: {} }, { trust: [] });
export { MinFraudLegacy, parseAlert, startEmulator, createWireClient };
`;

/** What a team adds to the spec; `npm run check:platforms` compiles the client that comes of it. */
const overlay = `overlay: 1.0.0
info: { title: An own field, version: 1.0.0 }
actions:
  - target: $.components.schemas.Event.properties
    update: { sales_channel: { type: string, description: Where the customer bought. } }
`;

const ofOwnClient = `
import { MinFraud, type Transaction, validateTransaction } from './minfraud/index.js';
const transaction: Transaction = { event: { salesChannel: 'kiosk' } };
// @ts-expect-error a field that neither the spec nor the overlay has
export const wrong: Transaction = { event: { salesChanel: 'kiosk' } };
export const score = (client: MinFraud): Promise<number> => client.score(transaction).then(({ riskScore }) => riskScore);
export const isRight: boolean = validateTransaction(transaction).ok;
`;

/**
 * Generates a client with an own field, for ES modules and for CommonJS. The generators need TypeScript 5
 * or 6, whatever compiles the client afterwards.
 */
export function generateClients({ folder, installed }) {
  writeFileSync(join(folder, 'own.overlay.yaml'), overlay);
  mkdirSync(join(folder, 'node_modules', '@hey-api'));
  for (const name of ['typescript', '@hey-api/openapi-ts']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'dir');
  }
  for (const [kind, type] of ownClients) {
    mkdirSync(join(folder, kind));
    writeFileSync(join(folder, kind, 'package.json'), JSON.stringify({ private: true, type }));
    writeFileSync(join(folder, kind, 'use.ts'), ofOwnClient);
    const options = ['generate', '--overlay', 'own.overlay.yaml', '--out', join(kind, 'minfraud')];
    run(process.execPath, [join(installed, 'dist', 'cli', 'main.mjs'), ...options], folder);
  }
}

const ownClients = [
  ['own-esm', 'module'],
  ['own-cjs', 'commonjs'],
];

/** The ways in which TypeScript resolves the package, as compiler arguments; `until` a version. */
export const typeChecks = [
  ['ES modules', 'consumer.mts', 'nodenext', 'nodenext'],
  ['CommonJS', 'consumer.cts', 'nodenext', 'nodenext'],
  ['bundlers', 'consumer.mts', 'esnext', 'bundler'],
  ['moduleResolution: node', 'consumer.cts', 'commonjs', 'node', 5],
].map(([kind, file, module, resolution, until = Infinity]) => ({
  kind,
  until,
  args: compilerArguments(file, module, resolution),
}));

/** The same for a client that was generated. */
export const ownClientChecks = ownClients.map(([kind]) => ({
  kind,
  args: [
    ...compilerArguments(join(kind, 'use.ts'), 'nodenext', 'nodenext'),
    ...['--verbatimModuleSyntax', kind === 'own-esm' ? 'true' : 'false', '--isolatedModules'],
    ...['--noUncheckedSideEffectImports', '--noImplicitOverride', '--erasableSyntaxOnly'],
  ],
}));

function compilerArguments(file, module, resolution) {
  return [
    ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
    ...[
      '--target',
      'es2022',
      '--lib',
      'es2022,dom,dom.iterable,esnext.disposable',
      '--types',
      'node',
    ],
    ...['--module', module, '--moduleResolution', resolution, file],
  ];
}

/** Runs named checks one after the other and tells how many failed. */
export async function runChecks(checks) {
  let failed = 0;
  for (const [label, body] of checks) {
    try {
      const note = await body();
      console.log(`ok   ${label}${note ? `: ${note}` : ''}`);
    } catch (error) {
      failed += 1;
      const output = `${error.stdout ?? ''}${error.stderr ?? ''}`;
      console.log(`FAIL ${label}\n${output === '' ? error.stack : output}`);
    }
  }
  return failed;
}

/** The shops of examples/, from the packed SDK: started as their heads say, and called by customers and by MaxMind. */
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { root } from '../packages.mjs';
import { copyExamples } from './examples.mjs';
import { expectSame, freePort, withServer, workerOf } from './hosts.mjs';
import { run, startServer } from './processes.mjs';
import { startService } from './service.mjs';
import { newerNode, tool } from './tools.mjs';

const alertSecret = 'supersecret-0123456789';
/** A household and a Tor exit of the emulator. */
const household = '203.0.113.7';
const tor = '203.0.113.215';

export const environmentOf = ({ told, emulator }) => ({
  MAXMIND_ACCOUNT_ID: String(told.accountId),
  MAXMIND_LICENSE_KEY: told.licenseKey,
  MINFRAUD_BASE_URL: emulator.url,
  MINFRAUD_ALERT_SECRET: alertSecret,
});

/**
 * The lines of JSON that a shop printed, which may come after its response.
 *
 * @param count - As many are waited for.
 */
async function logged(server, key, count) {
  const linesNow = () =>
    server
      .printed()
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith(`{"${key}":`));
  const deadline = performance.now() + 30_000;
  while (linesNow().length < count && performance.now() < deadline) await setTimeout(20);
  return linesNow().map((line) => JSON.parse(line));
}

const post = (url, body, headers = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/**
 * Orders, an outage, alerts and a chargeback.
 *
 * @param header - Where the shop reads the customer's address.
 * @param unscored - What its policy decides about an order of 5,000 when no score comes.
 */
export async function useShop(server, service, { header, unscored, path = '/orders' }) {
  const { url } = server;
  const { emulator } = service;
  emulator.reset();
  const send = (body, address) => post(`${url}${path}`, body, { [header]: address });
  const buy = async (id, address) => {
    // The amount is the shop's, whatever a browser says.
    const response = await send({ id, amount: 1 }, address);
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()).status;
  };
  expectSame(
    [
      await buy('order-1001', household),
      await buy('order-1002', tor),
      // Once more, from elsewhere: decided and billed once.
      await buy('order-1002', household),
    ],
    ['received', 'declined', 'declined'],
  );
  for (const nothing of [{}, [], 5, 'x', null, { id: 'order-9' }, { id: ['order-1004'] }]) {
    const { status } = await send(nothing, household);
    // Express takes objects and lists only.
    if (status !== 404 && status !== 400) throw new Error(`${JSON.stringify(nothing)}: ${status}`);
  }
  expectSame(
    emulator.requests.map(({ body }) => [
      body.device.ip_address,
      body.event.transaction_id,
      body.order.amount,
    ]),
    [
      [household, 'order-1001', 49.95],
      [tor, 'order-1002', 49.95],
    ],
  );
  emulator.setFaults({ score: { status: 503 } });
  expectSame(await buy('order-1003', household), 'received');
  emulator.setFaults();
  const decisions = [
    ['order-1001', 'accept', undefined],
    ['order-1002', 'decline', undefined],
    ['order-1003', unscored, 'HTTP_503'],
  ];
  const orders = await logged(server, 'order', decisions.length);
  expectSame(
    orders.map(({ order, decision, failure }) => [order, decision, failure]),
    decisions,
  );
  await expectAlerts(server, service);
  await expectChargeback(server, service);
  return 'orders, an outage, alerts, a chargeback';
}

async function expectAlerts(server, { emulator }) {
  const alert = {
    url: `${server.url}/minfraud-alerts`,
    secret: alertSecret,
    parameters: { reason_code: 'CARDER_EMAIL', reason: "It's risky, is it?" },
  };
  const sent = [
    await emulator.sendAlert({ ...alert, tamper: true }),
    await emulator.sendAlert({ ...alert, secret: undefined }),
    // The last, so that what was printed for the others would be there before its line.
    await emulator.sendAlert(alert),
  ];
  expectSame(
    sent.map(({ status }) => status),
    [401, 401, 204],
  );
  expectSame(await logged(server, 'alert', 1), [
    { alert: 'order-3456', reasonCode: 'CARDER_EMAIL' },
  ]);
}

async function expectChargeback(server, { emulator }) {
  const minfraudId = '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae';
  const chargeback = { orderId: 'order-1001', minfraudId, reasonCode: '10.4' };
  const give = async () => (await post(`${server.url}/chargebacks`, chargeback)).status;
  expectSame(await give(), 204);
  expectSame(emulator.requests.at(-1).body, {
    tag: 'chargeback',
    transaction_id: 'order-1001',
    minfraud_id: minfraudId,
    chargeback_code: '10.4',
  });
  // What MaxMind did not take has to come again.
  emulator.setFaults({ reportTransaction: { status: 400, code: 'TAG_INVALID' } });
  expectSame(await give(), 500);
  emulator.setFaults();
}

/** What the examples use beside the SDK. */
const used = [
  ...['express', 'fastify', 'hono', 'stripe', 'undici', 'node-sqlite3-wasm', '@types/node'],
  ...['api', 'core', 'sdk-trace-base'].map((name) => `@opentelemetry/${name}`),
  '@types/express',
];

/** A project with the packed SDK, its examples copied as their README says, and the frameworks. */
function exampleProject(project, name) {
  const folder = join(project.apart, name);
  project.installInto(folder, ['minfraud-sdk', 'minfraud-emulator']);
  for (const one of used) link(folder, one);
  mkdirSync(join(folder, 'examples'));
  const examples = readdirSync(join(project.installed('minfraud-sdk'), 'examples'));
  copyExamples(project, join(folder, 'examples'), examples);
  return folder;
}

/** A link, so that the package finds what it depends on where it is. */
function link(folder, name) {
  const from = join(folder, 'node_modules', name);
  mkdirSync(dirname(from), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), from, 'dir');
}

async function checkServer(project, name, unscored) {
  const folder = exampleProject(project, `shop-${name}`);
  const port = await freePort();
  const start = (service) =>
    startServer(newerNode(), [join('examples', `${name}.ts`)], /(http:\/\/127\.0\.0\.1:\d+)/, {
      cwd: folder,
      env: { ...environmentOf(service), PORT: String(port) },
    });
  return withServer(project, start, (_, service, server) =>
    useShop(server, service, { header: 'x-forwarded-for', unscored }),
  );
}

/** Programs that end by themselves, with a word of what each prints. */
const programs = {
  'score.ts': /risk/i,
  'opentelemetry.ts': /minfraud/i,
  'dispositions-sqlite.ts': /5 changes applied/,
};
/** What others import, or what runs elsewhere. */
const parts = ['checkout.ts', 'express.ts', 'fastify.ts', 'hono.ts', 'orders.ts'];

async function checkPrograms(project) {
  const folder = exampleProject(project, 'programs');
  const there = readdirSync(join(folder, 'examples')).filter((name) => name.endsWith('.ts'));
  expectSame(there.sort(), [...Object.keys(programs), ...parts].sort());
  const service = await startService(project);
  try {
    for (const [name, expected] of Object.entries(programs)) {
      // The demo and the spans start an emulator of their own where they are told of no account.
      const env = name === 'dispositions-sqlite.ts' ? environmentOf(service) : {};
      const printed = await run(newerNode(), [join('examples', name)], { cwd: folder, env });
      if (!expected.test(printed)) throw new Error(`${name} printed:\n${printed}`);
    }
  } finally {
    await service.close();
  }
  return Object.keys(programs).join(', ');
}

/** All but Next.js, whose own build checks them. */
async function checkTypes(project) {
  const folder = exampleProject(project, 'example-types');
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    resolveJsonModule: true,
    // The types of frameworks are their own matter.
    skipLibCheck: true,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['node'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const configuration = { compilerOptions, include: ['examples'], exclude: ['examples/next'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  await run(newerNode(), [tool('TypeScript 5.9', 'typescript-5.9', 'bin', 'tsc'), '-p', '.'], {
    cwd: folder,
  });
}

export const inShops = [
  {
    runtime: 'express',
    script: 'examples/express.ts',
    check: ({ project }) => checkServer(project, 'express', 'review'),
  },
  {
    runtime: 'fastify',
    script: 'examples/fastify.ts',
    check: ({ project }) => checkServer(project, 'fastify', 'review'),
  },
  {
    runtime: 'hono',
    script: 'examples/hono.ts on workerd',
    check: async ({ project }) => {
      const folder = exampleProject(project, 'shop-hono');
      const bindings = { MINFRAUD_ALERT_SECRET: alertSecret };
      return withServer(
        project,
        (service) => workerOf(project, join(folder, 'examples', 'hono.ts'), bindings, service),
        (_, service, server) =>
          useShop(server, service, { header: 'cf-connecting-ip', unscored: 'review' }),
      );
    },
  },
  {
    runtime: 'examples',
    script: 'programs, run from the package',
    check: ({ project }) => checkPrograms(project),
  },
  {
    runtime: 'examples',
    script: 'types, without Next.js',
    check: ({ project }) => checkTypes(project),
  },
];

/** The servers of docs/edge.md, each started as its page says and called as by a customer. */
import { cpSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../packages.mjs';
import { bundle } from './bundle.mjs';
import { startServer } from './processes.mjs';
import { startService } from './service.mjs';
import { copyInto, tool } from './tools.mjs';
import { startWorker } from './workers.mjs';

/** A Tor exit and a household of the emulator. */
const held = '203.0.113.215';
const passed = '203.0.113.7';
const alertSecret = 'supersecret-0123456789';

/** Writes an example as a customer has it. */
function writeExample({ folder }, name) {
  const file = join(folder, name);
  cpSync(join(root, 'examples', 'servers', name), file);
  return file;
}

/** Starts a server with a service to call, calls it, and ends both. */
export async function withServer(project, start, use) {
  const service = await startService(project);
  try {
    const server = await start(service);
    try {
      return await use(server.url, service);
    } catch (error) {
      throw new Error(`${error.stack}\nThe server printed:\n${server.printed()}`, { cause: error });
    } finally {
      await server.stop();
    }
  } finally {
    await service.close();
  }
}

/** Asks for both addresses, as a proxy that passes them on. */
export async function asksForBoth(url, header, service, init = {}) {
  const answers = [];
  for (const address of [passed, held]) {
    const headers = { ...init.headers, [header]: address };
    const response = await fetch(url, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    answers.push([address, JSON.parse(text).held]);
  }
  expectSame(answers, [
    [passed, false],
    [held, true],
  ]);
  const asked = service.emulator.requests.map(({ body }) => body.device.ip_address);
  expectSame(asked, [passed, held]);
  return 'passes a household, holds a Tor exit';
}

export function expectSame(actual, expected) {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${seen} where ${wanted} was expected`);
}

async function workerOf(project, name, bindings, { told, emulator }) {
  const entry = writeExample(project, `${name}.ts`);
  const out = join(project.apart, name);
  mkdirSync(out, { recursive: true });
  const script = await bundle('esbuild', entry, 'worker', join(out, 'worker.mjs'));
  const secrets = {
    MAXMIND_ACCOUNT_ID: String(told.accountId),
    MAXMIND_LICENSE_KEY: told.licenseKey,
  };
  return startWorker(script, { bindings: { ...secrets, ...bindings }, outbound: emulator.url });
}

const environmentOf = ({ told, emulator }) => ({
  MAXMIND_ACCOUNT_ID: String(told.accountId),
  MAXMIND_LICENSE_KEY: told.licenseKey,
  MINFRAUD_URL: emulator.url,
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Orders go to a Worker with Hono, and alerts, genuine or not. */
async function useHono(url, service) {
  const { emulator } = service;
  const note = await asksForBoth(`${url}/orders`, 'cf-connecting-ip', service, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: 'order-1001', email: 'jane.doe@example.com' }),
  });
  expectSame(emulator.requests[0].body.email.address, '0cba00ca3da1b283a57287bcceb17e35');
  const alert = {
    url: `${url}/minfraud-alerts`,
    secret: alertSecret,
    parameters: { reason_code: 'CARDER_EMAIL', reason: "It's risky" },
  };
  const sent = await emulator.sendAlert(alert);
  const tampered = await emulator.sendAlert({ ...alert, tamper: true });
  expectSame([sent.status, tampered.status], [204, 401]);
  return `${note}; takes an alert, refuses another`;
}

export const onHosts = [
  {
    runtime: 'workerd',
    script: 'examples/servers/worker.ts',
    check: ({ project }) =>
      withServer(
        project,
        (service) => workerOf(project, 'worker', {}, service),
        (url, service) => asksForBoth(url, 'cf-connecting-ip', service),
      ),
  },
  {
    runtime: 'hono',
    script: 'examples/servers/hono.ts',
    check: async ({ project }) => {
      copyInto(project.folder, ['hono']);
      const bindings = { MINFRAUD_ALERT_SECRET: alertSecret };
      return withServer(
        project,
        (service) => workerOf(project, 'hono', bindings, service),
        useHono,
      );
    },
  },
  {
    runtime: 'bun',
    script: 'examples/servers/bun.ts',
    check: ({ project }) => {
      const file = writeExample(project, 'bun.ts');
      const start = async (service) => {
        const env = { ...environmentOf(service), PORT: String(await freePort()) };
        return startServer(tool('Bun', '.bin', 'bun'), [file], /(http:\/\/127\.0\.0\.1:\d+)/, {
          cwd: project.folder,
          env,
        });
      };
      return withServer(project, start, (url, service) =>
        asksForBoth(url, 'x-forwarded-for', service),
      );
    },
  },
  {
    runtime: 'deno',
    script: 'examples/servers/deno.ts',
    check: ({ project }) => {
      const file = writeExample(project, 'deno.ts');
      const start = async (service) => {
        const args = [
          'serve',
          '--no-prompt',
          '--allow-net=127.0.0.1',
          '--allow-env=MAXMIND_ACCOUNT_ID,MAXMIND_LICENSE_KEY,MINFRAUD_URL',
          `--port=${await freePort()}`,
          '--host=127.0.0.1',
          '--no-remote',
          file,
        ];
        const env = environmentOf(service);
        return startServer(tool('Deno', '.bin', 'deno'), args, /(http:\/\/127\.0\.0\.1:\d+)/, {
          cwd: project.folder,
          env,
        });
      };
      return withServer(project, start, (url, service) =>
        asksForBoth(url, 'x-forwarded-for', service),
      );
    },
  },
];

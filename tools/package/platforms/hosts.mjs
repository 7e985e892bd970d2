/** The servers of docs/edge.md, each started as its page says and called as by a customer. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { bundle } from './bundle.mjs';
import { copyExamples } from './examples.mjs';
import { startServer } from './processes.mjs';
import { startService } from './service.mjs';
import { tool } from './tools.mjs';
import { startWorker } from './workers.mjs';

/** A Tor exit and a household of the emulator. */
const held = '203.0.113.215';
const passed = '203.0.113.7';

/** Copies an example out of the packed SDK, as a customer does. */
function copyExample(project, name) {
  mkdirSync(join(project.folder, 'servers'), { recursive: true });
  copyExamples(project, project.folder, [join('servers', name)]);
  return join(project.folder, 'servers', name);
}

/** Starts a server with a service to call, calls it, and ends both. */
export async function withServer(project, start, use) {
  const service = await startService(project);
  try {
    const server = await start(service);
    try {
      return await use(server.url, service, server);
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
async function asksForBoth(url, header, service, init = {}) {
  const results = [];
  for (const address of [passed, held]) {
    const headers = { ...init.headers, [header]: address };
    const response = await fetch(url, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    results.push([address, JSON.parse(text).held]);
  }
  expectSame(results, [
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

/** Bundles a Worker, and starts it with its secrets. */
export async function workerOf(project, entry, bindings, { told, emulator }) {
  const out = join(project.apart, `worker-${basename(entry, '.ts')}`);
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
  MINFRAUD_BASE_URL: emulator.url,
});

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export const onHosts = [
  {
    runtime: 'workerd',
    script: 'examples/servers/worker.ts',
    check: ({ project }) =>
      withServer(
        project,
        (service) => workerOf(project, copyExample(project, 'worker.ts'), {}, service),
        (url, service) => asksForBoth(url, 'cf-connecting-ip', service),
      ),
  },
  {
    runtime: 'bun',
    script: 'examples/servers/bun.ts',
    check: ({ project }) => {
      const file = copyExample(project, 'bun.ts');
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
      const file = copyExample(project, 'deno.ts');
      const start = async (service) => {
        const args = [
          'serve',
          '--no-prompt',
          '--allow-net=127.0.0.1',
          '--allow-env=MAXMIND_ACCOUNT_ID,MAXMIND_LICENSE_KEY,MINFRAUD_BASE_URL',
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

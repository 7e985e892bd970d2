/** Next.js 14 and 16: examples/next built by each bundler, started, and called over HTTP. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExamples } from './examples.mjs';
import { expectSame, withServer } from './hosts.mjs';
import { submitForm } from './next-form.mjs';
import { buildNext, startNext, versions, writeNextProject } from './next-project.mjs';
import { environmentOf, useShop } from './shops.mjs';

/** The example as its README has it copied, and its route handler a second time for the edge runtime. */
function shopProject(project, version, bundler) {
  return writeNextProject(`next-${version}-${bundler}`, version, project, {}, (folder) => {
    copyExamples(project, folder, ['next']);
    renameSync(join(folder, 'next', 'app'), join(folder, 'app'));
    rmSync(join(folder, 'next'), { recursive: true });
    mkdirSync(join(folder, 'lib'));
    copyExamples(project, join(folder, 'lib'), ['checkout.ts', 'orders.ts', 'policy.json']);
    const route = readFileSync(join(folder, 'app', 'orders', 'route.ts'), 'utf8');
    mkdirSync(join(folder, 'app', 'edge-orders'));
    writeFileSync(
      join(folder, 'app', 'edge-orders', 'route.ts'),
      `export const runtime = 'edge';\n${route}`,
    );
  });
}

/** What browsers get must hold nothing of the package. */
function expectServerOnly(project) {
  const folder = join(project, '.next', 'static');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  const guilty = files.filter(({ parentPath, name }) =>
    readFileSync(join(parentPath, name), 'latin1').includes('minfraud.maxmind.com'),
  );
  if (files.length === 0 || guilty.length > 0)
    throw new Error(
      `In the browser's files: ${guilty.map(({ name }) => name).join() || 'none are there'}`,
    );
}

async function buildAndCall(project, version, bundler) {
  const own = shopProject(project, version, bundler);
  try {
    // Without credentials, as on a build machine.
    await buildNext(own, version, bundler);
    expectServerOnly(own);
    const start = (service) => startNext(own, environmentOf(service));
    await withServer(project, start, useNextShop);
    // In a process of its own, since its log is counted.
    await withServer(project, start, (_, service, server) =>
      useShop(server, service, { ...behindProxy, path: '/edge-orders' }),
    );
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return 'route handlers, one on the edge runtime, a server action';
}

const behindProxy = { header: 'x-forwarded-for', unscored: 'review' };

async function useNextShop(url, service, server) {
  await useShop(server, service, behindProxy);
  service.emulator.reset();
  const buy = (id, address) =>
    submitForm(`${url}/checkout`, { id }, { 'x-forwarded-for': address });
  expectSame(
    [
      await buy('order-1004', '203.0.113.7'),
      await buy('order-1005', '203.0.113.215'),
      await buy('order-1005', '203.0.113.7'),
      await buy('order-9', '203.0.113.7'),
    ],
    ['/thanks', '/checkout?declined', '/checkout?declined', '/checkout?unknown'],
  );
  expectSame(service.emulator.requests.length, 2);
  expectSame(service.emulator.requests[0].body, {
    device: { ip_address: '203.0.113.7', user_agent: 'node', accept_language: '*' },
    event: { type: 'purchase', transaction_id: 'order-1004' },
    email: { address: 'jane.doe@example.com' },
    order: { amount: 49.95, currency: 'EUR' },
  });
}

export const inNext = Object.entries(versions).flatMap(([version, { bundlers }]) =>
  bundlers.map((bundler) => ({
    runtime: `next-${version}`,
    script: `examples/next, ${bundler}`,
    check: ({ project }) => buildAndCall(project, version, bundler),
  })),
);

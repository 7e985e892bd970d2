/** Next.js: examples/next built by both of its bundlers, started, and called over HTTP. */
/* global FormData */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOurs } from '../install.mjs';
import { root } from '../packages.mjs';
import { asksForBoth, expectSame, withServer } from './hosts.mjs';
import { run, startServer } from './processes.mjs';
import { copyInto, newerNode, tool } from './tools.mjs';

const example = join(root, 'examples', 'next', 'app');

/** A project with the example, and with its route handler a second time for the edge runtime. */
function nextProject({ apart, installInto }, bundler) {
  const project = join(apart, `next-${bundler}`);
  cpSync(example, join(project, 'app'), { recursive: true });
  const route = readFileSync(join(example, 'api', 'score', 'route.ts'), 'utf8');
  const files = {
    'package.json': '{ "name": "shop", "private": true, "type": "module" }',
    // Next.js writes this file by itself where it finds none, and calls that a change.
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['dom', 'dom.iterable', 'esnext'],
        strict: true,
        noEmit: true,
        module: 'esnext',
        moduleResolution: 'bundler',
        isolatedModules: true,
        jsx: 'react-jsx',
        allowJs: true,
        incremental: false,
        plugins: [{ name: 'next' }],
      },
      include: ['**/*.ts', '.next/types/**/*.ts'],
    }),
  };
  cpSync(join(project, 'app', 'api', 'score'), join(project, 'app', 'api', 'edge'), {
    recursive: true,
  });
  files['app/api/edge/route.ts'] = `export const runtime = 'edge';\n${route}`;
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
  installInto(project, ['minfraud-sdk']);
  copyOurs(project, ['@types/node', 'undici-types']);
  copyInto(project, ['next', 'react', 'react-dom', '@types/react']);
  cpSync(tool('TypeScript 5.9', 'typescript-5.9'), join(project, 'node_modules', 'typescript'), {
    recursive: true,
  });
  return project;
}

/** Sends the form as a browser does where no script runs: with all its hidden fields. */
async function placeOrder(url, address) {
  const page = await (await fetch(url)).text();
  const form = new FormData();
  for (const [input] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    form.set(attribute(input, 'name'), attribute(input, 'value'));
  }
  form.set('id', 'order-1001');
  form.set('email', 'jane.doe@example.com');
  const headers = { 'x-forwarded-for': address, origin: new URL(url).origin };
  const answer = await fetch(url, { method: 'POST', headers, body: form });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return /<p>([^<]*)<\/p>/.exec(text)?.[1];
}

const entities = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'" };
const attribute = (tag, name) =>
  (new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll(
    /&[#\w]+;/g,
    (entity) => entities[entity] ?? entity,
  );

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

async function buildAndCall(project, bundler) {
  const own = nextProject(project, bundler);
  try {
    const next = join(own, 'node_modules', 'next', 'dist', 'bin', 'next');
    // Without credentials, as on a build machine.
    await run(newerNode(), [next, 'build', `--${bundler}`], { cwd: own, limit: 900_000 });
    expectServerOnly(own);
    const start = ({ told, emulator }) =>
      startServer(
        newerNode(),
        [next, 'start', '-p', '0', '-H', '127.0.0.1'],
        /Local:\s+(http:\S+)[\s\S]*Ready/,
        {
          cwd: own,
          env: {
            MAXMIND_ACCOUNT_ID: String(told.accountId),
            MAXMIND_LICENSE_KEY: told.licenseKey,
            MINFRAUD_URL: emulator.url,
          },
        },
      );
    return await withServer(project, start, useShop);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

async function useShop(url, service) {
  const order = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: 'order-1001', email: 'jane.doe@example.com' }),
  };
  for (const route of ['score', 'edge']) {
    await asksForBoth(`${url}/api/${route}`, 'x-forwarded-for', service, order);
    service.emulator.reset();
  }
  expectSame(
    [
      await placeOrder(`${url}/checkout`, '203.0.113.7'),
      await placeOrder(`${url}/checkout`, '203.0.113.215'),
    ],
    ['Thank you!', 'We will check your order.'],
  );
  expectSame(service.emulator.requests[0].body.event, {
    type: 'purchase',
    transaction_id: 'order-1001',
  });
  return 'a route handler, one on the edge runtime, a server action';
}

export const inNext = ['turbopack', 'webpack'].map((bundler) => ({
  runtime: 'next',
  script: `examples/next, ${bundler}`,
  check: ({ project }) => buildAndCall(project, bundler),
}));

/** Next.js keeps what `fetch` brings: here every kind of route asks three times, and has to get three scores. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folder as tools } from './tools.mjs';
import { startCountingService } from './counting-service.mjs';
import { generatedForBundlers } from './own-client.mjs';
import { submitForm } from './next-form.mjs';
import { buildNext, startNext, versions, writeNextProject } from './next-project.mjs';

const TIMES = 3;
const credentials = {
  MAXMIND_ACCOUNT_ID: '42',
  MAXMIND_LICENSE_KEY: 'a-license-key-of-this-check',
};

const handler = (method, call, settings = '') =>
  `import { ${call} } from '../calls';
${settings}
export async function ${method}() {
  return Response.json({ score: await ${call}() });
}
`;
const page = (call, settings) =>
  `import { ${call} } from '../calls';
${settings}
export default async function Page() {
  return <p>{'score=' + (await ${call}()) + ';'}</p>;
}
`;
const action = `import { redirect } from 'next/navigation';
import { score } from '../calls';
export default function Page() {
  async function order() {
    'use server';
    redirect('/ordered?score=' + (await score()));
  }
  return <form action={order}><button>Buy</button></form>;
}
`;

const byDefault = `export const fetchCache = 'default-cache';`;
const hourly = 'export const revalidate = 3600;';

/** Folder of a route → its file. `page.jsx` is asked with GET, `route.ts` with its method. */
const routes = {
  'get/route.ts': handler('GET', 'score'),
  'get-insights/route.ts': handler('GET', 'insights'),
  'get-dynamic/route.ts': handler('GET', 'score', `export const dynamic = 'force-dynamic';`),
  'get-default-cache/route.ts': handler('GET', 'score', byDefault),
  'get-legacy/route.ts': handler('GET', 'legacy', byDefault),
  'get-wire/route.ts': handler('GET', 'wire', byDefault),
  'get-own/route.ts': handler('GET', 'own', byDefault),
  'get-dispositions/route.ts': handler('GET', 'dispositions', byDefault),
  'post/route.ts': handler('POST', 'score'),
  'page-revalidate/page.jsx': page('score', hourly),
  'page-other-revalidate/page.jsx': page('score', hourly),
  'page-default-cache/page.jsx': page('score', byDefault),
  'page-dispositions/page.jsx': page('dispositions', hourly),
  'action/page.jsx': action,
};

/** The score that a route gives. */
async function ask(url, file) {
  if (file.startsWith('action')) return scoreIn(await submitForm(url), url);
  const response = await fetch(url, { method: file.startsWith('post') ? 'POST' : 'GET' });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
  return scoreIn(text, url);
}

function scoreIn(text, url) {
  const [, score] = /score(?:":|=)([\d.]+)/.exec(text) ?? [];
  if (score === undefined) throw new Error(`${url} has no score: ${text}`);
  return score;
}

async function checkCache(project, version, bundler) {
  const own = await generatedForBundlers(project);
  const service = await startCountingService();
  const env = { ...credentials, MINFRAUD_BASE_URL: service.url };
  const files = Object.fromEntries(
    Object.entries(routes).map(([file, text]) => [`app/${file}`, text]),
  );
  files['app/layout.jsx'] =
    'export default ({ children }) => <html lang="en"><body>{children}</body></html>;';
  const folder = writeNextProject(`next-${version}-cache`, version, project, files, (to) => {
    cpSync(join(tools, 'next-cache'), join(to, 'app'), { recursive: true });
    cpSync(own, join(to, 'app', 'minfraud'), { recursive: true });
  });
  try {
    // Pages with `revalidate` are rendered at the build, with credentials.
    await buildNext(folder, version, bundler, env);
    const server = await startNext(folder, env);
    try {
      await expectFreshScores(server.url, service);
    } finally {
      await server.stop();
    }
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return `${Object.keys(routes).length} routes, ${TIMES} scores each`;
}

/** Every route gives other scores each time, and none that another gave. */
async function expectFreshScores(url, service) {
  const seen = [];
  const stale = [];
  const before = service.count();
  for (let time = 0; time < TIMES; time += 1) {
    for (const file of Object.keys(routes)) {
      const score = await ask(`${url}/${file.split('/')[0]}`, file);
      if (seen.includes(score)) stale.push(`${file}: ${score} again`);
      seen.push(score);
    }
  }
  if (stale.length > 0) throw new Error(stale.join('\n'));
  const came = service.count() - before;
  // A page that holds a form may ask as well.
  if (came < seen.length) throw new Error(`${came} requests for ${seen.length} scores`);
}

export const inNextCache = Object.entries(versions).map(
  ([
    version,
    {
      bundlers: [bundler],
    },
  ]) => ({
    runtime: `next-${version}`,
    script: 'no score comes from a cache',
    check: ({ project }) => checkCache(project, version, bundler),
  }),
);

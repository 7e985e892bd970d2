/** The HTTP API of the spec as one page, by Redocly, made to work from disk and without a network. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { withToldDeprecations } from '../../scripts/portable/deprecations.ts';
import { withListedOpenEnums } from '../../scripts/portable/enums.ts';

const REDOCLY = 'node_modules/@redocly/cli/bin/cli.js';
const here = 'tools/site';

export function writeHttpPage(spec: string, file: string): void {
  const linked = `${file}.json`;
  const document = JSON.parse(readFileSync(spec, 'utf8')) as OpenApiDocument;
  // Redoc shows neither of these two extensions.
  const told = withListedOpenEnums(withToldDeprecations(document));
  writeFileSync(linked, linkAddresses(JSON.stringify(told)));
  const title = ['--title', 'HTTP API | minfraud-sdk'];
  const bar = ['--openapi.scrollYOffset', '41'];
  runRedocly(['build-docs', linked, '--output', file, '--inlineBundle', ...title, ...bar]);
  rmSync(linked);
  writeFileSync(file, adapt(readFileSync(file, 'utf8')));
}

/** Redoc takes an address for a link only where Markdown says so. */
function linkAddresses(spec: string): string {
  const linked = JSON.parse(spec, (key, value: unknown) =>
    key === 'description' && typeof value === 'string'
      ? value.replaceAll(/(?<![<(`\w])https:\/\/[^\s)`>]*[\w/]/g, '<$&>')
      : value,
  ) as unknown;
  return JSON.stringify(linked);
}

function runRedocly(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [REDOCLY, ...args], {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (status !== 0) throw new Error(`redocly ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

/** Redoc asks a server for its logo, and links its menu as if the page were a server of its own. */
function adapt(html: string): string {
  const style = readFileSync(join(here, 'http-page.css'), 'utf8');
  const header = readFileSync(join(here, 'http-page-header.html'), 'utf8');
  return [
    ['https://cdn.redoc.ly/redoc/logo-mini-full.svg', LOGO],
    ['https://cdn.redoc.ly/redoc/logo-mini.svg', LOGO],
    ['href="/', 'href="#/'],
    ['</head>', `<link rel="icon" href="assets/favicon.svg">\n<style>\n${style}</style>\n</head>`],
    ['<body>', `<body>\n${header}`],
  ].reduce((text, [from = '', to = '']) => {
    if (!text.includes(from)) throw new Error(`Redocly's page has no ${from} any more.`);
    return text.replaceAll(from, () => to);
  }, html);
}

/** The word, for the sentence "API docs by Redocly". */
const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="44" height="14"><text y="11" font-family="system-ui, sans-serif" font-size="11" fill="#6e8bb5">Redocly</text></svg>',
)}`;

/**
 * Published files that can be read: an uncaught mistake prints a few lines, and classes have the names that they are
 * exported under. A minifier once printed 119,000 characters before the message, and called the errors `eO`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expectNone } from './check-manifests.mjs';
import { isScript } from './check-contents.mjs';
import { run } from './install.mjs';
import { packages } from './packages.mjs';
import { mistakes } from './programs/mistakes.mjs';

const MAX_LINE = 2_000;
const MAX_PRINTED = 3_000;

function shortLines({ name }, project) {
  const folder = project.installed(name);
  const files = readdirSync(folder, { recursive: true }).filter(
    (path) => isScript(path) && !path.startsWith('node_modules'),
  );
  const lines = files.flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .split('\n')
      .map((line) => ({ path, length: line.length })),
  );
  expectNone(
    lines
      .filter(({ length }) => length > MAX_LINE)
      .map(({ path, length }) => `${path}: a line of ${length} characters`),
  );
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  return `${files.length} files, the longest line has ${longest} characters`;
}

/** Prints every class of a namespace, by its exported name, with the names that it has itself. */
const namesOf = `
  const names = (entry, exported) => Object.entries(exported)
    .filter(([key, value]) => key !== 'default' && typeof value === 'function' && /^class\\b/.test(String(value)))
    .map(([key, value]) => [entry, key, value.name, value.prototype.constructor.name]);`;

const systems = { 'ES modules': ['mjs', 'import'], CommonJS: ['cjs', 'require'] };

function classNames(project) {
  const entries = packages
    .flatMap((one) => one.entries)
    .filter(({ isProgram }) => isProgram)
    .map(({ specifier }) => specifier);
  const counts = Object.entries(systems).map(([system, [, load]]) => {
    const code = `${namesOf}
      (async () => {
        const all = [];
        for (const entry of ${JSON.stringify(entries)}) all.push(...names(entry, await ${load}(entry)));
        console.log(JSON.stringify(all));
      })();`;
    const classes = JSON.parse(run(process.execPath, ['-e', code], project.folder));
    const wrong = classes.filter(([, key, ...names]) => names.some((name) => name !== key));
    expectNone(wrong.map((told) => `${system}: ${told.join(' ')}`));
    return classes.length;
  });
  if (counts.some((count) => count < 11))
    throw new Error(`only ${counts.join()} classes were found`);
  return `${counts.join(' and ')} classes`;
}

/** Ends by a mistake that nobody catches; a monitor, which changes nothing, tells what it was. */
function endByMistake(folder, extension, { code, imports }) {
  const lines = Object.entries(imports).map(([from, names]) =>
    extension === 'mjs'
      ? `import { ${names} } from '${from}';`
      : `const { ${names} } = require('${from}');`,
  );
  const monitor = `process.on('uncaughtExceptionMonitor', (error) => {
  console.log(JSON.stringify([error.name, error.constructor.name, error.message]));
});`;
  const body = extension === 'mjs' ? code : `async function main() {\n  ${code}\n}\n\nvoid main();`;
  const type = extension === 'mjs' ? 'module' : 'commonjs';
  const text = `${lines.join('\n')}\n\n${monitor}\n${body}\n`;
  return spawnSync(process.execPath, [`--input-type=${type}`, '-e', text], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    timeout: 60_000,
  });
}

function fewLines(mistake, project) {
  const notes = Object.entries(systems).map(([system, [extension]]) => {
    const { status, stdout, stderr } = endByMistake(project.folder, extension, mistake);
    const complain = (what) => {
      throw new Error(`${system}: ${what}\n${stdout}\n${stderr.slice(0, 4_000)}`);
    };
    if (status !== 1) complain(`ended with ${status}`);
    const [name, className, message] = JSON.parse(stdout.trim().split('\n').at(-1));
    if (name !== mistake.error) complain(`a ${name} where ${mistake.error} was expected`);
    if (className !== name) complain(`${name} is of a class ${className}`);
    if (!message.includes(mistake.says)) complain(`the message does not say ${mistake.says}`);
    if (!stderr.includes(message)) complain('the message is not printed');
    if (/hidden-license-key|4111/.test(stderr)) complain('a secret is printed');
    if (stderr.length > MAX_PRINTED) complain(`${stderr.length} bytes are printed`);
    return stderr.length;
  });
  return `${notes.join(' and ')} bytes`;
}

export const readableChecks = (each, project) => [
  ...each('no line is too long to read', shortLines),
  ['classes have the names that they are exported under', () => classNames(project)],
  ...mistakes.map((mistake) => [
    `a few lines say it: ${mistake.what}`,
    () => fewLines(mistake, project),
  ]),
];

/** Wrong uses of the packed command line, generated: what may be a license key or a card number is never repeated. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expectNone } from './check-manifests.mjs';
import { root } from './packages.mjs';

const keys = ['SECRETKEY123', 'X9zQ4mT7vB2nL8wK', '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'];
const cards = [
  '4111111111111111',
  '4111-1111-1111-1111',
  '5555 5555 5555 4444',
  '3782.822463.10005',
];
const secrets = [...keys, ...cards];

/** A message that shows half of a key shows too much. */
const parts = secrets.map((secret) => secret.slice(0, 10));

function ask(project, uses) {
  const home = join(project.apart, 'command');
  mkdirSync(home, { recursive: true });
  const file = join(home, 'uses.json');
  writeFileSync(file, JSON.stringify(uses));
  const main = join(project.installed('minfraud-cli'), 'dist', 'main.mjs');
  const program = join(root, 'tools', 'package', 'programs', 'many-uses.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, main, file], {
    cwd: home,
    encoding: 'utf8',
    input: '',
    maxBuffer: 256 * 1024 * 1024,
    // Nothing of the developer's, and nothing is sent: what would be meets a closed port.
    env: { PATH: process.env.PATH, HOME: home, MINFRAUD_BASE_URL: 'http://127.0.0.1:1' },
    timeout: 900_000,
  });
  if (status !== 0)
    throw new Error(`ended with ${status ?? 'no code, after its time'}\n${stderr.slice(-2_000)}`);
  return JSON.parse(stdout);
}

const help = (project, commands) =>
  ask(
    project,
    commands.map((command) => [...command, '--help']),
  ).map(({ written }) => written);

/** Every command, with its flags, as its help lists them. */
function commandsOf(project) {
  const listed = (text) => {
    const [, list = ''] = /^Commands\n([^]*?)\n\n/m.exec(text) ?? [];
    return [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name);
  };
  const found = [];
  const open = [[]];
  while (open.length > 0) {
    const texts = help(project, open);
    const next = [];
    for (const [index, command] of open.splice(0).entries()) {
      const below = listed(texts[index]);
      const flags = [...texts[index].matchAll(/^ {2}--([a-z][\w-]*)/gm)].map(([, name]) => name);
      found.push({ command, flags: [...new Set(flags)], isGroup: below.length > 0 });
      next.push(...below.map((name) => [...command, name]));
    }
    open.push(...next);
  }
  return found;
}

/** Secrets where a command, a flag, a value or a file may stand, and one too many of each. */
function usesOf({ command }) {
  return secrets.flatMap((secret) => [
    [...command, secret],
    [secret, ...command],
    [...command, '--', secret],
    [...command, secret, secret],
    [...command, `--${secret}`],
    [...command, `--no-${secret}`],
    [...command, `-${secret}`],
    [...command, `--unknown=${secret}`],
    [...command, '--license-key', secret],
    [...command, `--key=${secret}`],
  ]);
}

/** Every flag of every command gets a key or a card, in every form where it first occurs. */
function usesOfFlags(commands) {
  const seen = new Set();
  const ofFlag = (command, flag, flags) => {
    const number = seen.size;
    const [key, card] = [keys[number % keys.length], cards[number % cards.length]];
    if (seen.has(flag)) return [[...command, `--${flag}`, number % 2 === 0 ? key : card]];
    seen.add(flag);
    return [key, card].flatMap((secret) => [
      [...command, `--${flag}`, secret],
      [...command, `--${flag}=${secret}`],
      [...command, `--${flag}`, 'x', `--${flag}`, secret, secret],
      ...(flags.includes('emulator') ? [[...command, '--emulator', `--${flag}`, secret]] : []),
    ]);
  };
  return commands
    .filter(({ isGroup }) => !isGroup)
    .flatMap(({ command, flags }) => flags.flatMap((flag) => ofFlag(command, flag, flags)));
}

/** These go on when nothing is wrong: with a closed port there is nothing to wait for. */
const stays = (words) => words.includes('--follow') || words[0] === 'emulator';

export function wrongUses(project) {
  const commands = commandsOf(project);
  const uses = [...commands.flatMap(usesOf), ...usesOfFlags(commands)].map((words) =>
    stays(words) ? [...words, '--port', 'none'] : words,
  );
  const results = ask(project, [...uses, ['report', '--tag', 'fraud']]);
  const guilty = results.filter(({ written }) =>
    parts.some((part) => written.toLowerCase().includes(part.toLowerCase())),
  );
  expectNone(guilty.slice(0, 20).map(({ words, written }) => `${words.join(' ')}\n  ${written}`));
  const { written, status } = results.at(-1);
  if (status !== 2 || /did you mean/i.test(written))
    throw new Error(`report --tag fraud: ${written}`);
  const flags = commands.reduce((sum, command) => sum + command.flags.length, 0);
  return `${results.length} uses of ${commands.length} commands and ${flags} flags`;
}

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { snippets } from '../docs/pages.ts';
import { openWorld, type World, writeFileOfOrders } from './world.ts';

jest.setTimeout(600_000);

let world: World;
let bin: string;

beforeAll(async () => {
  world = await openWorld();
  await world.newDatabase();
  bin = join(world.folder, 'bin');
  mkdirSync(bin);
  const script = `#!/bin/sh\nexec "${process.execPath}" "${world.program.path}" "$@"\n`;
  writeFileSync(join(bin, 'minfraud'), script, { mode: 0o755 });
  writeFileOfOrders(join(world.folder, 'orders.csv'), 60);
});
afterAll(() => world.close());

describe('docs/scale.md', () => {
  const blocks = snippets('docs/scale.md', 'sh').filter(({ tags }) => !tags.includes('no-run'));

  // In order: a block may need what one before it did.
  test.each(blocks)('$place runs as it stands', async ({ code }) => {
    const env = {
      ...world.env(),
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      XDG_CONFIG_HOME: join(world.folder, 'config'),
    };
    const failed = await new Promise<string | undefined>((resolve) => {
      execFile('bash', ['-ec', code], { cwd: world.folder, env }, (error, _, stderr) => {
        resolve(error === null ? undefined : stderr);
      });
    });
    expect(failed).toBeUndefined();
  });

  test('shows every command of a queue', async () => {
    const { stdout } = await world.batch('--help');
    const commands = stdout.slice(stdout.indexOf('\nCommands\n'));
    const names = [...commands.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThanOrEqual(6);
    const shown = blocks.map(({ code }) => code).join('\n');
    expect(names.filter((name) => !shown.includes(`minfraud batch ${name}`))).toStrictEqual([]);
  });
});

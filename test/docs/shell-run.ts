/**
 * Types the commands of README and the guides into a shell, in an empty folder and without a network:
 * `shell-run.ts TARBALLS`, JSON that names the tarball of each of our packages. npm and npx get them from a registry
 * on this machine. Part of `npm run check:release`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startRegistry } from '../../tools/package/registry.mjs';
import { blocks, programs } from './pages.ts';
import { commandPages, isTyped } from './typed-commands.ts';

type Shell = (code: string, cwd: string) => Promise<string>;

function shellIn(home: string, registry: string): Shell {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    npm_config_registry: registry,
    npm_config_audit: 'false',
    npm_config_update_notifier: 'false',
  };
  return async (code, cwd) => {
    const typed = promisify(execFile)('bash', ['-ec', code], { cwd, env });
    // As at the end of a pipe: nobody is there to be asked.
    typed.child.stdin?.end();
    return (await typed).stdout;
  };
}

async function main(tarballs: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-shell-'));
  const registry = await startRegistry(tarballs);
  try {
    const shell = shellIn(folder, registry.url);
    for (const page of commandPages) {
      const project = mkdtempSync(join(folder, 'project-'));
      for (const { place, code } of blocks(page).filter(isTyped)) {
        await shell(code, project);
        console.log(`ok   ${place}`);
      }
    }
    await firstScore(shell, mkdtempSync(join(folder, 'project-')));
  } finally {
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first program of the quick start, saved and started as the page says. */
async function firstScore(shell: Shell, project: string): Promise<void> {
  const [install] = blocks('docs/quick-start.md').filter(isTyped);
  const [first] = programs('docs/quick-start.md');
  await shell(install?.code ?? '', project);
  const folder = join(project, 'try-minfraud');
  writeFileSync(join(folder, 'score.mjs'), first?.code ?? '');
  const printed = (await shell('node score.mjs', folder)).trimEnd();
  if (printed !== first?.output) throw new Error(`The quick start printed:\n${printed}`);
  console.log(`ok   ${first.place}, saved as score.mjs`);
}

void main(JSON.parse(process.argv[2] ?? '{}') as Record<string, string>);

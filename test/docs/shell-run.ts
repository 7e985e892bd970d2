/**
 * Types the commands of README and the guides into a shell, in an empty folder and without a network:
 * `shell-run.ts TARBALLS`, JSON that names the tarball of each of our packages. Part of `npm run check:release`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { install } from '../../tools/package/install.mjs';
import { blocks, programs, root } from './pages.ts';
import { commandPages, isTyped } from './typed-commands.ts';

/** npm, but for names of packages: each stands for a tarball. */
function npmFor(tarball: string, folder: string): string {
  const real = execFileSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  const undici = join(root, 'node_modules', 'undici');
  const pack = ['pack', undici, '--ignore-scripts', '--silent', '--pack-destination', folder];
  const undiciTarball = join(folder, execFileSync(real, pack, { encoding: 'utf8' }).trim());
  return `#!/usr/bin/env bash
given=()
for word in "$@"; do
  case "$word" in
    minfraud-sdk) word='${tarball}' ;;
    undici@7) word='${undiciTarball}' ;;
  esac
  given+=("$word")
done
exec '${real}' "\${given[@]}"
`;
}

function main(tarball: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-shell-'));
  try {
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'npm'), npmFor(tarball, folder), { mode: 0o755 });
    const shell = (code: string, cwd: string): string =>
      execFileSync('bash', ['-ec', code], {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
          HOME: folder,
          npm_config_offline: 'true',
          npm_config_audit: 'false',
          npm_config_update_notifier: 'false',
        },
      });
    for (const page of commandPages) {
      const project = mkdtempSync(join(folder, 'project-'));
      for (const { place, code } of blocks(page).filter(isTyped)) {
        shell(code, project);
        console.log(`ok   ${place}`);
      }
    }
    firstScore(shell, mkdtempSync(join(folder, 'project-')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first program of the quick start, saved and started as the page says. */
function firstScore(shell: (code: string, cwd: string) => string, project: string): void {
  const [install] = blocks('docs/quick-start.md').filter(isTyped);
  const [first] = programs('docs/quick-start.md');
  shell(install?.code ?? '', project);
  const folder = join(project, 'try-minfraud');
  writeFileSync(join(folder, 'score.mjs'), first?.code ?? '');
  const printed = shell('node score.mjs', folder).trimEnd();
  if (printed !== first?.output) throw new Error(`The quick start printed:\n${printed}`);
  console.log(`ok   ${first.place}, saved as score.mjs`);
}

main(resolve(process.argv[2] ?? ''));

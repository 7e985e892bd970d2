/** A reader's project on disk, in which the package is found under its own name. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TEST_LICENSE_KEY } from 'minfraud-emulator';
import { createAuthority } from '../transport/certificate.ts';
import { root, type Snippet } from './pages.ts';
import { proxyHost, serviceHost } from './redirected-connections.ts';

export interface ReaderProject {
  /** Writes blocks to a folder of their own, and gives its path and theirs. */
  readonly write: (blocks: readonly Snippet[]) => { folder: string; files: string[] };
  /** Starts a TypeScript program with the variables that the pages speak of. */
  readonly start: (file: string, options?: StartOptions) => ChildProcess;
  readonly remove: () => void;
}

export interface StartOptions {
  readonly arguments?: readonly string[];
  /** For programs that listen. Default: any free one. */
  readonly port?: number;
}

export function readerProject(): ReaderProject {
  const project = mkdtempSync(join(tmpdir(), 'minfraud-docs-'));
  const configuration = { target: 'ES2022', module: 'ESNext' };
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  const authority = createAuthority();
  writeFileSync(join(project, 'company-ca.pem'), authority.cert);
  for (const host of [serviceHost, proxyHost]) {
    const { cert, key } = authority.issue({ host });
    writeFileSync(join(project, `${host}.pem`), cert);
    writeFileSync(join(project, `${host}.key`), key);
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: configuration }));
  return {
    write: (blocks) => {
      const folder = mkdtempSync(join(project, 'run-'));
      // The file that docs/checkout.md tells its reader to copy.
      copyFileSync(join(root, 'examples', 'checkout.ts'), join(folder, 'checkout.ts'));
      const files = blocks.map(({ code }, index) => {
        const file = join(folder, `block-${index}.ts`);
        writeFileSync(file, code);
        return file;
      });
      return { folder, files };
    },
    start: (file, { arguments: given = [], port = 0 } = {}) => {
      const loader = pathToFileURL(require.resolve('tsx')).href;
      return spawn(
        process.execPath,
        ['-C', 'minfraud-source', '--import', loader, file, ...given],
        {
          cwd: project,
          timeout: 120_000,
          env: {
            PATH: process.env['PATH'],
            TSX_TSCONFIG_PATH: join(project, 'tsconfig.json'),
            MAXMIND_ACCOUNT_ID: '42',
            MAXMIND_LICENSE_KEY: TEST_LICENSE_KEY,
            MINFRAUD_ALERT_SECRET: 'supersecret-0123456789',
            NODE_EXTRA_CA_CERTS: join(project, 'company-ca.pem'),
            HTTPS_PROXY: `http://${proxyHost}:3128`,
            PORT: String(port),
          },
        },
      );
    },
    remove: () => {
      rmSync(project, { recursive: true, force: true });
    },
  };
}

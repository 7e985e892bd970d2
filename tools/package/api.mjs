/**
 * Writes what each public entry exports to api/*.api.md, so that every change of it is a diff in a
 * review. With `--check` it writes nothing and fails with the diff. Run by `npm run api`, after a build.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from './project.mjs';

const check = process.argv.includes('--check');
const reports = join(root, 'api');
const written = check ? mkdtempSync(join(tmpdir(), 'minfraud-sdk-api-')) : reports;
mkdirSync(reports, { recursive: true });

const { exports, name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
/** Report name → declarations, for every entry that has types. */
const entries = Object.entries(exports).flatMap(([path, { require: commonJs }]) =>
  commonJs?.types
    ? [[path === '.' ? name : path.slice(2).replaceAll('/', '-'), join(root, commonJs.types)]]
    : [],
);

/** What does not compile is told; how a comment is written is for typedoc and eslint to judge. */
const messages = {
  compilerMessageReporting: { default: { logLevel: 'error' } },
  extractorMessageReporting: { default: { logLevel: 'none' } },
  tsdocMessageReporting: { default: { logLevel: 'none' } },
};

let failed = false;
try {
  for (const [report, declarations] of entries) {
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: root,
        mainEntryPointFilePath: declarations,
        compiler: {
          overrideTsconfig: {
            compilerOptions: {
              target: 'ES2022',
              lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
              module: 'NodeNext',
              moduleResolution: 'NodeNext',
              types: ['node'],
              strict: true,
              skipLibCheck: true,
            },
            files: [declarations],
          },
        },
        apiReport: {
          enabled: true,
          reportFileName: `${report}.api.md`,
          reportFolder: written,
          reportTempFolder: join(root, 'node_modules', '.cache', 'api-extractor'),
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages,
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, 'package.json'),
    });
    const result = Extractor.invoke(config, {
      localBuild: true,
      showVerboseMessages: false,
      messageCallback: (message) => {
        if (message.messageId?.startsWith('console-')) message.handled = true;
      },
    });
    if (result.errorCount > 0) failed = true;
  }
  failed ||= check && differs();
} finally {
  if (check) rmSync(written, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

/** Tells what differs from the committed reports. */
function differs() {
  const names = new Set([...readdirSync(reports), ...readdirSync(written)]);
  const changed = [...names].filter((file) => {
    const args = ['diff', '--no-index', '--no-color', '--exit-code'];
    const { status, stdout } = spawnSync(
      'git',
      [...args, '--', pathOf(reports, file), pathOf(written, file)],
      { encoding: 'utf8' },
    );
    if (status !== 0) console.error(stdout);
    return status !== 0;
  });
  if (changed.length === 0) return false;
  console.error(
    `The public surface changed: ${changed.join(', ')}. If that is meant, run \`npm run api\` and commit api/.`,
  );
  return true;
}

function pathOf(folder, file) {
  return readdirSync(folder).includes(file) ? join(folder, file) : '/dev/null';
}

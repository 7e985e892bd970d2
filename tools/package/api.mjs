/**
 * Writes what each public entry exports to the folder `api` of its package, so that every change of it is a diff in a
 * review. With `--check` it writes nothing and fails with the diff. Run by `npm run api`, after a build.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { packages, root } from './packages.mjs';

const check = process.argv.includes('--check');

/** What does not compile is told; how a comment is written is for typedoc and eslint to judge. */
const messages = {
  compilerMessageReporting: { default: { logLevel: 'error' } },
  extractorMessageReporting: { default: { logLevel: 'none' } },
  tsdocMessageReporting: { default: { logLevel: 'none' } },
};

const withTypes = packages
  .map((one) => ({ ...one, programs: one.entries.filter(({ isProgram }) => isProgram) }))
  .filter(({ programs }) => programs.length > 0);
const passed = withTypes.map(writeReports);
process.exitCode = passed.every(Boolean) ? 0 : 1;

/** Writes the reports of a package, or compares them. Whether all is well. */
function writeReports({ name, folder, programs }) {
  const reports = join(root, folder, 'api');
  mkdirSync(reports, { recursive: true });
  const written = check ? mkdtempSync(join(tmpdir(), 'minfraud-sdk-api-')) : reports;
  try {
    const whole = programs.map(({ path, file }) => {
      const report = path === '.' ? name : path.slice(2).replaceAll('/', '-');
      return extract(folder, join(root, folder, 'dist', `${file}.d.cts`), report, written);
    });
    return whole.every(Boolean) && !(check && differs(reports, written, join(folder, 'api')));
  } finally {
    if (check) rmSync(written, { recursive: true, force: true });
  }
}

/** Whether what an entry declares compiles. */
function extract(folder, declarations, report, written) {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: join(root, folder),
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
    packageJsonFullPath: join(root, folder, 'package.json'),
  });
  const result = Extractor.invoke(config, {
    localBuild: true,
    showVerboseMessages: false,
    messageCallback: (message) => {
      if (message.messageId?.startsWith('console-')) message.handled = true;
    },
  });
  return result.errorCount === 0;
}

/** Tells what differs from the committed reports. */
function differs(reports, written, folder) {
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
    `The public surface changed: ${changed.join(', ')}. If that is meant, run \`npm run api\` and commit ${folder}/.`,
  );
  return true;
}

function pathOf(folder, file) {
  return readdirSync(folder).includes(file) ? join(folder, file) : '/dev/null';
}

/** Node, Bun and Deno: the program runs as the file of a customer, as ES module and as CommonJS. */
import process from 'node:process';
import { conform, lastLine } from './conform.mjs';
import { run } from './processes.mjs';
import { node, tool } from './tools.mjs';

/** Deno gets no more permissions than docs/edge.md says. */
const denoConformance = ['run', '--no-prompt', '--allow-net=127.0.0.1', '--allow-read=.'];

const runtimes = [
  ...[20, 22, 24, 26].map((version) => ({
    runtime: `node-${version}`,
    start: () => [node(version)],
    scripts: ['emulator', 'peers'],
  })),
  { runtime: 'bun', start: () => [tool('Bun', '.bin', 'bun')], scripts: ['emulator'] },
  {
    runtime: 'deno',
    start: (script) => [
      tool('Deno', '.bin', 'deno'),
      ...(script === 'conformance' ? denoConformance : ['run', '--no-prompt', '--allow-all']),
      '--no-remote',
    ],
    scripts: ['emulator'],
  },
];

export const inProcess = runtimes.flatMap(({ runtime, start, scripts }) =>
  [
    ['ESM', 'mjs'],
    ['CommonJS', 'cjs'],
  ].flatMap(([system, extension]) => [
    {
      runtime,
      script: `conformance, ${system}`,
      check: ({ project, expected }) =>
        conformFile(project, start('conformance'), `conformance.${extension}`, expected),
    },
    ...scripts.map((script) => ({
      runtime,
      script: `${script}, ${system}`,
      check: async ({ project: { folder } }) => {
        const [command, ...args] = start(script);
        return (await run(command, [...args, `${script}.${extension}`], { cwd: folder })).trim();
      },
    })),
  ]),
);

/** The requests that this machine's own Node sends: every other runtime has to send the same. */
export async function expectedRequests(project) {
  const { seen } = await conformWith(project, [process.execPath], 'conformance.mjs');
  return seen;
}

/** The note of a conformance run in a process of its own. */
export async function conformFile(project, command, file, expected) {
  return (await conformWith(project, command, file, expected)).note;
}

function conformWith(project, [command, ...args], file, expected) {
  const perform = async (service) =>
    lastLine(await run(command, [...args, file, JSON.stringify(service)], { cwd: project.folder }));
  return conform(project, perform, expected);
}

/** `minfraud generate`: a client of one's own, compiled from an edited spec. */
import { createRequire } from 'node:module';
import { runClientCommandLine } from '../compiler.ts';
import { type CliContext, print } from '../context.ts';
import { CommandError, exitCodes } from '../exit.ts';

interface Flags {
  readonly spec?: string | undefined;
  readonly overlay?: readonly string[] | undefined;
  readonly out?: string | undefined;
  readonly since?: string | undefined;
  readonly imports?: string | undefined;
  readonly check?: boolean | undefined;
}

export default async function (this: CliContext, flags: Flags): Promise<void> {
  const parameters = [
    ...(flags.check === true ? ['--check'] : []),
    ...(flags.spec === undefined ? [] : [`--spec=${flags.spec}`]),
    ...(flags.overlay ?? []).map((file) => `--overlay=${file}`),
    ...(flags.imports === undefined ? [] : [`--imports=${flags.imports}`]),
    ...(flags.since === undefined ? [] : [`--since=${flags.since}`]),
    ...(flags.out === undefined ? [] : [`--out=${flags.out}`]),
  ];
  const require = createRequire(import.meta.url);
  const { version } = require('minfraud-sdk/package.json') as { readonly version: string };
  const sdk = { spec: require.resolve('minfraud-sdk/openapi.json'), version };
  const complaints: string[] = [];
  const status = await runClientCommandLine(
    parameters,
    (line) => {
      print(this, line);
    },
    sdk,
    (line) => complaints.push(line),
  );
  const code = status === 2 ? exitCodes.wrongUse : exitCodes.refused;
  if (complaints.length > 0) throw new CommandError(complaints.join('\n'), code);
  if (status !== 0) this.process.exitCode = code;
}

/** The program: its commands, the messages of its own, and its exit codes. */
import {
  type Application,
  buildApplication,
  formatMessageForArgumentScannerError,
  ArgumentScannerError,
  run,
  text_en,
} from '@stricli/core';
import { nearestName } from 'minfraud-sdk/internal';
import { version } from './version.ts';
import { root } from './commands.ts';
import { type CliContext, type CliProcess } from './context.ts';
import { exitCodeOf, exitCodes, messageOf } from './exit.ts';
import { exampleFor, helpIntegration, manyValues } from './help.ts';
import { withoutSecrets } from './output/mask.ts';
import { type Output } from './output/stream.ts';
import { fitted, harmless } from './output/style.ts';

/** What was typed is not repeated: it may be a key or a card number. Only a plain word is, when it is no name. */
function wrongUse(error: unknown, typed: readonly string[], example: () => string): string {
  if (!(error instanceof ArgumentScannerError)) return messageOf(error);
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input, corrections }) => {
      const name = input.replace(/^--/, '').split('=')[0] ?? '';
      if (/licen[cs]e|secret|password|account-?id|^key$/i.test(name)) {
        return 'Credentials cannot be given as arguments, where other users and the shell history could see them. Set MAXMIND_ACCOUNT_ID and MAXMIND_LICENSE_KEY, or run "minfraud login".';
      }
      const near = nearestName(name, corrections) ?? corrections[0];
      const hint = near === undefined ? ' See --help.' : ` Did you mean --${near}?`;
      return `There is no ${isPlainWord(name) ? `flag --${name}` : 'such flag'}.${hint}`;
    },
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }) =>
      `--${name} ${exception instanceof Error ? exception.message : 'has a wrong value'}.`,
    EnumValidationError: ({ externalFlagName, input, values }) => {
      const all = values.join(', ');
      if (input === 'list') return `--${externalFlagName} takes one of: ${all}.`;
      const near = nearestName(input, values);
      const isLong = values.length > manyValues;
      const known = isLong ? `"--${externalFlagName} list" lists them.` : `Use ${all}.`;
      const hint = near === undefined ? known : `Did you mean ${near}?`;
      return `--${externalFlagName} has an unknown value. ${hint}`;
    },
    UnexpectedPositionalError: ({ expectedCount }) =>
      expectedCount === 0
        ? 'This command takes flags only. See --help.'
        : `Too many arguments: ${expectedCount} at most. Put text with spaces in quotes.`,
    UnsatisfiedPositionalError: ({ placeholder }) =>
      `${placeholder.toUpperCase()} is missing. ${example()}`,
    UnsatisfiedFlagError: ({ externalFlagName }) =>
      typed.includes(`--${externalFlagName}`)
        ? `--${externalFlagName} needs a value. ${example()}`
        : `--${externalFlagName} is required. ${example()}`,
    UnexpectedFlagError: ({ externalFlagName }) => `--${externalFlagName} was given twice.`,
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) =>
      `--${externalFlagName} does not take a value.`,
    AliasNotFoundError: ({ input }) => `There is no flag -${input}. See --help.`,
  });
}

/** A misspelled name of a command or a flag. Keys and card numbers have digits. */
const isPlainWord = (text: string): boolean => /^[a-z]+(?:-[a-z]+)*$/.test(text);

/** @param typed - The command line, of which messages repeat no secret. */
export function applicationFor(
  typed: readonly string[],
  stderr: Output = { write: () => undefined },
): Application<CliContext> {
  const failure = (error: unknown): string => {
    const lines = withoutSecrets(messageOf(error), typed).split('\n');
    return fitted(lines.map(harmless).join('\n'), stderr);
  };
  let isShown = false;
  // Once, though several things may be missing.
  const example = (): string => {
    if (isShown) return '';
    isShown = true;
    return exampleFor(root, typed);
  };
  return buildApplication<CliContext>(
    root,
    {
      name: 'minfraud',
      scanner: { caseStyle: 'original', allowArgumentEscapeSequence: true },
      documentation: { disableAnsiColor: true },
      determineExitCode: exitCodeOf,
      localization: {
        text: {
          ...text_en,
          exceptionWhileParsingArguments: (error) =>
            fitted(withoutSecrets(wrongUse(error, typed, example), typed).trimEnd(), stderr),
          exceptionWhileRunningCommand: failure,
          commandErrorResult: failure,
          noCommandRegisteredForInput: ({ input, corrections }) => {
            const names = corrections.map((name) => name.replaceAll('`', '"'));
            const near = names.length > 0 ? ` Did you mean ${names.join(' or ')}?` : '';
            const name = isPlainWord(input) ? `command ${input}` : 'such command';
            return `There is no ${name}.${near} "minfraud --help" lists them.`;
          },
        },
      },
    },
    {
      help: helpIntegration,
      version: {
        flag: {
          brief: 'show the version',
          aliases: ['v'],
          run() {
            this.process.stdout.write(`${version}\n`);
          },
        },
      },
    },
  );
}

/** Runs one command line. @returns the exit code. */
export async function runCli(argv: readonly string[], process: CliProcess): Promise<number> {
  // What @stricli/core sets as exit code are numbers of its own; standard input is opened when read.
  const own: CliProcess = {
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    exitCode: undefined,
  };
  await run(applicationFor(argv, process.stderr), negated(argv), { process: own } as never);
  const code = Number(own.exitCode ?? 0);
  return code < 0 ? exitCodes.wrongUse : code;
}

/** `--no-is-gift` → `--is-gift=false`: @stricli/core 1.3.0 knows the first only in camelCase. */
function negated(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((word, at) => {
    const name = end < 0 || at < end ? /^--no-([a-z][\w-]*)$/.exec(word)?.[1] : undefined;
    return name === undefined ? word : `--${name}=false`;
  });
}

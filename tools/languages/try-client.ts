/** Takes one client through everything: generate, compile, run, and compare what was sent and read. */
import { parseLegacyResponse } from '../../src/legacy/index.ts';
import { canonical, differences } from './canonical.ts';
import type { LanguageClient } from './clients.ts';
import { commandsOf, type Phase, phases } from './commands.ts';
import { type Exception, exceptions } from './exceptions.ts';
import { environmentOf, startService } from './scenario.ts';
import { prepareWorkspace, runScript } from './workspace.ts';

/** The columns of the table, each with the seconds that it took. */
export interface Trial {
  readonly name: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly passed: readonly string[];
  readonly excused: readonly Exception[];
  /** Why it ended early, or how its values differ. */
  readonly problems: readonly string[];
}

/** What a run left behind: what the program printed, and what the service was asked. */
export interface Exchange {
  readonly printed: unknown;
  readonly requests: readonly unknown[];
}

/** Seconds. What a program does takes a moment; downloads and compilers on a busy machine do not. */
const limits: Readonly<Record<Phase, number>> = { generate: 900, compile: 900, run: 60 };

export async function tryClient(client: LanguageClient, expected: Exchange): Promise<Trial> {
  const { name } = client;
  const seconds: Record<string, number> = {};
  const passed: string[] = [];
  const failed = (problems: string[], excused: Exception[] = []): Trial => {
    return { name, seconds, passed, excused, problems };
  };
  const commands = commandsOf(client.heading);
  const workspace = prepareWorkspace(name);
  const service = await startService();
  try {
    for (const phase of phases) {
      const environment = environmentOf(service);
      const outcome = await runScript(commands[phase], workspace, environment, limits[phase]);
      seconds[phase] = outcome.seconds;
      if (!outcome.ok) return failed([`${phase} failed:\n${lastLines(outcome.output)}`]);
      passed.push(phase);
      if (phase !== 'run') continue;
      const found = compare(read(outcome.stdout), expected, service.requests.map(sent));
      const { problems, excused } = excuse(name, found);
      if (problems.length > 0) return failed(problems, excused);
      passed.push('equal');
      return failed([], excused);
    }
    return failed(['there was nothing to run']);
  } finally {
    await service.close();
  }
}

/** The part of a request that the client is answerable for. */
export function sent(request: {
  readonly method: string;
  readonly path: string;
  readonly query: unknown;
  readonly body: unknown;
  readonly status: number | undefined;
}): unknown {
  const { method, path, query, body, status } = request;
  return { method, path, query, body, status };
}

function compare(printed: unknown, expected: Exchange, requests: readonly unknown[]): string[] {
  return [
    ...differences(canonical(printed), canonical(expected.printed)),
    ...differences(canonical({ requests }), canonical({ requests: expected.requests })),
  ];
}

/** Programs print the text of Legacy as it came; the SDK's own reader says what it holds. */
function read(stdout: string): unknown {
  const line = stdout.trim().split('\n').at(-1) ?? '';
  const printed = JSON.parse(line) as { legacy: unknown };
  return typeof printed.legacy === 'string'
    ? { ...printed, legacy: parseLegacyResponse(printed.legacy) }
    : printed;
}

/** Takes out what is listed with a reason, and complains of reasons that do not hold any more. */
function excuse(
  name: string,
  found: readonly string[],
): { problems: string[]; excused: Exception[] } {
  const own = exceptions.filter(({ client }) => client === name);
  const excused = own.filter(({ place }) => found.some((difference) => place.test(difference)));
  const outdated = own.filter((exception) => !excused.includes(exception));
  return {
    excused,
    problems: [
      ...found.filter((difference) => !own.some(({ place }) => place.test(difference))),
      ...outdated.map(
        ({ place }) =>
          `the exception for ${String(place)} holds no longer: remove it from tools/languages/exceptions.ts`,
      ),
    ],
  };
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-30).join('\n');
}

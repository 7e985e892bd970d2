/** A tier that the spec gains has to have a command, and a word for `batch --service`. */
import { expect, test } from '@jest/globals';
import { createRequire } from 'node:module';
import { cli } from './run.ts';

interface Operation {
  readonly operationId?: string;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema?: { $ref?: string } }>>;
  };
}

const { paths } = createRequire(__filename)('../../../generated/openapi.json') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** The operations that take a transaction. */
const tiers = Object.values(paths)
  .flatMap((item) => Object.values(item))
  .filter(({ requestBody }) =>
    Object.values(requestBody?.content ?? {}).some(
      ({ schema }) => schema?.$ref === '#/components/schemas/Transaction',
    ),
  )
  .flatMap(({ operationId }) => operationId ?? []);

test('the spec has tiers', () => {
  expect(tiers).toEqual(expect.arrayContaining(['score', 'insights', 'factors']));
});

test.each(tiers)('%s is a command: buildRouteMap in packages/cli/src/commands.ts', async (tier) => {
  const { code, stderr } = await cli([tier, '--help']);
  expect([stderr, code]).toEqual(['', 0]);
});

test.each(tiers)(
  '%s is a word for batch --service: packages/cli/src/batch/command.ts',
  async (tier) => {
    const { stdout } = await cli(['batch', '--help']);
    const [, words = ''] =
      /Flags .*?--service VALUE [^:]*: (.*?) --/.exec(stdout.replace(/\s+/g, ' ')) ?? [];
    expect(words).toContain(tier);
  },
);

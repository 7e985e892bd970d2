import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callView } from '../../scripts/calls.ts';
import { renamings } from '../../scripts/documentation.ts';
import { type OpenApiDocument, schemasOf } from '../../scripts/document.ts';
import { modelName } from '../../scripts/model-name.ts';
import { root } from '../docs/pages.ts';
import { typeErrors } from '../scripts/type-check.ts';
import { entrySources, type Hover, hoversOf } from './hovers.ts';

/** The compiler reads the whole package, which takes a busy machine a minute. */
const compiling = 300_000;

let hovers: readonly Hover[] = [];
beforeAll(() => {
  hovers = hoversOf(entrySources());
}, compiling);

const spec = JSON.parse(
  readFileSync(join(root, 'generated/openapi.json'), 'utf8'),
) as OpenApiDocument;
const { document } = callView(spec);

/** What is left out of a rule, and why. One that leaves nothing out any more fails. */
type Exceptions = readonly { readonly what: (hover: Hover) => boolean; readonly why: string }[];

/** The hovers that break a rule without being an exception, and exceptions that are not needed. */
function broken(
  isUnderRule: (hover: Hover) => boolean,
  isRight: (hover: Hover) => boolean,
  exceptions: Exceptions = [],
): { broken: string[]; notNeeded: string[]; none?: true } {
  const under = hovers.filter(isUnderRule);
  const wrong = under.filter((hover) => !isRight(hover));
  const unexcused = wrong.filter((hover) => !exceptions.some(({ what }) => what(hover)));
  const idle = exceptions.filter(({ what }) => !wrong.some(what));
  return {
    broken: [...new Set(unexcused.map(({ entry, path, file }) => `${entry} ${path} (${file})`))],
    notNeeded: idle.map(({ why }) => why),
    ...(under.length === 0 && { none: true as const }),
  };
}

const nothing = { broken: [], notNeeded: [] };

const isModel = ({ file }: Hover): boolean => file === 'generated/models/types.ts';
const isWire = ({ file }: Hover): boolean => file === 'generated/wire.ts';
/** A field of a type itself, not of a `DeepPartial` of it. */
const isOwn = ({ kind, path }: Hover): boolean => kind === 'field' && /^\w+\.\w+$/.test(path);
const isField = ({ kind }: Hover): boolean => kind === 'field';
/** Not of the entries that only generated clients and our own packages import. */
const isForPrograms = ({ entry }: Hover): boolean => !['./runtime', './internal'].includes(entry);

const hasTag = (name: string) => (hover: Hover) =>
  hover.tags.some((tag) => tag.name === name && tag.text.trim() !== '');
const hasLink = ({ tags }: Hover): boolean =>
  tags.some(({ name, text }) => name === 'see' && /^https:\/\/\S+$/.test(text.trim()));

/** Objects that an application fills in, as far as they are not requests of the spec. */
const optionTypes = [
  ...['ClientOptions', 'CallOptions', 'LegacyClientOptions', 'LegacyCallOptions', 'AppInfo'],
  ...['WireClientOptions', 'DispositionsQuery', 'Hooks', 'DeviceOptions', 'TrustedHeader'],
  ...['UndiciFetchOptions', 'TraceOptions', 'EmulatorOptions', 'Account', 'CustomRule'],
  ...['MadeAnswer', 'Fault', 'AlertToSend', 'DispositionUpdate'],
];
const isOption = ({ path, kind, file }: Hover): boolean =>
  kind === 'field' && file.startsWith('src/') && optionTypes.includes(path.split('.')[0] ?? '');

describe('every hover', () => {
  test('says what the thing is', () => {
    const runtimeTables =
      /^src\/(?:operation|options\/settings|request\/(?:findings|prepare))\.ts$/;
    const found = broken(
      () => true,
      (hover) => /\p{L}/u.test(hover.text),
      [
        {
          what: ({ path }) => path.startsWith('PaymentProcessor.'),
          why: 'the value is the name of a payment processor, and there is no more to say',
        },
        {
          what: (hover) =>
            isWire(hover) &&
            /^(?:paths|operations|webhooks|components)\./.test(hover.path) &&
            !/^components\.schemas\../.test(hover.path),
          why: 'keys of OpenAPI itself, such as parameters, responses and media types',
        },
        {
          what: ({ entry, file }) => entry === './runtime' && runtimeTables.test(file),
          why: 'written and read by generated code, which no program has to know',
        },
      ],
    );
    expect(found).toEqual(nothing);
  });

  test('of something deprecated says what to use instead, or that there is no successor', () => {
    const found = broken(
      ({ tags }) => tags.some(({ name }) => name === 'deprecated'),
      ({ tags }) =>
        tags.some(
          ({ name, text }) =>
            name === 'deprecated' && /\b(?:read|send|use)\b|successor/i.test(text),
        ),
    );
    expect(found).toEqual(nothing);
  });
});

describe('requests and results', () => {
  test('each type and field has a link to the page of the vendor', () => {
    const found = broken((hover) => isModel(hover) && hover.kind !== 'word', hasLink);
    expect(found).toEqual(nothing);
  });

  test('so has each schema of the wire', () => {
    const found = broken(
      (hover) => isWire(hover) && /^components\.schemas\.\w+$/.test(hover.path),
      hasLink,
    );
    expect(found).toEqual(nothing);
  });

  test('what a response may lack says when it is absent', () => {
    const found = broken(
      (hover) => isModel(hover) && isOwn(hover) && hover.optional && !hover.takesUndefined,
      ({ text }) => /\babsent\b/i.test(text),
    );
    expect(found).toEqual(nothing);
  });

  test('so it does on the wire', () => {
    const { request } = { request: /^components\.schemas\.(?:Transaction|LegacyOrder)\b/ };
    const found = broken(
      (hover) =>
        isWire(hover) &&
        isField(hover) &&
        /^components\.schemas\.\w+\.\w+$/.test(hover.path) &&
        hover.optional &&
        !hover.takesUndefined &&
        !request.test(hover.path),
      (hover) => /\babsent\b/i.test(hover.text),
    );
    expect(found).toEqual(nothing);
  });

  test('a number says its range where the spec has one', () => {
    const found = broken(
      (hover) => isModel(hover) && isField(hover),
      ({ path, text }) => boundsOf(path).every((bound) => spellings(bound).test(text)),
    );
    expect(found).toEqual(nothing);
  });

  test('a text of a request says how long it may be', () => {
    const found = broken(
      (hover) => isModel(hover) && isField(hover) && hover.takesUndefined,
      ({ path, text }) => limitsOf(path).every((limit) => text.includes(String(limit))),
      [
        {
          what: ({ path }) =>
            /\.(?:region|country|currency|phoneCountryCode|bankPhoneCountryCode)$/.test(path) ||
            /\.(?:issuerIdNumber|lastDigits|last4Digits|avsResult|cvvResult)$/.test(path) ||
            /\.(?:maxmindId|minfraudId)$/.test(path),
          why: 'the form says the length, in words: two capital letters, a UUID',
        },
      ],
    );
    expect(found).toEqual(nothing);
  });
});

describe('names', () => {
  test('are those of the model, where the model is what one has', () => {
    const wire = [...renamings(document).keys()].filter((name) => name.length > 3);
    const words = new RegExp(`(?<![/\\w.-])(?:${wire.join('|')})(?![\\w/-])`);
    const found = broken(
      (hover) => !isWire(hover) && hover.entry !== './wire' && isForPrograms(hover),
      (hover) => !words.test([hover.text, ...hover.tags.map(({ text }) => text)].join('\n')),
    );
    expect(found).toEqual(nothing);
  });
});

describe('results and errors of this package', () => {
  test('what may be lacking says when it is absent', () => {
    const found = broken(
      (hover) =>
        hover.file.startsWith('src/') &&
        isField(hover) &&
        hover.optional &&
        !hover.takesUndefined &&
        !isOption(hover),
      ({ text }) => /\babsent\b/i.test(text),
      [
        {
          what: ({ file, entry }) => entry === './runtime' && file === 'src/operation.ts',
          why: 'written and read by generated code, which no program has to know',
        },
      ],
    );
    expect(found).toEqual(nothing);
  });
});

describe('options', () => {
  test('each says its default, or that it is required', () => {
    const found = broken(isOption, ({ optional, text }) =>
      optional ? /\bDefault\b/.test(text) : /\bRequired\b/.test(text),
    );
    expect(found).toEqual(nothing);
  });

  test('those of clients and calls have an example each', () => {
    const shown =
      /^(?:ClientOptions|CallOptions|Legacy(?:Client|Call)Options|WireClientOptions|DispositionsQuery|DeviceOptions|UndiciFetchOptions)(?:\.\w+)?$/;
    const found = broken(({ path }) => shown.test(path), hasTag('example'), [
      {
        what: ({ path }) => /^(?:LegacyCall|WireClient|Device|UndiciFetch)Options$/.test(path),
        why: 'their fields and the functions that take them have examples',
      },
    ]);
    expect(found).toEqual(nothing);
  });
});

describe('clients and functions', () => {
  const isCall = (hover: Hover): boolean =>
    ['class', 'constructor', 'method', 'function'].includes(hover.kind) && isForPrograms(hover);
  const isOfErrors = ({ path }: Hover): boolean => /^(?:new )?\w+Error(?:\.|$)/.test(path);

  test('each has an example', () => {
    const found = broken((hover) => isCall(hover) && !isOfErrors(hover), hasTag('example'), [
      {
        what: ({ path }) =>
          /^(?:Logger|FetchedResponse|RequestHeaders)\.|\bheaders\.get$/.test(path),
        why: 'implemented by the application or the platform, and called by this package',
      },
      { what: ({ path }) => path === 'Dispositions', why: 'its two ways to walk have examples' },
    ]);
    expect(found).toEqual(nothing);
  });

  test('what asks a service has a link to its page', () => {
    const found = broken(
      ({ path, kind }) => /^MinFraud(?:Legacy)?(?:\.|$)/.test(path) && kind !== 'constructor',
      hasLink,
    );
    expect(found).toEqual(nothing);
  });

  test(
    'the examples compile',
    () => {
      const ours = hovers.filter(({ file }) => file.startsWith('src/'));
      const examples = ours.flatMap(({ tags, file, path }) =>
        tags
          .filter(({ name }) => name === 'example')
          .map(({ text }) => ({ file, path, code: text.replaceAll(/^```\w*$/gm, '') })),
      );
      const programs = new Map(
        examples.map(({ file, path, code }) => [
          `${path.replaceAll(/\W+/g, '-')}.ts`,
          exampleProgram(code, file),
        ]),
      );
      expect(programs.size).toBeGreaterThan(40);
      const errors = typeErrors(join(root, 'test/types'), Object.fromEntries(programs), {
        types: ['node'],
        declaration: false,
        isolatedDeclarations: false,
        resolveJsonModule: true,
      });
      expect(errors).toEqual([]);
    },
    compiling,
  );
});

/** The names that examples take for given. */
function exampleProgram(code: string, file: string): string {
  const client = file.startsWith('src/legacy/') ? 'MinFraudLegacy' : 'MinFraud';
  return `import { getMetadata, hashEmail, type Hooks, MinFraud, MinFraudError, normalizeEmail, parseTransaction,
  previewTransaction, RateLimitError, reportSchema, type Transaction, transactionSchema, validateReport,
  validateTransaction } from 'minfraud-sdk';
import { isAlertSender, parseAlert, rawQuery, signAlert, verifyAlert, verifyAlertRequest } from 'minfraud-sdk/alerts';
import { deviceFrom } from 'minfraud-sdk/device';
import { factorsFixture, insightsFixture, scoreFixture, startEmulator } from 'minfraud-emulator';
import { MinFraudLegacy, parseLegacyResponse, parseProxyResponse } from 'minfraud-sdk/legacy';
import { traceMinFraud } from 'minfraud-sdk/opentelemetry';
import { undiciFetch } from 'minfraud-sdk/undici';
import { createWireClient } from 'minfraud-sdk/wire';
import { Agent } from 'undici';
declare const client: ${client};
declare const transaction: Transaction;
declare const body: string, cursor: string, id: string, remoteAddress: string;
declare const secret: string, signature: string, updatesAfter: string;
declare const headers: Headers;
declare const request: Request;
declare const retries: { add(value: number, attributes: Record<string, string>): void };
async function example() {
${code}
}`;
}

/** The bounds that the spec gives a field of a model type. */
function boundsOf(path: string): number[] {
  const { minimum, maximum } = propertyOf(path) ?? {};
  // Not the lowest possible count: a maximum is what gives a range.
  return maximum === undefined ? [] : [minimum ?? maximum, maximum];
}

function limitsOf(path: string): number[] {
  const { maxLength } = propertyOf(path) ?? {};
  return maxLength === undefined ? [] : [maxLength];
}

function propertyOf(path: string) {
  const [type = '', field = ''] = path.split('.');
  const properties = Object.entries(schemasOf(document)[type]?.properties ?? {});
  return properties.find(
    ([wire, property]) => (property['x-model-name'] ?? modelName(wire)) === field,
  )?.[1];
}

/** 1000000 is written as 1,000,000; what a double holds no better as a power of ten. */
function spellings(bound: number): RegExp {
  const plain = String(bound).replace('.', '\\.');
  const grouped = bound.toLocaleString('en-US').replace('.', '\\.');
  const power = Math.abs(bound) === 9_999_999_999_999 ? '|1e13' : '';
  return new RegExp(`(?<![\\d.])(?:${plain}|${grouped}${power})(?![\\d])`);
}

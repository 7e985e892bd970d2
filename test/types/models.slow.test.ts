import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import ts from 'typescript';

/** Statements about the generated models that must compile. */
const compiles: Readonly<Record<string, string>> = {
  'a bare response is a Score': `
    export const score: m.Score =
      { id: '', riskScore: 1, fundsRemaining: 1, queriesRemaining: 1, warnings: [] };`,
  'lists can be looped over without a question': `
    export function codes(factors: m.Factors): string[] {
      const found: string[] = [];
      for (const warning of factors.warnings) found.push(warning.code);
      for (const { reasons } of factors.riskScoreReasons) for (const { code } of reasons) found.push(code);
      for (const { code } of factors.ipAddress?.riskReasons ?? []) found.push(code);
      for (const part of factors.ipAddress?.subdivisions ?? []) found.push(part.name ?? '');
      return found;
    }`,
  'an open enumeration takes an undocumented value': `
    export const action: m.Disposition['action'] = 'escalate';
    export const code: m.WarningCode = 'NEW_WARNING';`,
  'an open enumeration still offers the known words': `
    export const known: readonly [
      Extract<m.WarningCode, 'INPUT_INVALID'>,
      Extract<m.ReasonCode, 'EMAIL_TENURE'>,
      Extract<m.DispositionAction, 'manual_review'>,
      Extract<m.UserType, 'traveler'>,
    ] = ['INPUT_INVALID', 'EMAIL_TENURE', 'manual_review', 'traveler'];`,
  'the values of an enumeration have names': `
    export function isManual(d: m.Disposition): boolean {
      return d.action === m.DispositionAction.ManualReview || d.action === 'manual_review';
    }
    export const cellular: m.ConnectionType = m.ConnectionType.Cellular;`,
  'names are a map, name is a text that may be absent': `
    export function nameOf(city: m.City): string | undefined {
      return city.name ?? city.names?.['pt-BR'];
    }`,
  'every tier is a Score, and Factors is an Insights': `
    export const asInsights = (factors: m.Factors): m.Insights => factors;
    export const asScore = (insights: m.Insights): m.Score => insights;`,
  'times and dates are texts': `
    export const times = (f: m.Factors): (string | undefined)[] =>
      [f.ipAddress?.location?.localTime, f.device?.lastSeen, f.email?.domain?.firstSeen];`,
  'a request takes a Date for a time and a URL for an address of the web': `
    export const request: m.Transaction = {
      event: { time: new Date() },
      order: { referrerUri: new URL('https://www.example.com/') },
    };`,
};

/** Statements that must not compile, each with the code of the one error that says why. */
const refuses: Readonly<Record<string, readonly [error: number, source: string]>> = {
  'an object may be absent': [18048, `export const f = (s: m.Score): unknown => s.ipAddress.risk;`],
  'an inner object may be absent': [
    18048,
    `export const f = (i: m.IpAddress): unknown => i.traits.isp;`,
  ],
  'a field may be absent': [2322, `export const f = (d: m.DeviceResult): string => d.localTime;`],
  'name may be absent': [2322, `export const f = (c: m.Country): string => c.name;`],
  'a language may be absent': [
    2322,
    `export const f = (names: NonNullable<m.City['names']>): string => names['fr'];`,
  ],
  'Score knows the risk of the IP address only': [
    2339,
    `export const f = (s: m.Score): unknown => s.ipAddress?.country;`,
  ],
  'Insights has no reasons': [
    2339,
    `export const f = (i: m.Insights): unknown => i.riskScoreReasons;`,
  ],
  'wire names are not model names': [
    2551,
    `export const f = (s: m.Score): unknown => s.risk_score;`,
  ],
  'a score is a number': [2322, `export const f = (s: m.Score): string => s.riskScore;`],
  'a list of warnings is not left out': [
    2741,
    `export const s: m.Score = { id: '', riskScore: 1, fundsRemaining: 1, queriesRemaining: 1 };`,
  ],
};

const folder = join(process.cwd(), 'test/types');
const prelude = `import * as m from '../../generated/models/index.ts';\n`;
const sources = new Map<string, string>();
const fileOf = (name: string): string =>
  join(folder, `${name.replace(/[^a-z]/gi, '-')}.virtual.ts`);
for (const [name, source] of Object.entries(compiles)) sources.set(fileOf(name), prelude + source);
for (const [name, [, source]] of Object.entries(refuses))
  sources.set(fileOf(name), prelude + source);

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  types: [],
};

const host = ts.createCompilerHost(options);
host.fileExists = (path) => sources.has(path) || ts.sys.fileExists(path);
host.readFile = (path) => sources.get(path) ?? ts.sys.readFile(path);
const program = ts.createProgram([...sources.keys()], options, host);

function errorsIn(name: string): { code: number; message: string }[] {
  const file = program.getSourceFile(fileOf(name));
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ code, messageText }) => ({
      code,
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }),
  );
}

describe('the models let a program say', () => {
  test.each(Object.keys(compiles))('%s', (name) => {
    expect(errorsIn(name)).toEqual([]);
  });
});

describe('the models keep a program from forgetting', () => {
  test.each(Object.entries(refuses))('%s', (name, [code]) => {
    expect(errorsIn(name).map((error) => error.code)).toEqual([code]);
  });
});

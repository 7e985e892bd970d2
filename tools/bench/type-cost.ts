/** What the package's types cost a program's type-check: types and instantiations over an empty one. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './samples.ts';
import type { Row } from './row.ts';

type Figures = Record<'Types' | 'Instantiations', number>;

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const declarations = join(root, 'dist', 'index.d.mts');
const entry = JSON.stringify(declarations.replace(/\.d\.mts$/, '.mjs'));

/** The least that a consumer writes. */
const firstCall = `
import { MinFraud } from ${entry};
const client = new MinFraud({ accountId: 42, licenseKey: 'none' });
export const risk = async (ipAddress: string): Promise<number> =>
  (await client.score({ device: { ipAddress } })).riskScore;
`;

/** What a real one writes, so that types which TypeScript resolves late are resolved. */
function program(prelude: string, client: string): string {
  return `
${prelude}
export async function risk(ipAddress: string): Promise<string> {
  try {
    const factors = await ${client}.factors({
      device: { ipAddress },
      event: { type: 'purchase', time: new Date() },
      billing: { country: 'US' },
    });
    for (const { multiplier, reasons } of factors.riskScoreReasons) {
      if (multiplier > 2 && reasons[0]?.code === 'ANONYMOUS_IP') return 'anonymous';
    }
    return factors.ipAddress?.country?.name ?? factors.riskScore.toFixed(2);
  } catch (error) {
    if (InvalidRequestError.is(error)) return error.issues.map(({ pointer }) => pointer).join();
    throw error;
  }
}
`;
}

const withPackage = program(
  `import { InvalidRequestError, MinFraud } from ${entry};`,
  `new MinFraud({ accountId: 42, licenseKey: 'none' })`,
);

/** The same on types of its own, which hold nothing but what it uses: what it costs by itself. */
const withoutPackage = program(
  `interface Result {
  riskScore: number;
  ipAddress?: { country?: { name?: string } };
  riskScoreReasons: { multiplier: number; reasons: { code: string }[] }[];
}
interface Input {
  device: { ipAddress: string };
  event: { type: string; time: Date };
  billing: { country: string };
}
declare const client: { factors(input: Input): Promise<Result> };
declare const InvalidRequestError: {
  is(error: unknown): error is { issues: { pointer: string }[] };
};`,
  'client',
);

/** The figures that tsc prints about one file. Fails when the file has an error. */
function measure(folder: string, source: string): Figures {
  writeFileSync(join(folder, 'program.mts'), source);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'NodeNext',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
      },
      files: ['program.mts'],
    }),
  );
  const output = execFileSync(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  const figure = (name: keyof Figures): number =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)?.[1] ?? NaN);
  return {
    Types: figure('Types'),
    Instantiations: figure('Instantiations'),
  };
}

export function measureTypes(): Row[] {
  if (!existsSync(declarations)) throw new Error(`${declarations} is missing: run npm run build.`);
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-types-'));
  try {
    const empty = measure(folder, 'export {};\n');
    const whole = measure(folder, withPackage);
    const costs: [what: string, full: Figures, base: Figures][] = [
      ['a first call, over an empty program', measure(folder, firstCall), empty],
      ['a real program, over an empty one', whole, empty],
      ['a real program, over itself without the package', whole, measure(folder, withoutPackage)],
    ];
    return costs.map(([what, full, base], at) => ({
      what: `types and instantiations of ${what}`,
      seen: `${full.Types - base.Types}, ${full.Instantiations - base.Instantiations}`,
      // A program's own types are not the package's doing.
      ...(at !== 1 && { budget: '≤ 250, ≤ 300' }),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the package's types cost a program's type-check: types and instantiations over an empty one. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The most that a consumer may pay; a program's own types are not the package's doing. */
const MOST = { Types: 250, Instantiations: 300 };

type Figures = Record<keyof typeof MOST | 'Symbols', number>;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
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
    Symbols: figure('Symbols'),
  };
}

if (!existsSync(declarations)) {
  console.log('Not measured: run `npm run build` first.');
} else {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-types-'));
  try {
    const empty = measure(folder, 'export {};\n');
    const whole = measure(folder, withPackage);
    const costs: [string, Figures, Figures][] = [
      ['first call, over an empty program', measure(folder, firstCall), empty],
      ['real program, over an empty program', whole, empty],
      ['real program, over itself without the package', whole, measure(folder, withoutPackage)],
    ];
    for (const [what, full, base] of costs) {
      console.log(
        `${what.padEnd(46)} +${full.Types - base.Types} types, ` +
          `+${full.Instantiations - base.Instantiations} instantiations, ` +
          `+${full.Symbols - base.Symbols} symbols`,
      );
    }
    for (const [what, full, base] of [costs[0], costs[2]].filter((cost) => cost !== undefined)) {
      for (const [name, most] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
        if (full[name] - base[name] <= most) continue;
        console.log(`over the budget of ${most} ${name.toLowerCase()}: ${what}`);
        process.exitCode = 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

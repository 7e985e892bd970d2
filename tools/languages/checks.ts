/** Schemathesis and the validators: what they say of the documents and of the emulator that follows them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Need } from './clients.ts';
import { go, npm, python } from './clients.ts';
import { compareEdits } from './compare.ts';
import { findings } from './findings.ts';
import { type IbmReport, unlisted } from './ibm-rules.ts';
import { environmentOf, startService } from './scenario.ts';
import type { Trial } from './try-client.ts';
import { prepareWorkspace, runScript } from './workspace.ts';

export interface Check {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly run: () => Promise<Trial>;
}

export const checks: readonly Check[] = [
  { name: 'validators', needs: [python, npm], run: validate },
  { name: 'oasdiff', needs: [go], run: compare },
  { name: 'schemathesis', needs: [python], run: fuzz },
];

const specs = join(import.meta.dirname, '../../generated');

/** Without "--ruleset default" IBM would take the rules of this repository. Clean means clean: only IBM's validator has rules that are not followed, which `ibm-rules.ts` lists. */
async function validate(): Promise<Trial> {
  const workspace = prepareWorkspace('validators');
  const script = `
    python3 -m venv venv
    venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
    npm ci --silent --ignore-scripts --no-audit --no-fund
    for document in openapi openapi-3.0; do
      venv/bin/openapi-spec-validator "${specs}/$document.json"
      node check.js "${specs}/$document.json"
      npx lint-openapi --json --no-colors --ruleset default "${specs}/$document.json" > "ibm-$document.json" || true
      test -s "ibm-$document.json"
    done`;
  const outcome = await runScript(script, workspace, {}, 900);
  if (!outcome.ok) return trialOf('validators', outcome.seconds, [outcome.output]);
  const reports = ['openapi', 'openapi-3.0'].map((name): [string, IbmReport] => [
    name,
    JSON.parse(readFileSync(join(workspace, `ibm-${name}.json`), 'utf8')) as IbmReport,
  ]);
  return trialOf('validators', outcome.seconds, unlisted(new Map(reports)));
}

async function compare(): Promise<Trial> {
  const { seconds, problems } = await compareEdits();
  return trialOf('oasdiff', seconds, problems);
}

interface Report {
  readonly failures: readonly { readonly type: string; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
  readonly operations: { readonly tested: number; readonly total: number };
}

/** Every check, on data that is the same in every run. */
async function fuzz(): Promise<Trial> {
  const workspace = prepareWorkspace('schemathesis');
  const service = await startService();
  try {
    const script = `
      python3 -m venv venv
      venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
      rm -f report.json
      PYTHONPATH=. SCHEMATHESIS_HOOKS=hooks venv/bin/st run "${specs}/openapi.json" \\
        --url "$MINFRAUD_URL" --auth "$MINFRAUD_ACCOUNT_ID:$MINFRAUD_LICENSE_KEY" \\
        --checks all --max-examples 20 --generation-deterministic --continue-on-failure \\
        --suppress-health-check too_slow,filter_too_much \\
        --no-color --report json --report-json-path report.json || test -s report.json`;
    const outcome = await runScript(script, workspace, environmentOf(service), 1200);
    if (!outcome.ok) return trialOf('schemathesis', outcome.seconds, [outcome.output]);
    const report = JSON.parse(readFileSync(join(workspace, 'report.json'), 'utf8')) as Report;
    return trialOf('schemathesis', outcome.seconds, unexplained(report));
  } finally {
    await service.close();
  }
}

function unexplained({ failures, errors, operations }: Report): string[] {
  const seen = new Set(
    failures.flatMap(({ type, operations: places }) => places.map((place) => `${type}, ${place}`)),
  );
  const known = findings.map(({ type, operations: places, reason }) => ({
    places: places.map((place) => `${type}, ${place}`),
    reason,
  }));
  return [
    ...[...seen].filter((finding) => !known.some(({ places }) => places.includes(finding))),
    ...known
      .filter(({ places }) => !places.some((finding) => seen.has(finding)))
      .map(
        ({ reason }) => `found no longer, remove it from tools/languages/findings.ts: ${reason}`,
      ),
    ...errors.map((error) => JSON.stringify(error)),
    ...(operations.tested < operations.total ? ['some operations were not tested'] : []),
  ];
}

function trialOf(name: string, seconds: number, problems: readonly string[]): Trial {
  return { name, seconds: { run: seconds }, passed: [], excused: [], problems };
}

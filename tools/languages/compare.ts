/** Shows with oasdiff that the portable document can be compared: each break is found, and no other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Editable, edits } from './oasdiff/edits.ts';
import { prepareWorkspace, runScript } from './workspace.ts';

interface Compared {
  readonly seconds: number;
  readonly problems: readonly string[];
}

export async function compareEdits(): Promise<Compared> {
  const workspace = prepareWorkspace('oasdiff');
  const portable = readFileSync(join(workspace, 'openapi-3.0.json'), 'utf8');
  for (const { name, make } of edits) {
    const document = JSON.parse(portable) as Editable;
    make(document);
    writeFileSync(join(workspace, `${name}.json`), JSON.stringify(document));
  }
  const names = edits.map(({ name }) => name).join(' ');
  const script = `
    GOBIN="$PWD" go install github.com/oasdiff/oasdiff@v1.37.0
    for edit in ${names}; do
      ./oasdiff breaking openapi-3.0.json "$edit.json" --flatten-allof --format json > "$edit.out"
    done`;
  const { ok, output, seconds } = await runScript(script, workspace, {}, 900);
  if (!ok) return { seconds, problems: [output] };
  return { seconds, problems: edits.flatMap((edit) => problemsOf(edit, workspace)) };
}

/** oasdiff tells a break once for each operation that it is part of. */
function problemsOf({ name, found }: (typeof edits)[number], workspace: string): string[] {
  const text = readFileSync(join(workspace, `${name}.out`), 'utf8').trim();
  const breaks = text.startsWith('[') ? (JSON.parse(text) as { id: string }[]) : [];
  const ids = new Set(breaks.map(({ id }) => id));
  const missed = found === undefined || ids.has(found) ? [] : [`${name}: ${found} was not found`];
  ids.delete(found ?? '');
  return [...missed, ...[...ids].map((id) => `${name}: ${id} is no break`)];
}

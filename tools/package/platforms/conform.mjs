/** Judges a conformance run: by its own report, and by what the emulator saw of it. */
import { startService } from './service.mjs';

/**
 * @param project - Where the packages are installed.
 * @param perform - Lets a platform run the program against a service, and gives its report.
 * @param expected - The requests of a run on another platform. Absent: there is none to compare with.
 */
export async function conform(project, perform, expected) {
  const service = await startService(project);
  try {
    const { passed, failures } = await perform(service.told);
    if (failures.length > 0) throw new Error(failures.join('\n'));
    const seen = service.seen();
    if (expected !== undefined) sameRequests(seen, expected);
    return { note: `${passed} checks, ${seen.length} requests`, seen };
  } finally {
    await service.close();
  }
}

function sameRequests(seen, expected) {
  const [missing, added] = [without(expected, seen), without(seen, expected)];
  if (missing.length + added.length === 0 && seen.length === expected.length) return;
  const lines = [...missing.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
  throw new Error(
    `${seen.length} requests where ${expected.length} were expected:\n${lines.join('\n')}`,
  );
}

const without = (lines, others) => lines.filter((line) => !others.includes(line));

/** The report that a program prints as its last line. */
export function lastLine(printed) {
  return JSON.parse(printed.trim().split('\n').at(-1));
}

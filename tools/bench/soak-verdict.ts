/** Whether a soak left nothing behind. */

/** What a tenth of a soak took, and what was left after it. */
export interface Stage {
  readonly perSecond: number;
  /** Milliseconds that half of the calls did not exceed. */
  readonly p50: number;
  /** Milliseconds that 99 of 100 calls did not exceed. */
  readonly p99: number;
  /** Bytes in use after a full garbage collection. */
  readonly heap: number;
  /** Of the signal that all calls share. */
  readonly listeners: number;
  /** That would keep the process from ending. */
  readonly timers: number;
  /** That were not handled. */
  readonly rejections: number;
  /** Of the process, such as those of too many listeners. */
  readonly warnings: number;
  /** How many attempts the hooks saw, and how many calls that ended well. Absent for what has no hooks. */
  readonly watched?: { readonly requests: number; readonly ends: number };
}

/** Bytes by which the heap may grow: code that is still being compiled, and the lists of connections. */
export const tolerance = 1_000_000;

/** Bytes from the second tenth, when all is compiled and connected, to the last. */
export function grown(stages: readonly Stage[]): number {
  return (stages.at(-1)?.heap ?? NaN) - (stages[1]?.heap ?? NaN);
}

/** @returns what is wrong, in sentences; none for a soak that left nothing. */
export function faultsOf(stages: readonly Stage[], callsOfStage: number): string[] {
  const faults: string[] = [];
  const bytes = grown(stages);
  if (!(bytes <= tolerance)) {
    const each = bytes / (callsOfStage * (stages.length - 2));
    faults.push(
      `the heap grew by ${megabytes(bytes)} MB from the second tenth to the last, ${each.toFixed(0)} bytes a call: at most ${megabytes(tolerance)} MB is taken for noise`,
    );
  }
  for (const [at, stage] of stages.entries()) {
    const { listeners, timers, rejections, warnings, watched } = stage;
    const left = Object.entries({ listeners, timers, rejections, warnings });
    for (const [what, count] of left) {
      if (count > 0) faults.push(`tenth ${at + 1} left ${count} ${what}`);
    }
    for (const [what, count] of Object.entries(watched ?? {})) {
      if (count !== callsOfStage) {
        faults.push(
          `tenth ${at + 1} made ${callsOfStage} calls, of which hooks saw ${count} ${what}`,
        );
      }
    }
  }
  return faults;
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

/**
 * One program that a user could have written, run wherever the package says that it runs: every
 * service against the emulator, refusals, aborts, time limits, hashing, alerts, the customer's device.
 * It uses nothing but the package and what all runtimes share.
 */
import { alerts } from './alerts.ts';
import { channels } from './channels.ts';
import type { Checks } from './checks.ts';
import { hashing } from './hashing.ts';
import { offline } from './offline.ts';
import { pages } from './pages.ts';
import { refusals } from './refusals.ts';
import type { Service } from './service.ts';
import { services } from './services.ts';
import { time } from './time.ts';

/** What a run found. */
export interface Report {
  readonly passed: number;
  readonly failures: readonly string[];
}

export async function conformance(service: Service): Promise<Report> {
  const groups: Readonly<Record<string, Checks>> = {
    services,
    refusals,
    time,
    channels,
    hashing,
    offline,
    alerts,
    pages,
  };
  const failures: string[] = [];
  let passed = 0;
  for (const [group, checks] of Object.entries(groups)) {
    for (const [name, check] of Object.entries(checks)) {
      try {
        await check(service);
        passed += 1;
      } catch (error) {
        failures.push(`${group}, ${name}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  }
  return { passed, failures };
}

/** Diagnostics channels: a call is heard where the runtime has them, and goes well where it has none. */
import { MinFraud } from 'minfraud-sdk';
import { equal } from './expect.ts';
import type { Checks } from './checks.ts';
import { optionsOf } from './service.ts';

type Listen = (name: string, hear: (message: unknown) => void) => void;

interface DiagnosticsChannel {
  readonly subscribe: Listen;
  readonly unsubscribe: Listen;
}

export const channels: Checks = {
  'a subscriber': async (service) => {
    const { process } = globalThis as { process?: { getBuiltinModule?(id: string): unknown } };
    const found = process?.getBuiltinModule?.('node:diagnostics_channel');
    const diagnostics = found as DiagnosticsChannel | undefined;
    const heard: unknown[] = [];
    const hear = (message: unknown): void => {
      const { operation, status } = message as { operation: string; status: number };
      heard.push([operation, status]);
    };
    diagnostics?.subscribe('minfraud-sdk:response', hear);
    try {
      await new MinFraud(optionsOf(service)).score({ device: { ipAddress: '203.0.113.7' } });
    } finally {
      diagnostics?.unsubscribe('minfraud-sdk:response', hear);
    }
    equal(heard, diagnostics === undefined ? [] : [['score', 200]]);
  },
};

/**
 * Publishes what hooks are told on channels of `node:diagnostics_channel`, where the runtime has it: for
 * tools that watch a program without being part of it.
 */
import { once } from '../formats/once.ts';
import type { Hooks } from '../options/hooks.ts';

interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

interface DiagnosticsChannel {
  channel(name: string): Channel;
}

/** Hooks that publish. `undefined` while no channel has a subscriber, so that a call spends nothing on it. */
export function publishingHooks(): Hooks | undefined {
  const known = channels();
  if (known?.some(({ hasSubscribers }) => hasSubscribers) !== true) return undefined;
  const [request, response, retry] = known;
  return {
    onRequest: (event) => request.publish(event),
    onResponse: (event) => response.publish(event),
    onRetry: (event) => retry.publish(event),
  };
}

/** Not imported: the core also runs where there is nothing from Node. */
const channels = /* @__PURE__ */ once((): readonly [Channel, Channel, Channel] | undefined => {
  try {
    const { process } = globalThis as { process?: { getBuiltinModule?(id: string): unknown } };
    const diagnostics = process?.getBuiltinModule?.('node:diagnostics_channel') as
      DiagnosticsChannel | undefined;
    return (
      diagnostics && [
        diagnostics.channel('minfraud-sdk:request'),
        diagnostics.channel('minfraud-sdk:response'),
        diagnostics.channel('minfraud-sdk:retry'),
      ]
    );
  } catch {
    return undefined;
  }
});

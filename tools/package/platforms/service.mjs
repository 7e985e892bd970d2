/** The emulator of one run, from the packed packages, in the process of the checks. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const key = 'emulator-license-key-0000000000000000000';
const dispositions = [1, 2, 3, 4, 5].map((number) => ({
  minfraud_id: `5bc5d6c2-b2c8-40af-87f4-6d61af86b6a${number}`,
  action: 'accept',
  action_last_updated: `2026-03-0${number}T12:00:00.000000Z`,
}));

/** @param project - Where the packages are installed. */
export async function startService({ installed }) {
  const file = join(installed('minfraud-emulator'), 'dist', 'index.mjs');
  const { startEmulator } = await import(pathToFileURL(file).href);
  const emulator = await startEmulator({
    control: true,
    clock: () => new Date('2026-11-26T12:00:00Z'),
    accounts: [
      { accountId: 42, licenseKey: key },
      { accountId: 43, licenseKey: key, funds: 0 },
      { accountId: 44, licenseKey: key, permissions: ['score'] },
    ],
    dispositions,
    dispositionPageSize: 2,
  });
  return {
    emulator,
    /** What a conformance run is told. */
    told: {
      baseUrl: emulator.url,
      licenseKey: key,
      accountId: 42,
      emptyAccountId: 43,
      scoreOnlyAccountId: 44,
    },
    /** Every request that came, one a line: the same on every runtime. */
    seen: () =>
      emulator.requests.map(
        ({ method, path, query, wire }) =>
          `${method} ${path} ${JSON.stringify(query)} ${wire ?? ''}`,
      ),
    close: () => emulator.close(),
  };
}

/** The official clients against our emulator over TLS, which is all that they speak. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmulator } from 'minfraud-emulator';
import type { Client, ClientName } from './client.ts';
import { type Comparison, Tally } from './tally.ts';

/** A result as the client parsed it. */
interface Told {
  readonly tier: string;
  readonly id: string;
  readonly riskScore: number;
}

/** The program next to the driver, and the variables by which its HTTP libraries find the CA file. */
const programs: Readonly<Record<ClientName, { file: string; trust: readonly string[] }>> = {
  javascript: { file: 'service.mjs', trust: ['NODE_EXTRA_CA_CERTS'] },
  // A trust store is made of it, since Java reads no such file.
  java: { file: 'Service.java', trust: ['CA_FILE'] },
  // `requests` of the synchronous client, `ssl` of the other.
  python: { file: 'service.py', trust: ['REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE'] },
};

const run = promisify(execFile);

/** What the client makes of each response must be what was sent. */
export async function compareService(client: Client, version: string): Promise<Comparison> {
  const tally = new Tally([]);
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const emulator = await startEmulator({ tls: true });
  try {
    const file = join(folder, 'ca.pem');
    writeFileSync(file, emulator.certificateAuthority ?? '');
    const { accountId, licenseKey } = emulator.credentials;
    const host = `localhost:${new URL(emulator.url).port}`;
    const { file: program, trust } = programs[client.name];
    const args = client.args.map((arg) => arg.replace(/driver\.(mjs|py|java)$/i, program));
    const { stdout } = await run(client.command, [...args, host, String(accountId), licenseKey], {
      env: { ...process.env, ...Object.fromEntries(trust.map((name) => [name, file])) },
    });
    const told = JSON.parse(stdout) as readonly Told[];
    const sent = emulator.requests.filter(({ status }) => status === 200);
    for (const [index, { answer = '{}', path }] of sent.entries()) {
      const wire = JSON.parse(answer) as { id: string; risk_score: number };
      const expected = { tier: path.split('/').at(-1), id: wire.id, riskScore: wire.risk_score };
      const same = JSON.stringify(told[index]) === JSON.stringify(expected);
      tally.add(same ? 'agrees' : 'unexplained', path, { expected, told: told[index] });
    }
    const statuses = emulator.requests.map(({ path, status }) => `${path} ${String(status)}`);
    if (told.length !== sent.length || told.length === 0) {
      tally.add('unexplained', 'another number of results', statuses);
    }
    const reports = emulator.requests.filter(({ path }) => path.endsWith('/report'));
    const isEnough = reports.length > 0 || client.name === 'java'; // its version has no reports
    if (!isEnough || reports.some(({ status }) => status !== 204)) {
      tally.add('unexplained', 'a report was not taken', statuses);
    }
  } finally {
    await emulator.close();
    rmSync(folder, { recursive: true });
  }
  return { client: client.name, version, subject: 'calls of the emulator over TLS', tally };
}

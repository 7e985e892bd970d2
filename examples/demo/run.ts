/** The program behind `npm start`, with everything it touches handed in. */
import { startEmulator } from 'minfraud-emulator';
import { type ClientOptions, MinFraud, MinFraudError } from 'minfraud-sdk';
import { tellAftermath, tellAssessment } from './report.ts';
import { assess, followUp } from './services.ts';
import { stylesFor } from './styles.ts';

/** What the program needs of its surroundings. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly fetch?: ClientOptions['fetch'];
}

const USAGE = 'usage: npm start [--silent] [-- --json]';

/** An address of TEST-NET-3 that the emulator takes for a VPN, and one that the sandbox knows. */
const EMULATOR_ADDRESS = '203.0.113.200';
const SANDBOX_ADDRESS = '128.101.101.101';

/** Resolves with the exit code: 0, 1 when a service said no, 2 for arguments that make no sense. */
export async function run(given: Surroundings): Promise<number> {
  const unknown = given.arguments.find((argument) => argument !== '--json');
  if (unknown !== undefined) {
    given.complain(USAGE);
    return 2;
  }
  const asJson = given.arguments.includes('--json');
  const { MAXMIND_ACCOUNT_ID: accountId, MAXMIND_LICENSE_KEY: licenseKey } = given.environment;
  try {
    if (accountId && licenseKey) await askSandbox(given, { accountId, licenseKey }, asJson);
    else await askEmulator(given, asJson);
    return 0;
  } catch (error) {
    if (!MinFraudError.is(error)) throw error;
    given.complain(`${error.name} ${error.code}: ${error.message}`);
    return 1;
  }
}

async function askSandbox(
  given: Surroundings,
  credentials: { readonly accountId: string; readonly licenseKey: string },
  asJson: boolean,
): Promise<void> {
  const { fetch } = given;
  const client = new MinFraud({ ...credentials, environment: 'sandbox', fetch });
  const assessment = await assess(client, SANDBOX_ADDRESS);
  if (asJson) {
    given.print(JSON.stringify({ service: 'sandbox', ...assessment }, undefined, 2));
    return;
  }
  const styles = stylesFor(given.isTerminal, given.environment['NO_COLOR']);
  given.print(`MaxMind's sandbox, account ${credentials.accountId}. Its scores mean nothing.`);
  given.print(tellAssessment(assessment, styles));
}

async function askEmulator(given: Surroundings, asJson: boolean): Promise<void> {
  const emulator = await startEmulator();
  try {
    const funds = emulator.fundsRemaining();
    const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
    const assessment = await assess(client, EMULATOR_ADDRESS);
    const aftermath = await followUp(client, emulator, assessment);
    if (asJson) {
      given.print(
        JSON.stringify({ service: 'emulator', ...assessment, ...aftermath }, undefined, 2),
      );
      return;
    }
    const styles = stylesFor(given.isTerminal, given.environment['NO_COLOR']);
    given.print('The built-in emulator: no account needed, no data leaves this machine.');
    given.print(tellAssessment(assessment, styles));
    given.print(tellAftermath(aftermath, styles));
    const spent = funds - emulator.fundsRemaining();
    given.print(
      `\n${emulator.requests.length} requests, ${spent.toFixed(3)} make-believe dollars. ` +
        'With MAXMIND_ACCOUNT_ID and MAXMIND_LICENSE_KEY set it asks the sandbox instead.',
    );
  } finally {
    await emulator.close();
  }
}

/** The client: one object for the life of a process, one method for each operation of the JSON services. */
import type {
  Factors,
  Insights,
  Score,
  Transaction,
  TransactionReport,
} from '../generated/models/index.ts';
import {
  factorsOperation,
  insightsOperation,
  listDispositionUpdatesOperation,
  reportTransactionOperation,
  scoreOperation,
} from '../generated/operations.ts';
import type { paths } from '../generated/wire.ts';
import { call, type CallContext, createContext } from './call/call.ts';
import { Dispositions, type DispositionsQuery } from './call/dispositions.ts';
import { jsonFormat } from './call/json-format.ts';
import type { NoContent } from './operation.ts';
import type { CallOptions, ClientOptions } from './options/options.ts';
import { resolveClient } from './options/settings.ts';
import { prepareReport, prepareTransaction } from './request/prepare.ts';

/**
 * The client of minFraud Score, Insights, Factors, Report Transaction and Dispositions.
 *
 * Every method rejects with a `MinFraudError`, whose class says what to do, or with the reason that the
 * caller's `signal` was aborted with. Which calls are retried: see docs/errors.md.
 *
 * @example
 * const client = new MinFraud({ accountId: 42, licenseKey: '…' });
 * const { riskScore, warnings } = await client.score({ device: { ipAddress: '203.0.113.9' } });
 * @see https://dev.maxmind.com/minfraud/api-documentation/
 */
export class MinFraud {
  // Neither inspect, JSON nor a log can reach the credentials in it.
  readonly #context: CallContext<paths>;

  /**
   * Checks the options. Create one client, and use it for the life of the process.
   *
   * @example
   * const client = new MinFraud({ accountId: 42, licenseKey: '…' });
   * @throws InvalidRequestError for a missing or wrong option, with all problems in `issues`.
   */
  constructor(options: ClientOptions = {}) {
    this.#context = createContext(resolveClient(options, 'basic'), jsonFormat);
  }

  /**
   * The risk score of a transaction, from 0.01 to 99, its disposition, and warnings.
   *
   * @example
   * const { id, riskScore, disposition } = await client.score({
   *   device: { ipAddress: '203.0.113.9' },
   *   email: { address: 'customer@example.com' },
   * });
   * @see https://dev.maxmind.com/minfraud/evaluate-a-transaction/
   */
  score(transaction: Transaction, options?: CallOptions): Promise<Score> {
    return call(this.#context, scoreOperation, transaction, options, prepareTransaction);
  }

  /**
   * Score, with details of the IP address, card, device, email and postal addresses.
   *
   * @example
   * const { ipAddress, email, creditCard } = await client.insights({
   *   device: { ipAddress: '203.0.113.9' },
   *   creditCard: { issuerIdNumber: '411111' },
   * });
   * @see https://dev.maxmind.com/minfraud/evaluate-a-transaction/
   */
  insights(transaction: Transaction, options?: CallOptions): Promise<Insights> {
    return call(this.#context, insightsOperation, transaction, options, prepareTransaction);
  }

  /**
   * Insights, with the reasons for the risk score.
   *
   * @example
   * const { riskScoreReasons } = await client.factors({ device: { ipAddress: '203.0.113.9' } });
   * for (const { multiplier, reasons } of riskScoreReasons) console.log(multiplier, reasons[0]?.code);
   * @see https://dev.maxmind.com/minfraud/evaluate-a-transaction/
   */
  factors(transaction: Transaction, options?: CallOptions): Promise<Factors> {
    return call(this.#context, factorsOperation, transaction, options, prepareTransaction);
  }

  /**
   * Reports how a transaction turned out. A report may be sent twice, so it is also retried when the
   * response was lost.
   *
   * @example
   * await client.report({ tag: 'chargeback', minfraudId: id, chargebackCode: '4853' });
   * @returns An empty object once the service has accepted the report; `getMetadata` has its metadata.
   * @see https://dev.maxmind.com/minfraud/report-a-transaction/
   */
  report(report: TransactionReport, options?: CallOptions): Promise<NoContent> {
    return call(this.#context, reportTransactionOperation, report, options, prepareReport);
  }

  /**
   * Lists the changes that reviewers made in the account portal after a given time. `for await` gives each
   * update, oldest first, and `.pages()` gives pages with the cursor to continue from.
   *
   * @example
   * for await (const { minfraudId, action } of client.dispositions({ updatesAfter })) console.log(minfraudId, action);
   * @see https://dev.maxmind.com/minfraud/working-with-transaction-dispositions/
   */
  dispositions(query: DispositionsQuery, options?: CallOptions): Dispositions {
    return new Dispositions(
      (request, given) => call(this.#context, listDispositionUpdatesOperation, request, given),
      this.#context.client.defaults,
      query,
      options,
      listDispositionUpdatesOperation,
    );
  }
}

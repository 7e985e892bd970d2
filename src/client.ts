/** The client: one object for the life of a process, one method for each call of the JSON services. */
import type {
  Factors,
  Insights,
  Score,
  Transaction,
  TransactionReport,
} from '../generated/models/index.ts';
import {
  factors,
  factorsOperation,
  insights,
  insightsOperation,
  reportTransactionOperation,
  score,
  scoreOperation,
} from '../generated/tables.ts';
import { Dispositions, type DispositionsQuery } from './dispositions.ts';
import { ask, type CallContext, tell } from './operations.ts';
import { type CallOptions, type ClientOptions } from './options.ts';
import { prepareReport, prepareTransaction } from './prepare.ts';
import { resolveClient } from './settings.ts';
import { createSend } from './transport/send.ts';

/**
 * Talks to minFraud Score, Insights, Factors, Report Transaction and Dispositions.
 *
 * Every method rejects with a `MinFraudError`, whose class says what to do, or with the reason of
 * the caller's own abort: docs/errors.md. Nothing that is billed is ever sent twice.
 */
export class MinFraud {
  // Private for good: neither inspect, JSON nor a log can reach the credentials in it.
  readonly #context: CallContext;

  /**
   * @throws InvalidRequestError for a missing or wrong option, with all problems in `issues`.
   */
  constructor(options: ClientOptions = {}) {
    const client = resolveClient(options, 'basic');
    this.#context = { client, send: createSend(client) };
  }

  /** The risk score of a transaction, its disposition, and warnings. Billed. */
  score(transaction: Transaction, options?: CallOptions): Promise<Score> {
    return ask<Score>(this.#context, scoreOperation, score, transactionBody(transaction), options);
  }

  /** Score, and what is known about the IP address, card, device, e-mail and addresses. Billed. */
  insights(transaction: Transaction, options?: CallOptions): Promise<Insights> {
    const prepare = transactionBody(transaction);
    return ask<Insights>(this.#context, insightsOperation, insights, prepare, options);
  }

  /** Insights, and the reasons that made the risk score what it is. Billed. */
  factors(transaction: Transaction, options?: CallOptions): Promise<Factors> {
    const prepare = transactionBody(transaction);
    return ask<Factors>(this.#context, factorsOperation, factors, prepare, options);
  }

  /**
   * Tells minFraud how a transaction turned out. Not billed, and harmless when repeated: retried
   * also where the answer was lost.
   */
  report(report: TransactionReport, options?: CallOptions): Promise<void> {
    return tell(
      this.#context,
      reportTransactionOperation,
      (settings) => ({ body: prepareReport(report, settings) }),
      options,
    );
  }

  /**
   * What reviewers changed in the account portal after a moment: `for await` gives every update, oldest
   * first, and `.pages()` the pages with the cursor to go on from. Not billed.
   */
  dispositions(query: DispositionsQuery, options?: CallOptions): Dispositions {
    return new Dispositions(this.#context, query, options);
  }
}

function transactionBody(transaction: Transaction): Parameters<typeof ask>[3] {
  return (settings) => ({ body: prepareTransaction(transaction, settings) });
}

/** The one path of every call: prepare the request, send it, read the answer. */
import { type MinFraudError } from '../errors.ts';
import { type Secrets, secretsOf } from '../failure/secrets.ts';
import { type ErrorFacts, serviceError, unexpectedBody } from '../failure/service-error.ts';
import type { AnyOperation, Operation } from '../operation.ts';
import type { CallOptions } from '../options/options.ts';
import { type CallSettings, type ClientSettings, resolveCall } from '../options/settings.ts';
import { type Prepare, type Prepared, prepareRequest } from '../request/prepare.ts';
import { type SdkWarning, warningsOf } from '../request/warnings.ts';
import type { Answer } from '../response/answer.ts';
import { attachMetadata } from '../response/metadata.ts';
import type { Clock } from '../transport/clock.ts';
import { LightRequest } from '../transport/light-request.ts';
import { reliableFetch } from '../transport/reliable-fetch.ts';
import { createWire, formType, toForm, type WireClient } from '../transport/wire-client.ts';

/** What a client has to give to a call. Holds secrets: keep it in a private field. */
export interface CallContext {
  readonly client: ClientSettings;
  readonly wire: WireClient;
  readonly format: AnswerFormat;
  /** Replaced in tests only. */
  readonly clock?: Clock;
}

/** How the answers of a service are written. */
export interface AnswerFormat {
  /** @returns The result and the exact text it was read from, or what is wrong with the answer. */
  readonly readResult: (
    answer: Answer,
    operation: AnyOperation,
    settings: CallSettings,
  ) => ReadResult;
  /** The service's code and sentence, where the answer to a refused request holds them. */
  readonly readError: (answer: Answer, operation: AnyOperation) => ErrorFacts | undefined;
}

export type ReadResult =
  | { readonly kind: 'result'; readonly result: object; readonly text: string }
  /** The service refused the request under a status of success. */
  | { readonly kind: 'error'; readonly facts: ErrorFacts }
  /** `problem` goes on from "its body". */
  | { readonly kind: 'unusable'; readonly code: string; readonly problem: string };

export function createContext(client: ClientSettings, format: AnswerFormat): CallContext {
  // Each call brings a fetch of its own, which knows what may be repeated.
  const noFetch = (): never => {
    throw new TypeError('A call was made without its fetch.');
  };
  return {
    client,
    format,
    wire: createWire(client, noFetch, LightRequest as unknown as typeof Request),
  };
}

/**
 * @param prepare - The checks of the request that its table cannot state.
 * @returns A promise that rejects with a MinFraudError or the caller's abort reason.
 */
export async function call<Request, Result>(
  context: CallContext,
  operation: Operation<Request, Result>,
  request: Request,
  options: CallOptions | undefined,
  prepare: Prepare<Request> = prepareRequest,
): Promise<Result> {
  const { client } = context;
  const settings = resolveCall(client.defaults, options);
  const { wire, warnings, json } = prepared(client, operation, request, settings, prepare);
  const secrets = secretsOf(client.credentials, () => wire, operation.request);
  const answer = await send(context, operation, wire, json, settings, secrets);
  return resultOf(context, operation, answer, settings, secrets, warnings) as Result;
}

function prepared<Request>(
  { log }: ClientSettings,
  operation: AnyOperation,
  request: Request,
  settings: CallSettings,
  prepare: Prepare<Request>,
): Pick<Prepared, 'wire' | 'json'> & { readonly warnings: readonly SdkWarning[] } {
  const { id } = operation;
  try {
    const { wire, repairs, json } = prepare(request, operation, settings);
    const warnings = warningsOf(repairs);
    for (const { code, inputPointer, warning } of warnings) {
      log?.('warn', 'input', { operation: id, code, inputPointer, warning });
    }
    return { wire, warnings, json };
  } catch (error) {
    const { code } = error as MinFraudError;
    const pointers = (error as { issues?: { pointer: string }[] }).issues?.map(
      ({ pointer }) => pointer,
    );
    log?.('error', 'not sent', { operation: id, code, pointers });
    throw error;
  }
}

async function send(
  { client, wire: wireClient, format, clock }: CallContext,
  operation: AnyOperation,
  wire: Record<string, unknown>,
  json: string | undefined,
  settings: CallSettings,
  secrets: Secrets,
): Promise<Answer> {
  const { method, path, accept, sends, keyField, errorCodes } = operation;
  if (keyField !== undefined) wire[keyField] = client.credentials.licenseKey();
  const delivery = {
    operation: operation.id,
    repeatable: operation.repeatable,
    settings,
    secrets,
    errorOf: (answer: Answer, retryAfter: number | undefined) =>
      serviceError(answer, format.readError(answer, operation), errorCodes, secrets, retryAfter),
  };
  const isForm = sends === 'form';
  const isQuery = sends === 'query';
  let failure: { readonly reason: unknown } | undefined;
  // All that openapi-fetch would otherwise read from the prototype of its options is here: a polluted
  // Object.prototype must not send the order somewhere else. One literal with the method in it: adding to
  // the copy of another object costs V8 3 µs.
  const init = {
    method,
    baseUrl: '',
    Request: LightRequest as unknown as typeof Request,
    middleware: noMiddleware,
    pathSerializer: asItIs,
    querySerializer: undefined,
    params: isQuery ? { ...noParams, query: wire } : noParams,
    body: isQuery ? undefined : wire,
    // Written already where its size is limited.
    bodySerializer: isForm
      ? toForm
      : (body: object) => (body === wire && json !== undefined ? json : JSON.stringify(body)),
    headers: isForm
      ? { Accept: accept, 'Content-Type': formType, ...settings.headers }
      : { Accept: accept, ...settings.headers },
    signal: settings.signal,
    parseAs: 'stream',
    fetch: (request: Request) =>
      reliableFetch(request, client, delivery, clock).catch((reason: unknown) => {
        failure = { reason };
        throw reason;
      }),
  };
  try {
    // The types of openapi-fetch want to know the one path; the operation ties its path to its types.
    const { response } = await (wireClient.request as Untyped)(method, path, init);
    return response as unknown as Answer;
  } catch (error) {
    // openapi-fetch does not pass on a reason that is falsy, such as 0.
    throw failure === undefined ? error : failure.reason;
  }
}

const noParams = { header: undefined, path: undefined, query: {} };
const noMiddleware: never[] = [];
const asItIs = (path: string): string => path;

type Untyped = (
  method: string,
  path: string,
  init: object,
) => Promise<{ readonly response: Response }>;

function resultOf(
  { format, client }: CallContext,
  operation: AnyOperation,
  answer: Answer,
  settings: CallSettings,
  secrets: Secrets,
  warnings: readonly SdkWarning[],
): object {
  const read = format.readResult(answer, operation, settings);
  if (read.kind !== 'result') {
    const error =
      read.kind === 'unusable'
        ? unexpectedBody(answer, read.code, read.problem)
        : serviceError(answer, read.facts, operation.errorCodes, secrets);
    const { code, message } = error;
    client.log?.('error', 'failed', { operation: operation.id, code, message });
    throw error;
  }
  const { result, text } = read;
  if (warnings.length > 0) addWarnings(result, warnings);
  const { status, headers, url, attempts, retries, durationMs } = answer;
  attachMetadata(result, { status, headers, url, body: text, attempts, retries, durationMs });
  return result;
}

/** After those of the service. */
function addWarnings(result: { warnings?: unknown }, warnings: readonly SdkWarning[]): void {
  const ofService = Array.isArray(result.warnings) ? (result.warnings as unknown[]) : [];
  result.warnings = [...ofService, ...warnings];
}

/** The one path of every call: prepare the request, send it, read the response. */
import { type MinFraudError } from '../errors.ts';
import { type Secrets, secretsOf } from '../failure/secrets.ts';
import { type ErrorFacts, serviceError, unexpectedBody } from '../failure/service-error.ts';
import type { Client } from 'openapi-fetch';
import type { AnyOperation, Operation, WireInit } from '../operation.ts';
import type { CallOptions } from '../options/options.ts';
import { type CallSettings, type ClientSettings, resolveCall } from '../options/settings.ts';
import { type Prepare, type Prepared, prepareRequest } from '../request/prepare.ts';
import { incomplete, type SdkWarning, warningsOf } from '../request/findings.ts';
import { ReadResponse } from '../response/read-response.ts';
import type { Clock } from '../transport/clock.ts';
import { LightRequest } from '../transport/light-request.ts';
import { reliableFetch } from '../transport/reliable-fetch.ts';
import { createWire, formType, serialize } from '../transport/wire-client.ts';

/** What a client has to give to a call. Holds secrets: keep it in a private field. */
export interface CallContext<Paths extends object> {
  readonly client: ClientSettings;
  readonly wire: Client<Paths>;
  readonly format: ResponseFormat;
  /** Replaced in tests only. */
  readonly clock?: Clock;
}

/** How the responses of a service are written. */
export interface ResponseFormat {
  /** @returns The result and the exact text it was read from, or what is wrong with the response. */
  readonly readResult: (
    response: ReadResponse,
    operation: AnyOperation,
    settings: CallSettings,
  ) => ReadResult;
  /** The service's code and sentence, where the response to a refused request holds them. */
  readonly readError: (response: ReadResponse, operation: AnyOperation) => ErrorFacts | undefined;
}

export type ReadResult =
  | {
      readonly kind: 'result';
      readonly result: object;
      readonly text: string;
      /** Required fields that are not there. */
      readonly lacks?: readonly string[];
    }
  /** The service refused the request under a status of success. */
  | { readonly kind: 'error'; readonly facts: ErrorFacts }
  /** `problem` goes on from "its body". */
  | { readonly kind: 'unusable'; readonly code: string; readonly problem: string };

export function createContext<Paths extends object>(
  client: ClientSettings,
  format: ResponseFormat,
): CallContext<Paths> {
  // Each call brings a fetch of its own, which knows what may be retried.
  const noFetch = (): never => {
    throw new TypeError('A call was made without its fetch.');
  };
  return { client, format, wire: createWire<Paths>(client, noFetch, LightRequest) };
}

/**
 * @param prepare - The checks of the request that its table cannot state.
 * @returns A promise that rejects with a MinFraudError or the caller's abort reason.
 */
export async function call<Model, Result, Wire extends object, Paths extends object>(
  context: CallContext<Paths>,
  operation: Operation<Model, Result, Wire, Paths>,
  request: Model,
  options: CallOptions | undefined,
  prepare: Prepare<Model> = prepareRequest,
): Promise<Result> {
  const { client } = context;
  const settings = resolveCall(client.defaults, options);
  const { wire, warnings, json } = prepared(client, operation, request, settings, prepare);
  const secrets = secretsOf(client.credentials, () => wire, operation.request);
  // The table by which it was written is tied to this type.
  const response = await send(context, operation, wire as Wire, json, settings, secrets);
  return resultOf(context, operation, response, settings, secrets, warnings) as Result;
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

async function send<Model, Result, Wire extends object, Paths extends object>(
  { client, wire, format, clock }: CallContext<Paths>,
  operation: Operation<Model, Result, Wire, Paths>,
  request: Wire,
  json: string | undefined,
  settings: CallSettings,
  secrets: Secrets,
): Promise<ReadResponse> {
  const { id, accept, sends, errorCodes, retryable } = operation;
  const delivery = {
    operation: id,
    retryable,
    settings,
    secrets,
    errorOf: (response: ReadResponse, retryAfter: number | undefined) =>
      serviceError(
        response,
        format.readError(response, operation),
        errorCodes,
        secrets,
        retryAfter,
      ),
  };
  const type = sends === 'form' ? { 'Content-Type': formType } : undefined;
  const init: WireInit = {
    headers: { Accept: accept, ...type, ...settings.headers },
    signal: settings.signal ?? null,
    fetch: reliableFetch(client, delivery, clock),
    // Written already where its size is limited.
    bodySerializer: json === undefined ? serialize : () => json,
    parseAs: 'stream',
  };
  try {
    const { response } = await operation.send(wire, request, init, client.credentials.licenseKey());
    if (response instanceof ReadResponse) return response;
    throw new TypeError('The response is not that of the reliable fetch.');
  } catch (error) {
    // openapi-fetch does not pass on an abort reason that is falsy, such as 0.
    settings.signal?.throwIfAborted();
    throw error;
  }
}

function resultOf(
  { format, client }: Pick<CallContext<object>, 'format' | 'client'>,
  operation: AnyOperation,
  response: ReadResponse,
  settings: CallSettings,
  secrets: Secrets,
  warnings: readonly SdkWarning[],
): object {
  const read = format.readResult(response, operation, settings);
  if (read.kind !== 'result') {
    const error =
      read.kind === 'unusable'
        ? unexpectedBody(response, read.code, read.problem)
        : serviceError(response, read.facts, operation.errorCodes, secrets);
    const { code, message } = error;
    client.log?.('error', 'failed', { operation: operation.id, code, message });
    throw error;
  }
  const { result, text, lacks = [] } = read;
  for (const field of lacks) {
    client.log?.('warn', 'response', {
      operation: operation.id,
      code: 'RESPONSE_INCOMPLETE',
      field,
    });
  }
  const all = [...warnings, ...lacks.map(incomplete)];
  if (all.length > 0) addWarnings(result, all);
  response.describe(result, text);
  return result;
}

/** After those of the service. */
function addWarnings(result: { warnings?: unknown }, warnings: readonly SdkWarning[]): void {
  const ofService = Array.isArray(result.warnings) ? (result.warnings as unknown[]) : [];
  result.warnings = [...ofService, ...warnings];
}

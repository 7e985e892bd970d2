/** Replies that the tests of several clients use. */
import type { CallCase, ErrorName, Reply, Service } from './case.ts';

export const errorType = 'application/vnd.maxmind.com-error+json; charset=UTF-8; version=2.0';

/** The service's own error document. */
export function refusal(
  status: number,
  code: string,
  error: string,
  type = 'application/json',
): Reply {
  return { status, type, body: JSON.stringify({ code, error }) };
}

/** A result under the type that the service gives it. */
export function result(service: string, body: unknown): Reply {
  const type = `application/vnd.maxmind.com-minfraud-${service}+json; charset=UTF-8; version=2.0`;
  return { status: 200, type, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export const taken: Reply = { status: 204 };

/** The codes of a request whose credentials are wrong. */
export const credentialCodes = [
  'ACCOUNT_ID_REQUIRED',
  'AUTHORIZATION_INVALID',
  'LICENSE_KEY_REQUIRED',
] as const;

/** Errors of the service, and replies that are none: the same tests in three clients. */
export function errorCases(
  service: Service,
  codes: readonly string[],
  type = 'application/json',
  more: Partial<CallCase> = {},
): CallCase[] {
  const says = 'What the service says.';
  const refused = (status: number, code: string, error: ErrorName): CallCase => ({
    ...{ about: code, service, replies: [refusal(status, code, says, type)] },
    ...{ error, status, code, says, requests: 1, ...more },
  });
  const noError = (
    about: string,
    reply: Exclude<Reply, string> & { status: number },
  ): CallCase => ({
    ...{ about, service, replies: [{ type, body: '', ...reply }] },
    ...{ error: 'HttpError', status: reply.status, requests: 1, ...more },
  });
  return [
    ...codes.map((code) => refused(401, code, 'AuthenticationError')),
    refused(400, 'IP_ADDRESS_INVALID', 'InvalidRequestError'),
    noError('broken JSON', { status: 400, body: '{blah}' }),
    noError('no body', { status: 400 }),
    noError('text', { status: 400, type: 'text/plain', body: 'text' }),
    noError('other JSON', { status: 400, body: '{"not":"expected"}' }),
    noError('a redirect', { status: 300 }),
    noError('a server error', { status: 500 }),
    ...(service === 'report' ? [] : [refused(402, 'INSUFFICIENT_FUNDS', 'InsufficientFundsError')]),
  ];
}

/** Results that are none. */
export function resultCases(service: Service, more: Partial<CallCase> = {}): CallCase[] {
  return ['', '{'].map((body) => ({
    ...{ about: `a result of ${String(body.length)} bytes`, service, ...more },
    ...{ replies: [result(service, body)], error: 'MinFraudError' as const, requests: 1 },
  }));
}

export function permissionCase(
  service: Service,
  status: number,
  type = 'application/json',
  more: Partial<CallCase> = {},
): CallCase {
  const replies = [refusal(status, 'PERMISSION_REQUIRED', 'What the service says.', type)];
  return { about: 'no permission', service, replies, error: 'PermissionRequiredError', ...more };
}

/** Responses whose status says that something is wrong, with and without the service's own words. */
import {
  type Fault,
  goodResponse,
  jsonError,
  type Outcome,
  type Retried,
  serve,
  serveWith,
} from './fault.ts';
import { rawResponse } from './hostile-server.ts';

type ErrorName = Exclude<Outcome, 'success'>['error'];

const page =
  '<html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>';
const html = { 'Content-Type': 'text/html' };

/** The service's own error. */
function said(status: string, code: string, error: ErrorName, retried: Retried = 'no'): Fault {
  const body = JSON.stringify({ code, error: 'Words of the service.' });
  return {
    name: `HTTP ${status} with the code ${code}`,
    behaviour: serve(rawResponse(status, { 'Content-Type': jsonError }, body)),
    outcome: { error, code, status: Number(status.slice(0, 3)) },
    retried,
  };
}

/** A status that somebody else may have sent. */
function bare(
  status: string,
  error: ErrorName,
  retried: Retried = 'no',
  [what, bytes]: readonly [string, Buffer] = ['without a body', rawResponse(status)],
): Fault {
  const number = Number(status.slice(0, 3));
  return {
    name: `HTTP ${status} ${what}`,
    behaviour: serve(bytes),
    outcome: { error, code: `HTTP_${number}`, status: number },
    retried,
  };
}

function withPage(status: string): readonly [string, Buffer] {
  return ['with a page', rawResponse(status, html, page)];
}

function withJson(what: string, status: string, body: string): readonly [string, Buffer] {
  return [what, rawResponse(status, { 'Content-Type': jsonError }, body)];
}

export const refusals: readonly Fault[] = [
  said('400 Bad Request', 'JSON_INVALID', 'InvalidRequestError'),
  said('400 Bad Request', 'REQUEST_INVALID', 'InvalidRequestError'),
  said('400 Bad Request', 'A_CODE_OF_TOMORROW', 'InvalidRequestError'),
  bare('400 Bad Request', 'HttpError'),
  said('401 Unauthorized', 'AUTHORIZATION_INVALID', 'AuthenticationError'),
  said('401 Unauthorized', 'LICENSE_KEY_REQUIRED', 'AuthenticationError'),
  said('401 Unauthorized', 'ACCOUNT_ID_REQUIRED', 'AuthenticationError'),
  bare('401 Unauthorized', 'HttpError', 'no', withPage('401 Unauthorized')),
  said('402 Payment Required', 'INSUFFICIENT_FUNDS', 'InsufficientFundsError'),
  bare('402 Payment Required', 'HttpError'),
  said('403 Forbidden', 'PERMISSION_REQUIRED', 'PermissionRequiredError'),
  bare('403 Forbidden', 'HttpError'),
  bare('404 Not Found', 'HttpError', 'no', withPage('404 Not Found')),
  {
    // The fetch standard hides this status from us.
    name: 'HTTP 407 Proxy Authentication Required',
    behaviour: serve(rawResponse('407 Proxy Authentication Required')),
    outcome: { error: 'ConnectionError', code: 'CONNECTION_LOST' },
    retried: 'unbilled calls',
  },
  bare('408 Request Timeout', 'HttpError', 'unbilled calls'),
  bare('413 Content Too Large', 'HttpError'),
  bare('415 Unsupported Media Type', 'HttpError'),
  bare('418 I’m a teapot', 'HttpError', 'no', ['', rawResponse('418 Teapot')]),
];

export const failures: readonly Fault[] = [
  said('500 Internal Server Error', 'SERVER_ERROR', 'HttpError', 'unbilled calls'),
  said(
    '500 Internal Server Error',
    'INSUFFICIENT_FUNDS',
    'InsufficientFundsError',
    'unbilled calls',
  ),
  bare(
    '500 Internal Server Error',
    'HttpError',
    'unbilled calls',
    withPage('500 Internal Server Error'),
  ),
  ...[
    '{"code":"SERV',
    'null',
    '[]',
    '42',
    '{"code":7}',
    '{"code":"no code <b>"}',
    '{"error":"no code"}',
  ].map((body) =>
    bare(
      '500 Internal Server Error',
      'HttpError',
      'unbilled calls',
      withJson(`with the JSON ${body}`, '500 Internal Server Error', body),
    ),
  ),
  bare('500 Internal Server Error', 'HttpError', 'unbilled calls', [
    'whose body is lost',
    Buffer.from(
      'HTTP/1.1 500 Internal Server Error\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nnogzi',
    ),
  ]),
  bare('501 Not Implemented', 'HttpError', 'unbilled calls'),
  bare('502 Bad Gateway', 'HttpError', 'unbilled calls', withPage('502 Bad Gateway')),
  bare('504 Gateway Timeout', 'HttpError', 'unbilled calls', withPage('504 Gateway Timeout')),
  bare('529 Site is overloaded', 'HttpError', 'unbilled calls'),
  bare('599 Unknown', 'HttpError', 'unbilled calls'),
];

/** 429, and 503 with Retry-After, say that the request was refused: anything may be retried, in time. */
export const overload: readonly Fault[] = [
  bare('429 Too Many Requests', 'RateLimitError', 'all calls'),
  said('429 Too Many Requests', 'TOO_MANY_REQUESTS', 'RateLimitError', 'all calls'),
  bare('429 Too Many Requests', 'RateLimitError', 'all calls', [
    'and Retry-After: 0',
    rawResponse('429 Too Many Requests', { 'Retry-After': '0' }),
  ]),
  bare('429 Too Many Requests', 'RateLimitError', 'no', [
    'and Retry-After: 3600, which is longer than a call waits',
    rawResponse('429 Too Many Requests', { 'Retry-After': '3600' }),
  ]),
  bare('429 Too Many Requests', 'RateLimitError', 'all calls', [
    'and a Retry-After date in the past',
    rawResponse('429 Too Many Requests', { 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' }),
  ]),
  bare('429 Too Many Requests', 'RateLimitError', 'no', [
    'and a Retry-After date in ten minutes of the server’s clock',
    rawResponse('429 Too Many Requests', {
      Date: 'Sunday, 06-Nov-94 08:39:37 GMT',
      'Retry-After': 'Sun Nov  6 08:49:37 1994',
    }),
  ]),
  bare('429 Too Many Requests', 'RateLimitError', 'all calls', [
    'and a Retry-After that is neither seconds nor a date',
    rawResponse('429 Too Many Requests', { 'Retry-After': 'soon' }),
  ]),
  bare('429 Too Many Requests', 'RateLimitError', 'no', [
    'and a Retry-After of 400 digits',
    rawResponse('429 Too Many Requests', { 'Retry-After': '9'.repeat(400) }),
  ]),
  bare('429 Too Many Requests', 'RateLimitError', 'no', [
    'and two Retry-After headers, of which one is longer than a call waits',
    Buffer.from(
      'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 0\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n',
    ),
  ]),
  bare(
    '503 Service Unavailable',
    'HttpError',
    'unbilled calls',
    withPage('503 Service Unavailable'),
  ),
  bare('503 Service Unavailable', 'HttpError', 'unbilled calls', [
    'in the words of a proxy that has passed the request on',
    rawResponse(
      '503 Service Unavailable',
      { 'Content-Type': 'text/plain' },
      'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
    ),
  ]),
  bare('503 Service Unavailable', 'HttpError', 'all calls', [
    'with Retry-After',
    rawResponse('503 Service Unavailable', { 'Retry-After': '0' }),
  ]),
  bare('425 Too Early', 'HttpError', 'unbilled calls'),
  {
    name: 'HTTP 503 twice, then a response',
    behaviour: serveWith((request) =>
      request.number < 3
        ? rawResponse('503 Service Unavailable', { 'Retry-After': '0' })
        : goodResponse(request),
    ),
    outcome: 'success',
    retried: 'all calls',
  },
  {
    name: 'HTTP 429 once, then a response',
    behaviour: serveWith((request) =>
      request.number < 2 ? rawResponse('429 Too Many Requests') : goodResponse(request),
    ),
    outcome: 'success',
    retried: 'all calls',
    attempts: 2,
  },
];

/** None is followed: neither the credentials nor the order go where nobody sent them. */
export const redirects: readonly Fault[] = [
  ...[
    '301 Moved Permanently',
    '302 Found',
    '303 See Other',
    '307 Temporary Redirect',
    '308 Permanent Redirect',
  ].flatMap((status) => [
    bare(status, 'HttpError', 'no', [
      'to the same origin',
      rawResponse(status, { Location: '/elsewhere' }),
    ]),
    bare(status, 'HttpError', 'no', [
      'to another origin',
      rawResponse(status, { Location: 'http://127.0.0.2:1/minfraud?key=x' }),
    ]),
  ]),
  bare('300 Multiple Choices', 'HttpError'),
  bare('304 Not Modified', 'HttpError'),
];

/** Everything the client sent comes back, in every place where text can stand. */
export const echoes: readonly Fault[] = [
  echo(
    'in the error of a JSON response',
    'InvalidRequestError',
    'REQUEST_INVALID',
    ({ head, body }) =>
      rawResponse(
        '400 Bad Request',
        { 'Content-Type': jsonError },
        JSON.stringify({ code: 'REQUEST_INVALID', error: `Bad: ${head} ${body}` }),
      ),
  ),
  echo('as the code of a JSON response', 'HttpError', 'HTTP_400', ({ head }) =>
    rawResponse(
      '400 Bad Request',
      { 'Content-Type': jsonError },
      JSON.stringify({ code: basic(head), error: basic(head) }),
    ),
  ),
  echo('in a page', 'HttpError', 'HTTP_400', ({ head, body }) =>
    rawResponse(
      '400 Bad Request',
      html,
      `<pre>${head}\n${body.replace(/"/g, '&quot;')}</pre>${encodeURIComponent(body)}`,
    ),
  ),
  echo('in the reason, the content type and the Location', 'HttpError', 'HTTP_400', ({ head }) =>
    rawResponse(
      `400 ${basic(head)}`,
      {
        'Content-Type': `text/html; x=${basic(head)}`,
        Location: `/${basic(head)}`,
        'Retry-After': basic(head),
      },
      basic(head),
    ),
  ),
  echo('as the target of a redirect', 'HttpError', 'HTTP_302', ({ head, body }) =>
    rawResponse('302 Found', {
      Location: `/${basic(head)}/${encodeURIComponent(body)}?${basic(head)}`,
    }),
  ),
];

function basic(head: string): string {
  return /^authorization: basic (.*)$/im.exec(head)?.[1] ?? 'none';
}

function echo(
  where: string,
  error: ErrorName,
  code: string,
  respond: Parameters<typeof serveWith>[0],
): Fault {
  const status = code === 'HTTP_302' ? 302 : 400;
  return {
    name: `the request echoed ${where}`,
    behaviour: serveWith(respond),
    outcome: { error, code, status },
    retried: 'no',
  };
}

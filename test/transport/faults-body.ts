/** Faults of a response's body: cut, broken, endless, or not what was asked for. */
import { gzipSync } from 'node:zlib';
import {
  type Fault,
  goodResponse,
  goodScore,
  json,
  type Outcome,
  serve,
  serveAndEnd,
  serveWith,
} from './fault.ts';
import { rawResponse } from './hostile-server.ts';

const lostAfterHead: Outcome = { error: 'ConnectionError', code: 'CONNECTION_LOST', status: 200 };
const unreadable: Outcome = { error: 'HttpError', code: 'RESPONSE_UNREADABLE', status: 200 };
const timeout: Outcome = { error: 'TimeoutError', code: 'TIMEOUT' };

function http(code: string, status = 200): Outcome {
  return { error: 'HttpError', code, status };
}

function ok(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Buffer {
  return rawResponse('200 OK', { 'Content-Type': json, ...headers }, body);
}

const page = '<!DOCTYPE html><html><body><h1>Please log in to the guest network</h1></body></html>';

/** The head came, so the service has had the request. */
export const transfer: readonly Fault[] = [
  {
    name: 'a body shorter than its length',
    behaviour: serveAndEnd(
      `HTTP/1.1 200 OK\r\nContent-Type: ${json}\r\nContent-Length: 5000\r\n\r\n${goodScore}`,
    ),
    outcome: lostAfterHead,
    retried: 'unbilled calls',
  },
  {
    name: 'a body reset in its middle',
    behaviour: {
      onRequest: (socket) => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${goodScore}`);
        setTimeout(() => socket.resetAndDestroy(), 30);
      },
    },
    outcome: lostAfterHead,
    retried: 'unbilled calls',
  },
  {
    name: 'chunks that end without the last one',
    behaviour: serveAndEnd('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n'),
    outcome: lostAfterHead,
    retried: 'unbilled calls',
  },
  {
    name: 'a chunk whose size is not a number',
    behaviour: serve('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n'),
    outcome: { error: 'ConnectionError', code: 'RESPONSE_NOT_HTTP', status: 200 },
    retried: 'unbilled calls',
  },
  {
    name: 'a body that never comes',
    behaviour: serve('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n'),
    timeout: 150,
    outcome: timeout,
    retried: 'unbilled calls',
  },
  {
    name: 'a body that drips a byte at a time',
    behaviour: {
      onRequest: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
        const drip = setInterval(() => void socket.write('{'), 20);
        socket.on('close', () => clearInterval(drip));
      },
    },
    timeout: 200,
    outcome: timeout,
    retried: 'unbilled calls',
  },
  {
    name: 'a body longer than any response',
    behaviour: serve(ok(Buffer.alloc(9 * 1024 * 1024, 0x20))),
    outcome: http('RESPONSE_TOO_LARGE'),
    retried: 'no',
  },
  {
    name: 'a body without an end',
    behaviour: {
      onRequest: (socket) => {
        const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        const more = (): void => {
          while (!socket.destroyed && socket.write(chunk));
          if (!socket.destroyed) socket.once('drain', more);
        };
        more();
      },
    },
    outcome: http('RESPONSE_TOO_LARGE'),
    retried: 'no',
  },
  {
    name: 'a small gzip that inflates beyond any response',
    behaviour: serve(ok(gzipSync(Buffer.alloc(16 * 1024 * 1024)), { 'Content-Encoding': 'gzip' })),
    outcome: http('RESPONSE_TOO_LARGE'),
    retried: 'no',
  },
  {
    name: 'a body that says it is gzip and is not',
    behaviour: serve(ok(goodScore, { 'Content-Encoding': 'gzip' })),
    outcome: unreadable,
    retried: 'unbilled calls',
  },
  {
    name: 'gzip that is broken in its middle',
    behaviour: serve(ok(broken(gzipSync(goodScore.repeat(50))), { 'Content-Encoding': 'gzip' })),
    outcome: unreadable,
    retried: 'unbilled calls',
  },
  {
    name: 'gzip that is cut',
    behaviour: serve(ok(gzipSync(goodScore).subarray(0, 60), { 'Content-Encoding': 'gzip' })),
    outcome: http('RESPONSE_NOT_JSON'),
    retried: 'no',
  },
  {
    name: 'a content encoding that does not exist',
    behaviour: serve(ok(Buffer.from([1, 2, 3, 250, 251]), { 'Content-Encoding': 'x-secret' })),
    outcome: http('RESPONSE_NOT_UTF8'),
    retried: 'no',
  },
];

function broken(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 20), Buffer.alloc(20, 0xff), bytes.subarray(40)]);
}

/** A whole body, and success by its status, but not a response. */
export const content: readonly Fault[] = [
  {
    name: 'a login page with HTTP 200',
    behaviour: serve(rawResponse('200 OK', { 'Content-Type': 'text/html' }, page)),
    outcome: http('RESPONSE_NOT_JSON'),
    retried: 'no',
  },
  {
    name: 'an empty body',
    behaviour: serve(ok('')),
    outcome: http('RESPONSE_EMPTY'),
    retried: 'no',
  },
  {
    name: 'HTTP 204 to a score',
    behaviour: serve(rawResponse('204 No Content')),
    outcome: http('HTTP_204', 204),
    retried: 'no',
  },
  {
    name: 'HTTP 202 to a score',
    behaviour: serve(rawResponse('202 Accepted', { 'Content-Type': json }, goodScore)),
    outcome: http('HTTP_202', 202),
    retried: 'no',
  },
  {
    name: 'a part of the body (206)',
    behaviour: serve(rawResponse('206 Partial Content', { 'Content-Type': json }, goodScore)),
    outcome: http('HTTP_206', 206),
    retried: 'no',
  },
  {
    name: 'JSON cut in its middle',
    behaviour: serve(ok(goodScore.slice(0, 60))),
    outcome: http('RESPONSE_NOT_JSON'),
    retried: 'no',
  },
  {
    name: 'JSON followed by something else',
    behaviour: serve(ok(`${goodScore}<!-- injected -->`)),
    outcome: http('RESPONSE_NOT_JSON'),
    retried: 'no',
  },
  ...['null', 'true', '42', '"score"', '[]'].map((text): Fault => ({
    name: `the JSON value ${text} instead of an object`,
    behaviour: serve(ok(text)),
    outcome: http('RESPONSE_NOT_OBJECT'),
    retried: 'no',
  })),
  ...(
    [
      ['{}', 'an empty object'],
      ['{"error":"blocked"}', 'the error of a firewall'],
      ['{"code":"INSUFFICIENT_FUNDS"}', 'a code without a sentence'],
      ['{"message":"Endpoint request timed out"}', 'the message of a gateway'],
      ['{"id":"1","risk_score":null}', 'no score'],
      ['{"id":"1","risk_score":"12"}', 'a score that is a string'],
      ['{"id":"1","risk_score":1e999}', 'a score beyond all numbers'],
      ['{"id":7,"risk_score":12}', 'an ID that is a number'],
      ['{"data":{"id":"1","risk_score":12}}', 'a result within another object'],
    ] as const
  ).map(([text, what]): Fault => ({
    name: `${what} in place of a result`,
    behaviour: serve(ok(text)),
    outcome: http('RESPONSE_NOT_A_RESULT'),
    retried: 'no',
  })),
  {
    name: 'Latin-1 that says it is UTF-8',
    behaviour: serve(ok(Buffer.from('{"city":"Montréal"}', 'latin1'))),
    outcome: http('RESPONSE_NOT_UTF8'),
    retried: 'no',
  },
  {
    name: 'UTF-16',
    behaviour: serve(
      ok(Buffer.from(`\ufeff${goodScore}`, 'utf16le'), {
        'Content-Type': 'application/json; charset=utf-16',
      }),
    ),
    outcome: http('RESPONSE_NOT_UTF8'),
    retried: 'no',
  },
  {
    name: 'binary',
    behaviour: serve(
      ok(Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 37) % 256))),
    ),
    outcome: http('RESPONSE_NOT_UTF8'),
    retried: 'no',
  },
  {
    name: 'the request echoed in a page with HTTP 200',
    behaviour: serveWith(({ head, body }) =>
      rawResponse('200 OK', { 'Content-Type': 'text/html' }, `<pre>${head}\n\n${body}</pre>`),
    ),
    outcome: http('RESPONSE_NOT_JSON'),
    retried: 'no',
  },
];

/** Unusual, but nothing is missing. */
export const harmless: readonly Fault[] = [
  ...(
    [
      [
        'UTF-8 with a byte order mark',
        ok(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(goodScore)])),
      ],
      [
        'a charset parameter that is wrong over valid UTF-8',
        ok(goodScore, { 'Content-Type': 'application/json; charset=iso-8859-1' }),
      ],
      ['JSON without a content type', rawResponse('200 OK', {}, goodScore)],
      ['a body in gzip', ok(gzipSync(goodScore), { 'Content-Encoding': 'gzip' })],
      [
        'a hint (103) before the response',
        Buffer.concat([
          Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n'),
          ok(goodScore),
        ]),
      ],
      [
        'a body in chunks of one byte',
        Buffer.from(
          `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${goodScore.replace(/./g, '1\r\n$&\r\n')}0\r\n\r\n`,
        ),
      ],
    ] as const
  ).map(([name, bytes]): Fault => ({
    name,
    behaviour: serve(bytes),
    outcome: 'success',
    retried: 'no',
  })),
  {
    name: 'a body that ends with the connection',
    behaviour: serveAndEnd(`HTTP/1.1 200 OK\r\nContent-Type: ${json}\r\n\r\n${goodScore}`),
    outcome: 'success',
    retried: 'no',
  },
  {
    name: 'TLS with a certificate that fits',
    tls: 'good',
    behaviour: serveWith(goodResponse),
    outcome: 'success',
    retried: 'no',
  },
];

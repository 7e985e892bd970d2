import { describe, expect, test } from '@jest/globals';
import { errors } from 'undici';
import { readNetworkFailure } from '../../src/failure/network-failure.ts';
import { notSentCodes } from '../../src/failure/processing.ts';
import { failureOf } from '../../src/undici/exchange.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED'), {
  code: 'ECONNREFUSED',
  syscall: 'connect',
});

describe('before the request was begun, nothing was sent', () => {
  test.each([
    ['a refused connection', refused, 'CONNECTION_REFUSED'],
    ['several of them', new AggregateError([refused, refused]), 'CONNECTION_REFUSED'],
    ['no connection in time', new errors.ConnectTimeoutError(), 'CONNECT_TIMEOUT'],
    [
      'a proxy that refuses',
      new errors.RequestAbortedError('Proxy response (403)'),
      'CONNECTION_FAILED',
    ],
    ['a closed dispatcher', new errors.ClientClosedError(), 'CONNECTION_FAILED'],
    ['a broken connection', new errors.SocketError('other side closed'), 'CONNECTION_FAILED'],
    ['an unknown error', new Error('?'), 'CONNECTION_FAILED'],
    ['no error', undefined, 'CONNECTION_FAILED'],
  ])('%s', (_, error, code) => {
    const read = readNetworkFailure(failureOf(error, false), false);
    expect([read, notSentCodes.has(read)]).toEqual([code, !false]);
  });
});

describe('afterwards, it was perhaps sent', () => {
  test.each([
    ['a refused connection', refused, 'CONNECTION_LOST'],
    ['a broken connection', new errors.SocketError('other side closed'), 'CONNECTION_LOST'],
    ['no head in time', new errors.HeadersTimeoutError(), 'TIMEOUT'],
    ['an unknown error', new Error('?'), 'CONNECTION_LOST'],
  ])('%s', (_, error, code) => {
    const read = readNetworkFailure(failureOf(error, true), false);
    expect([read, notSentCodes.has(read)]).toEqual([code, !true]);
  });
});

test('an error that says the right thing stays itself, another one becomes a cause', () => {
  const socket = new errors.SocketError('other side closed');
  expect(failureOf(refused, false)).toBe(refused);
  expect(failureOf(socket, true)).toBe(socket);
  expect(failureOf(refused, true)).toMatchObject({ cause: refused });
  expect(failureOf(socket, false)).toMatchObject({ cause: socket });
});

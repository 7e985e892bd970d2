import { describe, expect, test } from '@jest/globals';
import {
  AuthenticationError,
  ConnectionError,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  PermissionRequiredError,
  RateLimitError,
  TimeoutError,
} from '../../src/errors.ts';
import { processingOf } from '../../src/failure/processing.ts';

const one = { attempts: 1 };

describe('not sent', () => {
  test.each(['CONNECTION_REFUSED', 'DNS_FAILED', 'TLS_FAILED', 'CONNECTION_FAILED'])(
    '%s',
    (code) => {
      expect(processingOf(new ConnectionError('x', { code, ...one }))).toBe('not-sent');
    },
  );

  test('a connection that was not made in time', () => {
    const error = new TimeoutError('x', { code: 'CONNECT_TIMEOUT', ...one });
    expect(processingOf(error)).toBe('not-sent');
  });

  test.each(['VALIDATION_FAILED', 'OPTION_INVALID'])('%s, by this package itself', (code) => {
    expect(processingOf(new InvalidRequestError('x', { code }))).toBe('not-sent');
  });
});

describe('refused', () => {
  test.each([
    [InvalidRequestError, 'JSON_INVALID', 400],
    [AuthenticationError, 'AUTHORIZATION_INVALID', 401],
    [InsufficientFundsError, 'INSUFFICIENT_FUNDS', 402],
    [PermissionRequiredError, 'PERMISSION_REQUIRED', 403],
    [RateLimitError, 'HTTP_429', 429],
  ])('%p', (errorClass, code, status) => {
    expect(processingOf(new errorClass('x', { code, status, ...one }))).toBe('refused');
  });

  test('a 503 that says when to come back', () => {
    const details = { code: 'HTTP_503', status: 503, ...one };
    expect(processingOf(new HttpError('x', { ...details, retryAfter: 0 }))).toBe('refused');
    expect(processingOf(new HttpError('x', details))).toBe('perhaps-processed');
  });
});

describe('perhaps processed', () => {
  test.each([400, 401, 403, 404, 408, 421, 499, 500, 502, 503, 504])(
    'HTTP %d of something between',
    (status) => {
      const error = new HttpError('x', { code: `HTTP_${status}`, status, ...one });
      expect(processingOf(error)).toBe('perhaps-processed');
    },
  );

  test.each(['RESPONSE_NOT_A_RESULT', 'RESPONSE_NOT_JSON', 'RESPONSE_UNREADABLE'])('%s', (code) => {
    const error = new HttpError('x', { code, status: 200, ...one });
    expect(processingOf(error)).toBe('perhaps-processed');
  });

  test('a 5xx, whatever code it carries', () => {
    const details = { code: 'INSUFFICIENT_FUNDS', status: 500, ...one };
    expect(processingOf(new InsufficientFundsError('x', details))).toBe('perhaps-processed');
  });

  test.each([
    [ConnectionError, 'CONNECTION_LOST'],
    [ConnectionError, 'TLS_BROKEN'],
    [TimeoutError, 'TIMEOUT'],
    [TimeoutError, 'DEADLINE_EXCEEDED'],
  ])('%p %s', (errorClass, code) => {
    expect(processingOf(new errorClass('x', { code, ...one }))).toBe('perhaps-processed');
  });

  test('a refused connection after the head of a response', () => {
    const error = new ConnectionError('x', { code: 'CONNECTION_REFUSED', status: 200, ...one });
    expect(processingOf(error)).toBe('perhaps-processed');
  });

  test('a fetch option that gives no response back: what it did is not known', () => {
    const error = new InvalidRequestError('x', { code: 'OPTION_INVALID', ...one });
    expect(processingOf(error)).toBe('perhaps-processed');
  });

  test.each([
    ['an abort reason', new Error('stop')],
    ['nothing', undefined],
    ['text', 'x'],
  ])('%s', (_, reason) => {
    expect(processingOf(reason)).toBe('perhaps-processed');
  });
});

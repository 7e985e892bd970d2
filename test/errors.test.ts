import { runInNewContext } from 'node:vm';
import { inspect } from 'node:util';
import { describe, expect, jest, test } from '@jest/globals';
import {
  AuthenticationError,
  ConnectionError,
  type ErrorClass,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
  TimeoutError,
} from '../src/errors.ts';

/** Each class with the names of all classes that it is one of. */
const tree: readonly (readonly [ErrorClass, readonly string[]])[] = [
  [MinFraudError, ['MinFraudError']],
  [InvalidRequestError, ['MinFraudError', 'InvalidRequestError']],
  [AuthenticationError, ['MinFraudError', 'AuthenticationError']],
  [InsufficientFundsError, ['MinFraudError', 'InsufficientFundsError']],
  [PermissionRequiredError, ['MinFraudError', 'PermissionRequiredError']],
  [RateLimitError, ['MinFraudError', 'RateLimitError']],
  [HttpError, ['MinFraudError', 'HttpError']],
  [ConnectionError, ['MinFraudError', 'ConnectionError']],
  [TimeoutError, ['MinFraudError', 'ConnectionError', 'TimeoutError']],
];

describe.each(tree)('%p', (errorClass, names) => {
  const error = new errorClass('Say it.', { code: 'CODE' });

  test('is itself and what it derives from, and nothing else', () => {
    for (const [other] of tree) {
      const belongs = names.includes(other.prototype.name);
      expect(error instanceof other).toBe(belongs);
      expect((other as typeof MinFraudError).is(error)).toBe(belongs);
    }
  });

  test('has its name, in the first line of its stack too', () => {
    expect(error.name).toBe(names.at(-1));
    expect(error.stack?.split('\n')[0]).toBe(`${names.at(-1) ?? ''}: Say it.`);
    expect(String(error)).toBe(`${names.at(-1) ?? ''}: Say it.`);
    expect(Object.keys(error)).not.toContain('name');
  });

  test('is recognized when another copy of the package made it', () => {
    let copy: Readonly<Record<string, ErrorClass>> = {};
    jest.isolateModules(() => {
      copy = jest.requireActual('../src/errors.ts');
    });
    const foreign = new (copy[names.at(-1) ?? ''] ?? HttpError)('Elsewhere.', { code: 'CODE' });
    expect(foreign).not.toBeInstanceOf(MinFraudError);
    expect((errorClass as typeof MinFraudError).is(foreign)).toBe(true);
  });
});

test('a guard recognizes what crossed a realm, and nothing that merely looks alike', () => {
  const foreign: unknown = runInNewContext(
    `class E extends Error {}
     Object.defineProperty(E.prototype, Symbol.for('minfraud-sdk.error'), { value: ['MinFraudError', 'HttpError'] });
     new E('far')`,
  );
  expect(HttpError.is(foreign)).toBe(true);
  expect(TimeoutError.is(foreign)).toBe(false);
  for (const other of [
    undefined,
    null,
    0,
    'HttpError',
    {},
    [],
    new Error('HttpError'),
    { name: 'HttpError' },
  ]) {
    expect(MinFraudError.is(other)).toBe(false);
  }
  expect(MinFraudError.is({ [Symbol.for('minfraud-sdk.error')]: 'MinFraudError' })).toBe(false);
});

test('a class that an application derives from one of these is recognized', () => {
  class OurError extends HttpError {}
  const error = new OurError('Ours.', { code: 'OURS' });
  expect(HttpError.is(error) && MinFraudError.is(error)).toBe(true);
  expect(TimeoutError.is(error)).toBe(false);
});

test('carries what is known and does not mention the rest', () => {
  const cause = new Error('below');
  const details = {
    code: 'HTTP_429',
    status: 429,
    url: 'https://minfraud.maxmind.com/minfraud/v2.0/score',
    retryAfter: 7,
    attempts: 3,
    retries: [{ attempt: 1, code: 'HTTP_429', status: 429, delay: 12 }],
    cause,
  };
  const error = new RateLimitError('Too fast.', details);
  expect(error).toMatchObject(details);
  expect(error.cause).toBe(cause);
  expect(Object.keys(error).sort()).toEqual(
    ['attempts', 'code', 'retries', 'retryAfter', 'status', 'url'].sort(),
  );

  const bare = new MinFraudError('Nothing more.', { code: 'CODE' });
  expect(Object.keys(bare).sort()).toEqual(['attempts', 'code', 'retries']);
  expect('cause' in bare).toBe(false);
  expect(bare).toMatchObject({ attempts: 0, retries: [] });
});

test('goes into JSON and into a log without its cause', () => {
  const cause = new Error('not for the log');
  const error = new HttpError('Odd.', { code: 'HTTP_418', status: 418, cause });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'HttpError',
    message: 'Odd.',
    code: 'HTTP_418',
    status: 418,
    attempts: 0,
    retries: [],
  });
  expect(inspect(error)).toContain('HttpError: Odd.');
});

describe('what validation finds', () => {
  const issue = (path: string, message: string) => ({
    pointer: `/${path}`,
    path,
    code: 'X',
    message,
  });

  test('is told all at once, with the place of each', () => {
    const issues = [issue('device.ipAddress', 'is not an IP address'), issue('', 'is empty')];
    const error = InvalidRequestError.fromIssues(issues, 'The transaction');
    expect(error).toMatchObject({ code: 'VALIDATION_FAILED', attempts: 0, issues });
    expect(error.message).toBe(
      'The transaction was not sent. device.ipAddress: is not an IP address; is empty',
    );
  });

  test('does not fill a screen', () => {
    const issues = Array.from({ length: 9 }, (_, index) => issue(`a${index}`, 'is wrong'));
    const { message } = InvalidRequestError.fromIssues(issues);
    expect(message).toContain('a4: is wrong; and 4 more');
    expect(message).not.toContain('a5');
  });

  test('is an empty list when the service did not say where', () => {
    expect(new InvalidRequestError('No.', { code: 'REQUEST_INVALID' }).issues).toEqual([]);
  });
});

/** The loggers that people have, as they are: no field gets lost, and each message says what happened. */
import { describe, expect, jest, test } from '@jest/globals';
import bunyan from 'bunyan';
import Fastify from 'fastify';
import { Writable } from 'node:stream';
import pino from 'pino';
import winston from 'winston';
import { MinFraud, type Logger } from '../../src/index.ts';

/** The lines of JSON that a logger wrote. */
class Lines extends Writable {
  readonly written: Record<string, unknown>[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    for (const line of String(chunk).trim().split('\n')) {
      this.written.push(JSON.parse(line) as Record<string, unknown>);
    }
    done();
  }
}

const loggers: Readonly<Record<string, (lines: Lines) => Logger>> = {
  pino: (lines) => pino({ level: 'debug' }, lines),
  'a child of pino': (lines) => pino({ level: 'debug' }, lines).child({ shop: 1 }),
  "Fastify's app.log": (lines) => Fastify({ logger: { level: 'debug', stream: lines } }).log,
  'the log of a request of Fastify': (lines) =>
    Fastify({ logger: { level: 'debug', stream: lines } }).log.child({ reqId: 'req-1' }),
  bunyan: (lines) => bunyan.createLogger({ name: 'shop', level: 'debug', stream: lines }),
  'a child of bunyan': (lines) =>
    bunyan.createLogger({ name: 'shop', level: 'debug', stream: lines }).child({ shop: 1 }),
  winston: (lines) =>
    winston.createLogger({
      level: 'debug',
      format: winston.format.json(),
      // Its types say `Stream`, which extends it, is another class.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      transports: [new winston.transports.Stream({ stream: lines })],
    }),
  'a child of winston': (lines) =>
    winston
      .createLogger({
        level: 'debug',
        format: winston.format.json(),
        // Its types say `Stream`, which extends it, is another class.
        // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
        transports: [new winston.transports.Stream({ stream: lines })],
      })
      .child({ shop: 1 }),
};

const key = 'a-license-key';

/** One attempt that is refused with 503, one with a response, and a country that is left out. */
function clientOf(logger: Logger): MinFraud {
  const responses = [
    new Response('{}', { status: 503, headers: { 'retry-after': '0' } }),
    Response.json({
      risk_score: 1.5,
      id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
      funds_remaining: 1,
      queries_remaining: 1,
    }),
  ];
  return new MinFraud({
    accountId: 42,
    licenseKey: key,
    baseUrl: 'http://127.0.0.1:9',
    fetch: () => Promise.resolve(responses.shift() ?? Response.error()),
    logger,
  });
}

const transaction = { device: { ipAddress: '203.0.113.9' }, billing: { country: '100%sure' } };

const saysWhatHappened = [
  /^minfraud: request \(score, attempt 1\): POST http:\/\/127\.0\.0\.1:9\/minfraud\/v2\.0\/score$/,
  /^minfraud: retry \(score, attempt 1, .*next attempt in \d+ ms\): HttpError \w+: ./,
  /^minfraud: request \(score, attempt 2\): POST /,
  /^minfraud: \w+ \(score, attempt 2, status 200, \d+ ms\)/,
];

describe.each(Object.entries(loggers))('%s', (_, loggerOf) => {
  test('gets message and fields', async () => {
    const lines = new Lines();
    await clientOf(loggerOf(lines)).score(transaction);
    await new Promise(setImmediate);
    const texts = lines.written.map((line) => String(line['msg'] ?? line['message']));
    for (const expected of saysWhatHappened) {
      expect(texts).toContainEqual(expect.stringMatching(expected));
    }
    expect(texts).toContainEqual(
      expect.stringMatching(/^minfraud: input \(score\): billing\.country was dropped: it must/),
    );
    expect(lines.written).toContainEqual(
      expect.objectContaining({ operation: 'score', attempt: 2, status: 200, method: 'POST' }),
    );
    expect(lines.written).toContainEqual(
      expect.objectContaining({ operation: 'score', inputPointer: '/billing/country' }),
    );
    const whole = JSON.stringify(lines.written);
    expect(whole).not.toContain(key);
    expect(whole).not.toContain('100%sure');
  });
});

test('the console gets the message with its fields, whatever the message holds', async () => {
  const lines: string[] = [];
  const spies = (['debug', 'warn'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation((...line: unknown[]) => {
      lines.push(line.map(String).join(' | '));
    }),
  );
  try {
    await clientOf(console).score(transaction);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(lines).toHaveLength(5);
  expect(
    lines.every((line) => line.startsWith('minfraud: ') && line.endsWith('[object Object]')),
  ).toBe(true);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideInShadow, readPolicy, verdictOf } from '../../examples/policy.ts';

let file: string;

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'minfraud-policy-')), 'policy.json');
});
afterEach(() => {
  rmSync(join(file, '..'), { recursive: true });
});

describe('a policy', () => {
  test('is read with its two cuts', () => {
    writeFileSync(file, '{"version":1,"review":12,"decline":70.5,"judgedOn":{"orders":1667}}');
    expect(readPolicy(file)).toStrictEqual({ review: 12, decline: 70.5 });
  });

  test.each(['null', '[]', '{}', '{"review":"12","decline":70}', '{"review":80,"decline":70}'])(
    'that is damaged is refused: %s',
    (text) => {
      writeFileSync(file, text);
      expect(() => readPolicy(file)).toThrow(/policy\.json is no policy: review and decline/);
    },
  );

  test.each([
    [11.99, 'accept'],
    [12, 'review'],
    [69.99, 'review'],
    [70, 'decline'],
  ])('decides about a score of %d: %s', (score, verdict) => {
    expect(verdictOf(score, { review: 12, decline: 70 })).toBe(verdict);
  });

  test('in shadow mode decides nothing, and logs what it would have done otherwise', () => {
    const lines: string[] = [];
    const today = { review: 20, decline: 90 };
    const next = { review: 12, decline: 70 };
    const decide = (id: string, riskScore: number) =>
      decideInShadow({ id, riskScore }, today, next, (line) => lines.push(line));
    expect([decide('a', 5), decide('b', 15), decide('c', 75)]).toStrictEqual([
      ...['accept', 'accept', 'review'],
    ]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toStrictEqual([
      { id: 'b', riskScore: 15, verdict: 'accept', would: 'review' },
      { id: 'c', riskScore: 75, verdict: 'review', would: 'decline' },
    ]);
  });
});

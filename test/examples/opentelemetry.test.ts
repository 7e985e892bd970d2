import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('the example prints a span for each call', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['-C', 'minfraud-source', '--import', 'tsx', 'examples/opentelemetry.ts'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [score = '', report = '', ...others] = stdout.trim().split('\n');
  expect(others).toEqual([]);
  expect(score).toMatch(/^POST score \{.*"minfraud.risk_score":[\d.]+/);
  expect(score).toContain('"http.response.status_code":200');
  expect(report).toMatch(/^POST reportTransaction \{.*"http.response.status_code":204/);
});

/** Tests of many machines at work: they start PostgreSQL, which `npm test` must not need. */
import { config } from './jest.config.mjs';
import { findPostgres, howToGetIt } from './test/scale/find-postgres.mjs';

const postgres = findPostgres();
if (postgres === undefined) {
  process.stderr.write(`${howToGetIt}\n`);
  process.exit(1);
}
process.env['MINFRAUD_POSTGRES_BIN'] = postgres;

export default {
  ...config,
  coverageThreshold: undefined,
  testMatch: ['**/scale/*.scale.ts'],
  // Each starts a server and four workers.
  maxWorkers: 1,
  testTimeout: 600_000,
};

/** Tests that look at pages in Chromium, which `npm test` must not need. */
import { config } from './jest.config.mjs';

const shared = { ...config };
delete shared.coverageThreshold;

export default {
  ...shared,
  testMatch: ['**/browser/*.test.ts'],
  testPathIgnorePatterns: [],
  // Each starts a browser.
  maxWorkers: 1,
  testTimeout: 180_000,
};

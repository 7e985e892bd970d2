/** Every test, also those that take long: `npm run check` and CI. */
import { config } from './jest.config.mjs';

export default config;

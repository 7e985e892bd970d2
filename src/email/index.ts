/** Email addresses in the form that minFraud counts and hashes them. */
export { emailDomain, hashEmail } from './hash.ts';
export { normalizeEmail } from './normalize.ts';

/** The text examples of the spec: responses as the services send them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The value of an example file of the spec. */
export function example(name: string): string {
  // From the root of the repository, where jest and npm scripts run.
  const file = `spec/examples/${name}.yaml`;
  return (parse(readFileSync(file, 'utf8')) as { value: string }).value;
}

export const legacyExamples: readonly string[] = [
  'legacy-premium',
  'legacy-standard',
  'legacy-version-1-0',
  'legacy-warning',
  'legacy-error-status-200',
  'legacy-error-max-requests-reached',
];

export const proxyExamples: readonly string[] = [
  'proxy-semicolon',
  'proxy-comma',
  'proxy-invalid-address',
];

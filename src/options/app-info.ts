/** The application that uses this package, as the User-Agent names it. */
import type { AppInfo } from './options.ts';
import { OptionProblem, type OptionRules, readOptions } from './read-options.ts';
import { rule } from './rules.ts';

const appRules: OptionRules<AppInfo> = {
  name: rule('', product),
  version: rule(undefined, product),
  url: rule(undefined, (value) => {
    if (typeof value === 'string' && /^https?:\/\/[\x21-\x27\x2a-\x7e]{1,200}$/.test(value)) {
      return value;
    }
    throw new OptionProblem('must be an http or https URL without parentheses');
  }),
};

/** RFC 9110 calls it a token: what a product or its version may be called in a User-Agent. */
function product(value: unknown): string {
  if (typeof value === 'string' && /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(value)) return value;
  throw new OptionProblem('must be letters, digits and -._ without spaces');
}

/** @throws OptionProblem */
export function readAppInfo(value: unknown): AppInfo {
  const { values, given, issues } = readOptions<AppInfo>(value, appRules);
  const [problem] = issues;
  if (problem !== undefined) throw new OptionProblem(`${problem.path}: ${problem.message}`);
  if (!given.has('name')) throw new OptionProblem('needs a name');
  return values;
}

export function userAgentOf({ name, version, url }: AppInfo): string {
  return `${name}${version === undefined ? '' : `/${version}`}${url === undefined ? '' : ` (${url})`}`;
}

/** Where requests go: the environments of minFraud, or a URL of the application's. */
import { OptionProblem } from './read-options.ts';

/** Developer docs, "Service endpoints" and "Sandbox". */
export const environments: Readonly<Record<'production' | 'sandbox', string>> = {
  production: 'https://minfraud.maxmind.com',
  sandbox: 'https://sandbox.maxmind.com',
};

/**
 * A base URL in the one form that is used: origin and path, without a slash at the end.
 * @throws OptionProblem
 */
export function readBaseUrl(value: unknown): string {
  // The value stays out of messages: it may hold credentials.
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined) {
    throw new OptionProblem("must be an absolute URL such as 'https://minfraud.maxmind.com'");
  }
  if (url.username !== '' || url.password !== '') {
    throw new OptionProblem('must not contain credentials');
  }
  // In the text, not in the URL: an empty query or fragment leaves no trace there.
  if (/[?#]/.test(String(value))) throw new OptionProblem('must not have a query or a fragment');
  if (!isSafeForCredentials(url.href)) {
    throw new OptionProblem(
      'must use https: credentials are sent over plain http only to this machine',
    );
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Whether credentials may go to an absolute URL: by https anywhere, by http within this machine. */
export function isSafeForCredentials(href: string): boolean {
  if (href.startsWith('https://')) return true;
  if (!URL.canParse(href)) return false;
  const { protocol, hostname } = new URL(href);
  if (protocol === 'https:') return true;
  return (
    protocol === 'http:' && /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  );
}

/**
 * Writes docs/error-codes.md: the codes of the SDK from the comments of `src/codes.ts`, those of the service from
 * the spec, those of the command line from here. `npm run generate -- --check` fails when the page is stale.
 */
import type { MinFraudError } from '../../src/errors.ts';
import { processingOf } from '../../src/failure/processing.ts';
import { classOfError } from '../../src/failure/service-error.ts';
import type { OpenApiDocument } from '../document.ts';
import { codesOf } from '../tables/codes.ts';
import { commandLinePart } from './command-line-part.ts';
import { ownCodes } from './own-codes.ts';
import { type ServiceCode, serviceCodes } from './service-codes.ts';
import { table } from './table.ts';

/** @param source - The text of `src/codes.ts`. */
export function errorCodesPage(document: OpenApiDocument, source: string): string {
  const { errorCodes, legacyErrorCodes } = codesOf(document);
  const service = serviceCodes(document, { json: errorCodes, text: legacyErrorCodes });
  const own = meaningsIn(source, 'OwnErrorCodes');
  const issues = meaningsIn(source, 'IssueCodes').filter(([code]) => !(code in ownCodes));
  return [
    opening,
    '## Codes of the SDK\n',
    ...own.map(([code, meaning]) => ownEntry(code as keyof typeof ownCodes, meaning)),
    anyStatus,
    '## Codes of the service\n',
    fromService,
    ...service.filter(({ isLegacy }) => !isLegacy).map(serviceEntry),
    '## Codes of Legacy and Proxy Detection\n',
    ...service.filter(({ isLegacy }) => isLegacy).map(serviceEntry),
    '## Issues of a request\n',
    ofIssues,
    table(
      ['`issue.code`', 'meaning'],
      issues.map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    warnings,
    commandLinePart(),
  ].join('\n');
}

const opening = `<!-- Written by \`npm run generate\` from src/codes.ts and spec/. Do not edit: see scripts/error-codes/. -->

# Error codes

Every \`error.code\`, with its meaning, its billing, and what to do. [Errors](errors.md) explains the classes,
retries and timeouts.

**Billing.** MaxMind documents no billing of failed queries. "No" below means that the query cannot have
reached the service. For all other codes the entry says whether the service may have processed the query;
[What is billed](billing.md) says what follows.
`;

const anyStatus = `### HTTP_ and a status

The response has this status, such as \`HTTP_503\`, and no error document of the service.

- Class: \`HttpError\`; \`RateLimitError\` for 429
- Billed: not documented. After 429, and after 503 with \`Retry-After\`, the service has not processed the query
  by its own account. After any other status it may have.
- To do: check \`baseUrl\` and proxies for a 3xx or 4xx. Try again later for 429 and 5xx.
`;

const fromService = `These come in the error document of the service, word for word. A code that the SDK does not know is kept, and
the status decides the class.
`;

const ofIssues = `\`InvalidRequestError.issues\` and \`validateTransaction()\` list what is wrong with a request. Nothing was sent,
so nothing was billed. Correct the field that \`path\` names. Issues of options have the codes \`CREDENTIALS_MISSING\`,
\`OPTION_INVALID\`, \`OPTION_UNKNOWN\` and \`BROWSER\` above.
`;

const warnings = `## Warnings of a result

A result with warnings is a result: it has a score, and it is billed like any other. Warnings of the SDK have
\`source: 'sdk'\`; [Requests](requests.md) lists the rules, and the type \`WarningCode\` the service's own codes.

${table(
  ['`warning.code`', 'meaning'],
  [
    ['`INPUT_DROPPED`', 'A value was not sent, since the service would not use it.'],
    ['`INPUT_SHORTENED`', 'A value was cut to the longest length that the service takes.'],
    [
      '`INPUT_CONVERTED`',
      'A value was sent in the documented type: a number for a string of digits.',
    ],
    [
      '`RESPONSE_INCOMPLETE`',
      'The result lacks a field that the service documents as always present.',
    ],
  ],
)}`;

function ownEntry(code: keyof typeof ownCodes, meaning: string): string {
  const { errorClass, remedy, billing } = ownCodes[code];
  const error = new errorClass('', statusOf(code, errorClass.name));
  return entry({
    code,
    meaning,
    className: `\`${error.name}\``,
    billing: billing ?? billingOf(error),
    remedy,
  });
}

/** An `HttpError` has the status of its response; nothing else of this package's own has one. */
function statusOf(code: string, className: string): { code: string; status?: number } {
  return className === 'HttpError' ? { code, status: 200 } : { code };
}

function serviceEntry({ code, status, meaning, isLegacy }: ServiceCode): string {
  const errorClass = classOfError(code, status, {});
  const error = new errorClass('', { code, status });
  return entry({
    code: isLegacy ? `${code} (Legacy)` : code,
    meaning,
    className: `\`${error.name}\`, HTTP ${status}`,
    billing: billingOf(error),
    remedy: remedies[error.name] ?? 'Check `baseUrl`, and proxies on the way.',
  });
}

const remedies: Readonly<Record<string, string>> = {
  InvalidRequestError: 'Correct the request. Retrying does not help.',
  AuthenticationError:
    'Check the account ID and the license key, and that both belong to this environment (production or sandbox).',
  InsufficientFundsError:
    'Add queries for this service to the account. Every order fails until then.',
  PermissionRequiredError: 'Ask MaxMind for access to this service.',
  RateLimitError: 'Send fewer requests, and wait as long as `retryAfter` says.',
};

/** The same function decides about retries and about the rows of a batch. */
function billingOf(error: MinFraudError): string {
  switch (processingOf(error)) {
    case 'not-sent':
      return 'no: nothing was sent.';
    case 'refused':
      return 'not documented. The service rejected the query itself, so we assume that it is not billed.';
    case 'perhaps-processed':
      return 'not documented. The service may have processed the query.';
  }
}

interface Entry {
  readonly code: string;
  readonly meaning: string;
  readonly className: string;
  readonly billing: string;
  readonly remedy: string;
}

const entry = ({ code, meaning, className, billing, remedy }: Entry): string => `### ${code}

${meaning}

- Class: ${className}
- Billed: ${billing}
- To do: ${remedy.charAt(0).toLowerCase()}${remedy.slice(1)}
`;

/** The members of an interface, each with its comment of one paragraph. */
function meaningsIn(source: string, name: string): [code: string, meaning: string][] {
  const [, body = ''] = new RegExp(`interface ${name} \\{\\n([^]*?)\\n\\}`).exec(source) ?? [];
  return [...body.matchAll(/\/\*\*([^]*?)\*\/\s*([A-Z\d_]+): true;/g)].map(
    ([, text = '', code = '']) => [code, text.replaceAll(/\s*\n\s*\*\s*/g, ' ').trim()],
  );
}

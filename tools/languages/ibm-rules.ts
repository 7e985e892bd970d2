/**
 * Rules of IBM's validator that are not followed, each with its reason. They are IBM's style for new
 * services of its own; these services exist. A rule that finds nothing any more fails the run.
 */
const notFollowed: Readonly<Record<string, string>> = {
  'ibm-path-segment-casing-convention': 'the paths are the service’s',
  'ibm-major-version-in-path': 'the paths are the service’s',
  'ibm-property-casing-convention': 'the names of minFraud Legacy are the service’s',
  'ibm-parameter-casing-convention': 'the names of minFraud Legacy are the service’s',
  'ibm-operationid-casing-convention': 'an operationId is the name of a method',
  'ibm-error-content-type-is-json': 'minFraud Legacy and Proxy Detection respond in text',
  'ibm-error-response-schemas': 'IBM’s own form of an error, which the service does not use',
  'ibm-no-nullable-properties': 'the service sends null',
  'ibm-required-array-properties-in-response': 'the service leaves empty lists out',
  'ibm-request-and-response-content': 'the service sends these errors without a body',
  'ibm-string-attributes': 'limits are given where the service documents them',
  'ibm-array-attributes': 'limits are given where the service documents them',
  'ibm-integer-attributes':
    'limits are given where the service documents them; formats are in the portable form',
  'ibm-well-defined-dictionaries': 'a custom input is a string, a number or a boolean',
  'ibm-avoid-inline-schemas': 'an operand of anyOf, allOf and not needs no name',
  'ibm-schema-description': 'the response that holds the text is described, and the record in it',
  'ibm-use-date-based-format':
    'in the portable form times are strings, so that no fraction of a second is lost; time_zone is a name',
  // What 3.1 allows and 3.0 did not.
  'no-$ref-siblings': 'allowed in 3.1, which IBM reads by the rules of 3.0',
  'ibm-schema-keywords': 'allowed in 3.1, which IBM reads by the rules of 3.0',
  'ibm-no-unsupported-keywords': 'webhooks are a part of 3.1 that IBM does not support',
  'ibm-openapi-tags-used': 'the operation of the tag is a webhook, which IBM does not read',
  'ibm-schema-type-format':
    'ipv4, ipv6 and json-pointer are formats of JSON Schema that are not on IBM’s list',
  'ibm-define-required-properties':
    'the names in anyOf are those of properties next to anyOf, where IBM does not look',
  'ibm-property-attributes': 'anyOf and not repeat no type that stands next to them',
};

interface IbmFinding {
  readonly rule: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** What the validator prints of one document, as far as it is used. */
export type IbmReport = Readonly<
  Record<'error' | 'warning', { readonly results?: readonly IbmFinding[] }>
>;

/** Findings of rules that are not listed, and listed rules that find nothing in any document. */
export function unlisted(reports: ReadonlyMap<string, IbmReport>): string[] {
  const found = [...reports].flatMap(([document, { error, warning }]) =>
    [...(error.results ?? []), ...(warning.results ?? [])].map((finding) => ({
      document,
      ...finding,
    })),
  );
  const rules = new Set(found.map(({ rule }) => rule));
  return [
    ...found
      .filter(({ rule }) => !Object.hasOwn(notFollowed, rule))
      .map(
        ({ document, rule, message, path }) =>
          `${document}: ${rule}, ${path.join('/')}: ${message}`,
      ),
    ...Object.keys(notFollowed)
      .filter((rule) => !rules.has(rule))
      .map(
        (rule) => `finds nothing any more, remove it from tools/languages/ibm-rules.ts: ${rule}`,
      ),
  ];
}

/** Step: the classes of a client that is made outside this repository, one method an operation. */
import type { Method, Methods } from './client-methods.ts';
import { deprecationTag } from './documentation.ts';

/** Checks that no table can state, by the name of the request. */
export const preparations: ReadonlyMap<string, string> = new Map([
  ['Transaction', 'prepareTransaction'],
  ['TransactionReport', 'prepareReport'],
  ['LegacyOrder', 'prepareOrder'],
]);

/** The operation whose pages are walked through. */
export function isDispositions({ call }: Method): boolean {
  return call.operation.operationId === 'listDispositionUpdates';
}

/** TypeScript source of the classes; one without a method is left out. */
export function clientClasses({ json, text }: Methods): string {
  const classes = [
    {
      name: 'MinFraud',
      base: 'OperationClient',
      options: 'CallOptions',
      what: 'The client of `minfraud-sdk`, with the operations, names and types of this spec.',
      methods: json,
    },
    {
      name: 'MinFraudLegacy',
      base: 'TextOperationClient',
      options: 'LegacyCallOptions',
      what: 'The client of the services that respond with text, with the operations, names and types of this spec.',
      methods: text,
    },
  ];
  return classes
    .filter(({ methods }) => methods.length > 0)
    .map(
      ({ name, base, options, what, methods }) => `/** ${what} */
export class ${name} extends ${base}<paths> {
${methods.map((method) => methodOf(method, options)).join('\n')}}
`,
    )
    .join('\n');
}

function methodOf(method: Method, options: string): string {
  const { name, call, original, asks } = method;
  const { operation, request, response } = call;
  const constant = constantOf(operation.operationId);
  const doc = docComment([
    operation.summary ?? '',
    operation.description ?? '',
    deprecationTag(operation),
  ]);
  if (isDispositions(method)) {
    return `${doc}  ${name}(query: DispositionsQuery, options?: CallOptions): Dispositions<${updateType}, DispositionPage> {
    return this.dispositionsOf(
      ${constant},
      (request: models.${request}, given) => this.callOperation(${constant}, request, given),
      query,
      options,
    );
  }
`;
  }
  const chosen =
    original === undefined
      ? constant
      : `this.atPath(${constant}, ${constantOf(original.operation.operationId)})`;
  const taken = {
    nothing: '',
    maybe: `request: models.${request} = {}, `,
    something: `request: models.${request}, `,
  };
  const given = [
    chosen,
    asks === 'nothing' ? '{}' : 'request',
    'options',
    preparations.get(request),
  ];
  const result = response === undefined ? 'NoContent' : `models.${response}`;
  return `${doc}  ${name}(${taken[asks]}options?: ${options}): Promise<${result}> {
    return this.callOperation(${given.filter((word) => word !== undefined).join(', ')});
  }
`;
}

/** What a walk through the pages gives. */
const updateType = "models.DispositionUpdates['updates'][number]";

function constantOf(operationId: string): string {
  return `operations.${operationId}Operation`;
}

function docComment(texts: readonly string[]): string {
  const paragraphs = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (paragraphs.length === 0) return '';
  const lines = paragraphs.join('\n\n').replaceAll('*/', '*\\/').split('\n');
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n`;
}

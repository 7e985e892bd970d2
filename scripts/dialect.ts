/**
 * What may stand where in the spec, by `dialect.schema.json`: the kinds of OpenAPI objects, what each keyword
 * holds, and what is wrong with one object, its children left aside.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import dialect from './dialect.schema.json';
import { pointerTo, type Problem } from './spec-error.ts';

/** What stands behind a keyword: plain data (`value`), or objects of a kind, alone, in a list or in a map. */
export interface Member {
  readonly kind: string;
  readonly held: 'one' | 'list' | 'map';
}

interface Rule {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly items?: Rule;
  readonly additionalProperties?: boolean | Rule;
  readonly errorMessage?: string;
}

interface Condition {
  readonly [keyword: string]: unknown;
  readonly errorMessage?: string;
}

interface Kind {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Rule | boolean>>;
  readonly dependentSchemas?: Readonly<Record<string, Condition>>;
  readonly allOf?: readonly { readonly then?: Condition }[];
}

const definitions: Readonly<Record<string, Kind>> = dialect.$defs;

/** What several kinds hold is no kind of its own. */
const shared = new Set(['reference', 'parts', 'nextToReference', 'deprecation']);
const kinds = Object.entries(definitions).filter(([name]) => !shared.has(name));

/** Keywords of files, which are written out before a document is checked. */
const ofFiles = new Set(['$ref', 'allOf', 'unevaluatedProperties']);

/** The keywords of each kind of object. A keyword that is missing here is refused. */
export const grammar: Readonly<Record<string, Readonly<Record<string, Member>>>> =
  Object.fromEntries(
    kinds.map(([kind, { properties = {} }]) => [
      kind,
      Object.fromEntries(
        Object.entries(properties)
          .filter(([keyword]) => !ofFiles.has(keyword))
          .map(([keyword, rule]) => [keyword, memberOf(typeof rule === 'boolean' ? {} : rule)]),
      ),
    ]),
  );

function memberOf({ $ref, items, additionalProperties }: Rule): Member {
  const values = typeof additionalProperties === 'object' ? additionalProperties : {};
  for (const [reference, held] of [
    [$ref, 'one'],
    [items?.$ref, 'list'],
    [values.$ref, 'map'],
  ] as const) {
    const name = reference?.replace('#/$defs/', '') ?? '';
    if (kinds.some(([kind]) => kind === name)) return { kind: name, held };
  }
  return { kind: 'value', held: 'one' };
}

/** What may stand next to a `$ref`: only what every generator keeps there. */
export const nextToReference: ReadonlySet<string> = new Set(
  dialect.$defs.nextToReference.propertyNames.enum,
);

/** Methods of OpenAPI that no client of ours has. */
const otherMethods = new Set(['put', 'patch', 'delete', 'head', 'options', 'trace', 'query']);

const validators = new Map<string, ValidateFunction>();

/** What is wrong at a keyword of an object; `isUnknown` where the object says more than the compiler knows. */
type KeywordProblem = Omit<Problem, 'file'> & { readonly isUnknown?: true };

/** What is wrong with one object, once a keyword. Pointers start at the object. */
export function problemsIn(kind: string, node: object): KeywordProblem[] {
  const validate = validators.get(kind) ?? validatorOf(kind);
  validators.set(kind, validate);
  if (validate(node)) return [];
  const problems = (validate.errors ?? []).flatMap((error) => problemOf(kind, node, error) ?? []);
  const isNew = ({ pointer }: { pointer: string }, index: number): boolean =>
    problems.findIndex((other) => other.pointer === pointer) === index;
  return problems.filter(isNew);
}

/** Children are objects of their own: here only that they are a list or a map. */
function validatorOf(kind: string): ValidateFunction {
  const { properties = {}, dependentSchemas = {}, ...rest } = definitions[kind] ?? {};
  const own = Object.entries(grammar[kind] ?? {}).map(([keyword, { kind: child, held }]) => {
    if (child === 'value') return [keyword, properties[keyword]];
    return [keyword, held === 'one' ? true : { type: held === 'list' ? 'array' : 'object' }];
  });
  const between = Object.entries(dependentSchemas).filter(([keyword]) => !ofFiles.has(keyword));
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  return ajv.compile({
    ...rest,
    properties: Object.fromEntries(own),
    dependentSchemas: Object.fromEntries(between),
    $defs: { deprecation: dialect.$defs.deprecation },
  });
}

const article = (noun: string): string => (/^[aeio]/.test(noun) ? 'an' : 'a');

function problemOf(kind: string, node: object, error: ErrorObject): KeywordProblem | undefined {
  const { instancePath, schemaPath, params } = error;
  const { properties = {}, dependentSchemas = {}, allOf = [] } = definitions[kind] ?? {};
  const keyword = instancePath.split('/')[1] ?? '';
  const [, section = '', owner = ''] = schemaPath.split('/');
  if (section === 'additionalProperties') {
    const unknown = String(params['additionalProperty']);
    const noun = unknown.startsWith('x-') ? 'vendor extension' : 'keyword';
    const isMethod = kind === 'pathItem' && otherMethods.has(unknown);
    const remedy = isMethod ? ': a client sends only "get" and "post"' : '';
    return {
      ...at(unknown, `unknown ${noun} "${unknown}" in ${article(kind)} ${kind}${remedy}`),
      isUnknown: true,
    };
  }
  if (section === 'required')
    return {
      pointer: '',
      message: `${article(kind)} ${kind} needs "${String(params['missingProperty'])}"`,
    };
  if (section === 'dependentSchemas') {
    if (error.keyword === 'false schema')
      return at(keyword, `"${keyword}" cannot be combined with "${owner}"`);
    return at(owner, dependentSchemas[owner]?.errorMessage ?? '');
  }
  if (section === 'allOf') {
    if (error.keyword === 'false schema') {
      const { type } = node as { type?: string | readonly string[] };
      const [first = ''] = [type].flat();
      return at(keyword, `"${keyword}" says nothing about ${article(first)} ${first}`);
    }
    const message = allOf[Number(owner)]?.then?.errorMessage;
    return error.keyword === 'if' || message === undefined ? undefined : { pointer: '', message };
  }
  const rule = properties[keyword];
  const own = typeof rule === 'object' ? rule.errorMessage : undefined;
  return at(keyword, own ?? said(keyword, error));
}

const shapes: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  array: 'a list',
  object: 'a map',
};

/** `"x-invalid" must be shorten or throw`. */
function said(keyword: string, { keyword: broken, instancePath, params }: ErrorObject): string {
  if (broken === 'uniqueItems') return 'a value is listed twice';
  const type = shapes[String(params['type'])] ?? String(params['type']);
  const [, , inner] = instancePath.split('/');
  const wanted =
    inner !== undefined
      ? `a ${/^\d+$/.test(inner) ? 'list' : 'map'} of strings`
      : broken === 'enum'
        ? (params['allowedValues'] as unknown[]).join(' or ')
        : broken === 'const'
          ? String(params['allowedValue'])
          : type;
  return `"${keyword}" must be ${wanted}`;
}

function at(keyword: string, message: string): Omit<Problem, 'file'> {
  return { pointer: pointerTo('', keyword), message };
}

/** Operations of the HTTP API in the navigation and the search, each a link into the page that Redocly writes. */
import { DocumentReflection, type ProjectReflection } from 'typedoc';
import { PLACE } from './pages.ts';

export const HTTP_API = 'HTTP API';
export const HTTP_PAGE = 'http-api.html';

/** What this site reads of the OpenAPI document. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
}

type PathItem = Readonly<Partial<Record<'get' | 'post', Operation>>>;

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly [string];
}

export interface HttpOperation {
  readonly title: string;
  readonly text: string;
  /** From the root of the site. */
  readonly place: string;
}

export function httpOperations({ paths, webhooks }: OpenApi): HttpOperation[] {
  return Object.entries({ ...paths, ...webhooks }).flatMap(([path, { post, get }]) =>
    [post, get].flatMap((operation) => (operation === undefined ? [] : [entry(path, operation)])),
  );
}

function entry(
  path: string,
  { operationId, summary, description, tags }: Operation,
): HttpOperation {
  return {
    title: summary,
    text: [path, operationId, description].join('\n\n'),
    place: `${HTTP_PAGE}#/${tags[0].toLowerCase()}/${operationId.toLowerCase()}`,
  };
}

export function addOperations(
  project: ProjectReflection,
  operations: readonly HttpOperation[],
): void {
  for (const { title, text, place } of operations) {
    const content = [{ kind: 'text' as const, text }];
    const link = new DocumentReflection(title, project, content, {
      group: HTTP_API,
      [PLACE]: place,
    });
    project.addChild(link);
    project.registerReflection(link, undefined, undefined);
  }
}

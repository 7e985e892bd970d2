/** The types that openapi-typescript writes, as this site shows them. */
import { Comment, type ProjectReflection, type Reflection, ReflectionKind } from 'typedoc';

/** It stands before the sentences that are a comment's summary everywhere else. */
export const DESCRIPTION = '@description';

export function useDescription({ comment }: Reflection): void {
  const description = comment?.getTag(DESCRIPTION);
  if (comment === undefined || description === undefined) return;
  comment.summary = [...comment.summary, ...description.content];
  comment.removeTags(DESCRIPTION);
}

const summary =
  'As openapi-typescript writes it. The page of the HTTP API shows all that it holds, in the same spelling.';

/** What they hold would be pages of megabytes, and the same fields twice in every search. */
export function shortenWireTypes(project: ProjectReflection): void {
  for (const name of ['paths', 'webhooks', 'operations', 'components']) {
    const type = project.getChildByName(['minfraud-sdk/wire', name]);
    if (type?.isDeclaration() !== true || !type.kindOf(ReflectionKind.Interface)) {
      throw new Error(`minfraud-sdk/wire has no interface ${name}.`);
    }
    type.comment = new Comment([{ kind: 'text', text: summary }]);
    for (const child of [...(type.children ?? [])]) project.removeReflection(child);
  }
}

/** Members stand in the order of their type; what an entry exports stands in alphabetical order. */
import { type ProjectReflection, ReflectionKind } from 'typedoc';

/** The option `sort` has put everything in the order of the sources before. */
export function sortEntries(project: ProjectReflection): void {
  for (const entry of project.getReflectionsByKind(ReflectionKind.Module)) {
    if (!entry.isDeclaration()) continue;
    for (const group of entry.groups ?? []) {
      group.children.sort((one, other) => one.name.localeCompare(other.name, 'en'));
    }
  }
}

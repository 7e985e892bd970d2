/** Takes a request in camelCase or in the spelling of the wire, and makes it camelCase. */
import { type RequestField } from '../../generated/cli-flags.ts';
import { define } from 'minfraud-sdk/internal';

/** Names of one object: what each is called in the model, and the names inside it. */
interface Names {
  readonly model: string;
  readonly inside: Map<string, Names>;
}

/** Names that are not in the spec stay, so that the check can say what was meant. */
export function toModel(value: unknown, fields: readonly RequestField[]): unknown {
  return renamed(value, namesOf(fields));
}

function namesOf(fields: readonly RequestField[]): Map<string, Names> {
  const root = new Map<string, Names>();
  for (const { path, wire = path } of fields) {
    let names = root;
    const models = path.replaceAll('[]', '').split('.');
    const wires = wire.replaceAll('[]', '').split('.');
    for (const [depth, model] of models.entries()) {
      const known = names.get(model) ?? { model, inside: new Map<string, Names>() };
      names.set(model, known);
      names.set(wires[depth] ?? model, known);
      names = known.inside;
    }
  }
  return root;
}

function renamed(value: unknown, names: Map<string, Names>): unknown {
  // Without names it is a value, or a map whose keys are the user's own.
  if (names.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  const made: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const known = names.get(key);
    const value: unknown = known === undefined ? inner : renamed(inner, known.inside);
    define(made, known?.model ?? key, value);
  }
  return made;
}

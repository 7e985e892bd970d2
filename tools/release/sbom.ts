/**
 * A bill of materials (CycloneDX) of what is built into the published files. npm makes it of everything
 * that is installed here; the package brings no dependency, so that what counts is what is inside.
 */

export interface Component {
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
  readonly properties?: readonly unknown[];
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
}

export interface Bom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
}

/** What is built in: a name, or all names of that form, in the version that the build finds. */
export interface BuiltIn {
  readonly patterns: readonly (string | RegExp)[];
  readonly versionOf: (name: string) => string | undefined;
}

/** Keeps what is built in; refuses when the notices leave one out or name another version of it. */
export function bomOfPackage(
  installed: Bom,
  { patterns, versionOf }: BuiltIn,
  notices: string,
  packageName: string,
): Bom {
  const isBuiltIn = (name: string): boolean =>
    patterns.some((pattern) =>
      typeof pattern === 'string' ? pattern === name : pattern.test(name),
    );
  const components = installed.components
    .filter(
      ({ name, version }, index, all) =>
        isBuiltIn(name) &&
        version === versionOf(name) &&
        all.findIndex((other) => other.name === name && other.version === version) === index,
    )
    // npm calls them dependencies of development, since the build puts them in.
    .map((component) => ({ ...component, properties: [] }));
  const missing = patterns.filter(
    (pattern) => typeof pattern === 'string' && !components.some(({ name }) => name === pattern),
  );
  if (missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')}.`);
  const unnoticed = components.filter((component) => !isNoticed(component, notices));
  if (unnoticed.length > 0) {
    const names = unnoticed.map(({ name, version }) => `${name} ${version}`);
    throw new Error(`THIRD_PARTY_NOTICES.md leaves out ${names.join(', ')}.`);
  }
  // npm takes the name of the folder.
  const component = { ...installed.metadata.component, name: packageName };
  const refs = components.map((kept) => kept['bom-ref']);
  const inside = installed.dependencies
    .filter(({ ref }) => refs.includes(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((other) => refs.includes(other)),
    }));
  return {
    ...installed,
    metadata: { ...installed.metadata, component },
    components,
    dependencies: [{ ref: component['bom-ref'], dependsOn: refs }, ...inside],
  };
}

/** Whether a heading of the notices names it: `ajv 8.20.0`, or a family such as `d3-*`. */
function isNoticed({ name, version }: Component, notices: string): boolean {
  const headings = [...notices.matchAll(/^## (.*)$/gm)].flatMap(([, text = '']) =>
    text.split(', '),
  );
  return headings.some((heading) => {
    const [named = '', ofVersion = ''] = heading.split(' ');
    return named.endsWith('*')
      ? name.startsWith(named.slice(0, -1))
      : named === name && ofVersion === version;
  });
}

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

/** `name version` of each package in the headings of THIRD_PARTY_NOTICES.md. */
export function noticed(notices: string): string[] {
  return [...notices.matchAll(/^## (.*)$/gm)].flatMap(([, heading = '']) => heading.split(', '));
}

/** Keeps what the notices name, in the versions that they name; refuses when one is not installed so. */
export function bomOfPackage(installed: Bom, notices: string, packageName: string): Bom {
  const wanted = noticed(notices);
  const components = installed.components
    .filter(
      ({ name, version }, index, all) =>
        wanted.includes(`${name} ${version}`) &&
        all.findIndex((other) => other.name === name && other.version === version) === index,
    )
    // npm calls them dependencies of development, since the build puts them in.
    .map((component) => ({ ...component, properties: [] }));
  const found = components.map(({ name, version }) => `${name} ${version}`);
  const missing = wanted.filter((name) => !found.includes(name));
  if (missing.length > 0) {
    throw new Error(
      `THIRD_PARTY_NOTICES.md names what is not installed in that version: ${missing.join(', ')}.`,
    );
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

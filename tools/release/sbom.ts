/**
 * A bill of materials (CycloneDX) of a published package: what installing it installs, and what is built into its
 * files. npm makes one of everything that is installed here, from which this takes what belongs to the package.
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

/** A package of ours, and what its manifest asks for. */
export interface Published {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
  /** Packages of others whose code is in the published files. */
  readonly builtIn: readonly string[];
}

/** @param own - All packages of ours: npm lists what the tests need among their dependencies, and this does not. */
export function bomOfPackage(installed: Bom, name: string, own: readonly Published[]): Bom {
  const refOf = ({ name: named, version }: Published): string => `${named}@${version}`;
  const published = own.find((one) => one.name === name);
  if (published === undefined) throw new Error(`${name} is no package of ours.`);

  const dependsOn = (ref: string): string[] => {
    const all = installed.dependencies
      .filter((dependency) => dependency.ref === ref)
      .flatMap((dependency) => dependency.dependsOn ?? []);
    const ours = own.find((one) => refOf(one) === ref);
    if (ours === undefined) return [...new Set(all)];
    const asked = [...ours.dependencies, ...ours.builtIn];
    const found = all.filter((other) => asked.includes(nameOf(other)));
    const missing = asked.filter((one) => !found.some((other) => nameOf(other) === one));
    if (missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')}.`);
    return [...new Set(found)];
  };

  const start = refOf(published);
  const edges = new Map<string, string[]>();
  const open = [start];
  for (const ref of open) {
    if (edges.has(ref)) continue;
    const next = dependsOn(ref);
    edges.set(ref, next);
    open.push(...next);
  }
  const others = new Set([...edges.keys()].filter((ref) => ref !== start));
  const components = [...others].map((ref) => componentOf(ref, installed, own));
  return {
    ...installed,
    // npm takes the name of the folder.
    metadata: {
      ...installed.metadata,
      component: {
        ...installed.metadata.component,
        name,
        version: published.version,
        'bom-ref': start,
      },
    },
    components,
    dependencies: [...edges].map(([ref, next]) => ({ ref, dependsOn: next })),
  };
}

/** `@scope/name@1.2.3` → `@scope/name`. */
const nameOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'));

function componentOf(ref: string, installed: Bom, own: readonly Published[]): Component {
  const found = installed.components.find((component) => component['bom-ref'] === ref);
  // npm calls some of them dependencies of development, since the tests use them too.
  if (found !== undefined) return { ...found, properties: [] };
  const ours = own.find(({ name, version }) => `${name}@${version}` === ref);
  if (ours === undefined) throw new Error(`npm does not list ${ref}.`);
  const { component } = installed.metadata;
  return { ...component, name: ours.name, version: ours.version, 'bom-ref': ref };
}

/** Refuses when the notices leave out what is built in, or name another version of it. */
export function checkNotices(bom: Bom, builtIn: readonly string[], notices: string): void {
  const headings = [...notices.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  const unnoticed = bom.components
    .filter(({ name }) => builtIn.includes(name))
    .map(({ name, version }) => `${name} ${version}`)
    .filter((heading) => !headings.includes(heading));
  if (unnoticed.length === 0) return;
  throw new Error(`THIRD_PARTY_NOTICES.md leaves out ${unnoticed.join(', ')}.`);
}

import { expect, test } from '@jest/globals';
import { type Bom, bomOfPackage } from '../sbom.ts';

const component = (name: string, version: string): Bom['components'][number] => {
  const properties = [{ name: 'cdx:npm:package:development', value: 'true' }];
  return { name, version, 'bom-ref': `${name}@${version}`, properties };
};

const installed: Bom = {
  metadata: { component: component('the-folder', '1.0.0') },
  components: [
    component('ajv', '8.20.0'),
    component('ajv', '6.0.0'),
    component('fast-uri', '3.1.9'),
    component('fast-uri', '3.1.9'),
    component('jest', '30.0.0'),
  ],
  dependencies: [
    { ref: 'the-folder@1.0.0', dependsOn: ['jest@30.0.0'] },
    { ref: 'ajv@8.20.0', dependsOn: ['fast-uri@3.1.9', 'jest@30.0.0'] },
    { ref: 'fast-uri@3.1.9' },
  ],
};

const notices = '# Notices\n\n## ajv 8.20.0, fast-uri 3.1.9\n\ntext\n\n## d3-*\n';
const versions: Record<string, string> = { ajv: '8.20.0', 'fast-uri': '3.1.9', 'd3-ease': '3.0.2' };
const versionOf = (name: string): string | undefined => versions[name];
const builtIn = { patterns: ['ajv', 'fast-uri'], versionOf };

test('it lists what is built in, and what that needs', () => {
  const bom = bomOfPackage(installed, builtIn, notices, 'minfraud-sdk');
  expect(bom.metadata.component.name).toBe('minfraud-sdk');
  expect(bom.components.map((kept) => [kept['bom-ref'], kept.properties])).toEqual([
    ['ajv@8.20.0', []],
    ['fast-uri@3.1.9', []],
  ]);
  expect(bom.dependencies).toEqual([
    { ref: 'the-folder@1.0.0', dependsOn: ['ajv@8.20.0', 'fast-uri@3.1.9'] },
    { ref: 'ajv@8.20.0', dependsOn: ['fast-uri@3.1.9'] },
    { ref: 'fast-uri@3.1.9', dependsOn: [] },
  ]);
});

test('families of packages are taken, and noticed, by the form of their names', () => {
  const components = [...installed.components, component('d3-ease', '3.0.2')];
  const family = { patterns: [/^d3-/], versionOf };
  const bom = bomOfPackage({ ...installed, components }, family, notices, 'minfraud-sdk');
  expect(bom.components.map(({ name }) => name)).toEqual(['d3-ease']);
});

test('a notice for another version, or none, is refused', () => {
  const stale = notices.replace('3.1.9', '3.0.0');
  expect(() => bomOfPackage(installed, builtIn, stale, 'minfraud-sdk')).toThrow(
    'THIRD_PARTY_NOTICES.md leaves out fast-uri 3.1.9.',
  );
});

test('what the build names and npm does not find is refused', () => {
  const unknown = { patterns: ['ajv', 'left-pad'], versionOf };
  expect(() => bomOfPackage(installed, unknown, notices, 'minfraud-sdk')).toThrow(
    'Not installed: left-pad.',
  );
});

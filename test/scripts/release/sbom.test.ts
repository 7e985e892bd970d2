import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Bom, bomOfPackage, noticed } from '../../../scripts/release/sbom.ts';

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

const notices = '# Notices\n\n## ajv 8.20.0, fast-uri 3.1.9\n\ntext\n';

test('it lists what is built in, and what that needs', () => {
  const bom = bomOfPackage(installed, notices, 'minfraud-sdk');
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

test('a notice for another version is refused', () => {
  const stale = notices.replace('3.1.9', '3.0.0');
  expect(() => bomOfPackage(installed, stale, 'minfraud-sdk')).toThrow(
    'THIRD_PARTY_NOTICES.md names what is not installed in that version: fast-uri 3.0.0.',
  );
});

test('the notices of this package name a version for each', () => {
  const names = noticed(readFileSync('THIRD_PARTY_NOTICES.md', 'utf8'));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !/^\S+ \d+\.\d+\.\d+$/.test(name))).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { type Bom, bomOfPackage, checkNotices, type Published } from '../sbom.ts';

const component = (name: string, version: string): Bom['components'][number] => {
  const properties = [{ name: 'cdx:npm:package:development', value: 'true' }];
  return { name, version, 'bom-ref': `${name}@${version}`, properties };
};

/** As npm writes it: the root is the SDK, under the name of the folder, with all that the tests need. */
const installed: Bom = {
  metadata: { component: { ...component('the-folder', '1.0.0'), 'bom-ref': 'sdk@1.0.0' } },
  components: [
    component('emulator', '1.0.0'),
    component('@noble/hashes', '2.4.0'),
    component('ajv', '8.20.0'),
    component('ajv', '6.0.0'),
    component('fast-uri', '3.1.9'),
    component('openapi-fetch', '0.17.0'),
    component('jest', '30.0.0'),
  ],
  dependencies: [
    {
      ref: 'sdk@1.0.0',
      dependsOn: [
        ...['jest@30.0.0', 'openapi-fetch@0.17.0', '@noble/hashes@2.4.0', 'emulator@1.0.0'],
        'ajv@6.0.0',
      ],
    },
    { ref: 'emulator@1.0.0', dependsOn: ['ajv@8.20.0', 'sdk@1.0.0'] },
    { ref: 'ajv@8.20.0', dependsOn: ['fast-uri@3.1.9'] },
    { ref: 'jest@30.0.0', dependsOn: ['ajv@6.0.0'] },
  ],
};

const own: readonly Published[] = [
  {
    name: 'sdk',
    version: '1.0.0',
    dependencies: ['openapi-fetch'],
    builtIn: ['@noble/hashes'],
  },
  { name: 'emulator', version: '1.0.0', dependencies: ['ajv', 'sdk'], builtIn: [] },
];

const refsOf = (bom: Bom): string[] => bom.components.map((kept) => kept['bom-ref']).sort();

test('it lists what is installed with the package and what is built in, and nothing of the tests', () => {
  const bom = bomOfPackage(installed, 'sdk', own);
  expect(bom.metadata.component).toMatchObject({ name: 'sdk', version: '1.0.0' });
  expect(refsOf(bom)).toEqual(['@noble/hashes@2.4.0', 'openapi-fetch@0.17.0']);
  expect(bom.components.map(({ properties }) => properties)).toEqual([[], []]);
});

test('it follows dependencies, packages of ours among them', () => {
  const bom = bomOfPackage(installed, 'emulator', own);
  expect(refsOf(bom)).toEqual([
    ...['@noble/hashes@2.4.0', 'ajv@8.20.0', 'fast-uri@3.1.9', 'openapi-fetch@0.17.0'],
    'sdk@1.0.0',
  ]);
  expect(bom.components.find(({ name }) => name === 'sdk')?.version).toBe('1.0.0');
  expect(bom.dependencies).toContainEqual({
    ref: 'emulator@1.0.0',
    dependsOn: ['ajv@8.20.0', 'sdk@1.0.0'],
  });
});

test('a dependency that npm does not find is refused', () => {
  const more = own.map((one) => ({ ...one, dependencies: [...one.dependencies, 'left-pad'] }));
  expect(() => bomOfPackage(installed, 'sdk', more)).toThrow('Not installed: left-pad.');
});

test('a notice for another version, or none, is refused', () => {
  const bom = bomOfPackage(installed, 'sdk', own);
  const check = (notices: string) => () => {
    checkNotices(bom, ['@noble/hashes'], notices);
  };
  expect(check('# Notices\n\n## @noble/hashes 2.4.0\n')).not.toThrow();
  expect(check('# Notices\n\n## @noble/hashes 2.3.0\n')).toThrow(
    'THIRD_PARTY_NOTICES.md leaves out @noble/hashes 2.4.0.',
  );
  expect(check('')).toThrow('leaves out');
});

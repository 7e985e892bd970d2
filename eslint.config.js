import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The rooms of `src/`, from the top down: a room imports from the rows below its own, and from no other.
 * `errors.ts`, `operation.ts` and `generated/` are at the bottom, for all.
 */
const layers = [
  ['legacy'],
  ['call'],
  ['request', 'transport', 'undici', 'opentelemetry', 'alerts', 'device'],
  ['failure'],
  ['options', 'response', 'email'],
  ['formats'],
];
/** The entries, which are above every room. */
const entries = ['index', 'client', 'runtime', 'wire', 'internal'];

/** What a room must not import, as patterns of relative paths. */
function above(row, room) {
  const others = [...layers.slice(0, row + 1).flat(), 'cli', 'emulator'].filter(
    (name) => name !== room,
  );
  return [
    ...others.flatMap((name) => [`../${name}/**`, `../../${name}/**`]),
    ...entries.flatMap((name) => [`../${name}.ts`, `../../${name}.ts`]),
  ];
}

const nodeOnly = { group: ['node:*'], message: 'This entry runs on every runtime.' };
const outside = {
  regex: '^(\\.\\./)+((src|packages|scripts|test|tools)/|(emulator|cli)/src/)',
  message: 'A package is imported by its name; what both need is in minfraud-sdk/internal.',
};

const rooms = layers.flatMap((row, index) =>
  row.map((room) => ({
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: above(index, room), message: `${room}/ is below it: imports point down.` },
            ...(room === 'undici' ? [] : [nodeOnly]),
          ],
        },
      ],
      ...(room !== 'undici' && {
        'no-restricted-globals': ['error', 'Buffer', '__dirname', 'require'],
      }),
    },
  })),
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'coverage/',
      '**/generated/',
      'site/',
      'release/',
      'tools/oracles/**/node_modules/',
      'tools/oracles/**/.venv/',
      'tools/languages/.work/',
      'tools/languages/*/**',
      '!tools/languages/test/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Isolated declarations ask for them where a value is no literal, such as Infinity.
      '@typescript-eslint/no-inferrable-types': [
        'error',
        { ignoreParameters: true, ignoreProperties: true },
      ],
      '@typescript-eslint/dot-notation': 'off', // TypeScript's noPropertyAccessFromIndexSignature asks for the opposite
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'packages/*/src/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'] })] },
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  {
    files: ['src/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [nodeOnly] }],
      'no-restricted-globals': ['error', 'Buffer', '__dirname', 'require'],
    },
  },
  ...rooms,
  {
    files: ['packages/*/src/**/*.ts'],
    // The command line builds the compiler in, which is not published otherwise.
    ignores: ['packages/cli/src/compiler.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [outside] }] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        Response: 'readonly',
        Request: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  prettier,
);

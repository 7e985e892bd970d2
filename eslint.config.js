import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** The entries that must run on every JavaScript runtime import nothing from Node. */
const portable = ['src/**/*.ts'];
const nodeOnly = ['src/emulator/**/*.ts', 'src/undici/**/*.ts', 'src/cli/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'generated/',
      'site/',
      'oracles/**/node_modules/',
      'oracles/**/.venv/',
      'languages/*/',
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
      '@typescript-eslint/dot-notation': 'off', // TypeScript's noPropertyAccessFromIndexSignature asks for the opposite
    },
  },
  {
    files: portable,
    ignores: nodeOnly,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'This entry runs on every runtime.' }] },
      ],
      'no-restricted-globals': ['error', 'Buffer', '__dirname', 'require'],
    },
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

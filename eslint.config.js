import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import ts from 'typescript-eslint';
import { houseRules } from './tools/lint-rules/house-rules.mjs';
import { browserImports, busImports, depConstraints, privateParts, testingImports } from './tools/boundaries.mjs';

export default [
  { ignores: ['dist/', 'node_modules/', '.nx/', '.isegoria/', 'tools/boundaries/fixtures/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' },
    },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  ...houseRules,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }] },
  },
  {
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.ts', 'libs/testing/**'],
    rules: { 'no-restricted-imports': ['error', testingImports] },
  },
  {
    files: ['{apps,libs}/**/*.ts'],
    ignores: ['**/*spec.ts', '**/*.fixture.ts', 'libs/testing/**', 'libs/messaging/**'],
    rules: { 'no-restricted-imports': ['error', { ...testingImports, ...busImports }] },
  },
  {
    files: ['**/*.ts'],
    ignores: ['libs/event-store-wire/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', privateParts] },
  },
  { files: ['**/*.texts.ts'], rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] } },
  {
    files: ['**/*.island.ts', '**/*.pure.ts', 'libs/merkle-log/src/**/*.ts'],
    ignores: ['**/*spec.ts', '**/*.fixture.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', browserImports] },
  },
];

import regexp from 'eslint-plugin-regexp';
import { absentOrNull } from './absent-or-null.mjs';
import { contexts, floors } from './floors.mjs';
import { noImportCircle } from './no-import-circle.mjs';
import { noRawErrors } from './no-raw-errors.mjs';
import { smallFolders } from './small-folders.mjs';
import { steadyCallbacks } from './steady-callbacks.mjs';

const code = ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.js'];

/** A sentence or an SQL statement in a template stays on its line, because a break would be part of it. */
const shortLines = { code: 140, tabWidth: 2, ignoreUrls: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true };

/** How the house is written, beside who may import whom. */
export const houseRules = [
  {
    files: code,
    rules: { 'max-len': ['error', shortLines] },
  },
  {
    files: code,
    plugins: { isegoria: { rules: { 'no-import-circle': noImportCircle, 'small-folders': smallFolders, floors } } },
    rules: { 'isegoria/no-import-circle': 'error', 'isegoria/small-folders': 'error' },
  },
  {
    files: [`libs/{${contexts}}/src/**/*.{ts,tsx}`, '**/*.decider.ts'],
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.{ts,tsx}'],
    rules: { 'isegoria/floors': 'error' },
  },
  {
    files: ['libs/**/*.contract.ts', 'libs/contracts/**/*.ts', 'libs/kernel/**/*.ts'],
    plugins: { members: { rules: { 'absent-or-null': absentOrNull } } },
    rules: { 'members/absent-or-null': 'error' },
  },
  {
    // What is answered by hand forgets to say that nothing was changed.
    files: ['libs/**/*.{controller,service}.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ['id', 'position'].reduce(
            (both, name) => `${both}:has(> Property[key.name="${name}"])`,
            'ReturnStatement > ObjectExpression[properties.length=2]',
          ),
          message: 'Answer by `acceptedAs` (@isegoria/event-sourcing), which says where nothing was changed.',
        },
      ],
    },
  },
  {
    // A text that somebody wrote for it can make such an expression take hours (CWE-1333).
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.{ts,tsx}', 'libs/testing/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.{ts,tsx}', '**/*.island.ts', '**/forms/browser/*.ts', 'libs/testing/**'],
    plugins: { steady: { rules: { callbacks: steadyCallbacks } } },
    rules: { 'steady/callbacks': 'error' },
  },
  {
    // Programs that answer to whoever typed a command tell that person everything, on their own terminal.
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.{ts,tsx}', 'libs/testing/**', 'apps/auditor/**', '**/main.ts', '**/serve.ts'],
    plugins: { logs: { rules: { 'no-raw-errors': noRawErrors } } },
    rules: { 'logs/no-raw-errors': 'error' },
  },
];

import regexp from 'eslint-plugin-regexp';
import { noImportCircle } from './no-import-circle.mjs';
import { steadyCallbacks } from './steady-callbacks.mjs';

/** Folders whose files are being moved; the list shrinks to nothing as they come to rest, and goes then. */
const onTheMove = [
  ...['auditor', 'consultations', 'content', 'feedback', 'gateway', 'identity', 'portal', 'projector', 'standalone'].map(
    (name) => `apps/${name}/**`,
  ),
  ...['contracts', 'event-sourcing', 'messaging', 'privacy', 'projection', 'read-models', 'service-host', 'ui'].map(
    (name) => `libs/${name}/**`,
  ),
];

/** Circles that are mended with the pages they are in; goes with them. */
const circlesOnTheMove = ['apps/portal/src/**'];

const code = ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.js'];

/** A sentence or an SQL statement in a template stays on its line, because a break would be part of it. */
const shortLines = { code: 140, tabWidth: 2, ignoreUrls: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true };

/** How the house is written, beside who may import whom. */
export const houseRules = [
  {
    files: code,
    ignores: onTheMove,
    rules: { 'max-len': ['error', shortLines] },
  },
  {
    files: code,
    ignores: circlesOnTheMove,
    plugins: { isegoria: { rules: { 'no-import-circle': noImportCircle } } },
    rules: { 'isegoria/no-import-circle': 'error' },
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
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.{ts,tsx}', '**/*.island.ts', 'libs/testing/**'],
    plugins: { steady: { rules: { callbacks: steadyCallbacks } } },
    rules: { 'steady/callbacks': 'error' },
  },
];

import { contexts, floors } from './floors.mjs';
import { noImportCircle } from './no-import-circle.mjs';

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
    plugins: { isegoria: { rules: { 'no-import-circle': noImportCircle, floors } } },
    rules: { 'isegoria/no-import-circle': 'error' },
  },
  {
    files: [`libs/{${contexts}}/src/**/*.{ts,tsx}`, '**/*.decider.ts'],
    ignores: ['**/*spec.{ts,tsx}', '**/*.fixture.{ts,tsx}'],
    rules: { 'isegoria/floors': 'error' },
  },
];

import { noImportCircle } from './no-import-circle.mjs';

/** Circles that are mended with the pages they are in; goes with them. */
const circlesOnTheMove = ['apps/portal/src/**'];

const code = ['**/*.ts', '**/*.tsx', '**/*.mjs', '**/*.js'];

/** How the house is written, beside who may import whom. */
export const houseRules = [
  {
    files: code,
    ignores: circlesOnTheMove,
    plugins: { isegoria: { rules: { 'no-import-circle': noImportCircle } } },
    rules: { 'isegoria/no-import-circle': 'error' },
  },
];

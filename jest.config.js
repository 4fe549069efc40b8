import preset from './jest.preset.js';

const lanes = {
  unit: ['**/*.spec.ts', '**/*.spec.tsx'],
  integration: ['**/*.int-spec.ts', '**/*.int-spec.tsx'],
  'end-to-end': ['**/*.e2e-spec.ts'],
  browser: ['**/*.browser-spec.ts'],
};
const lane = process.env.TEST_LANE;

export default {
  ...preset,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  setupFiles: ['<rootDir>/tools/jest/own-broker.mjs'],
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
  globalSetup: '<rootDir>/tools/jest/postgres-start.mjs',
  globalTeardown: '<rootDir>/tools/jest/postgres-stop.mjs',
  testMatch: lane ? lanes[lane] : Object.values(lanes).flat(),
  testTimeout: lane === 'end-to-end' || lane === 'browser' ? 180_000 : 90_000,
};

/**
 * One Jest setting for every project: ESM TypeScript compiled by SWC (esbuild emits no decorator metadata),
 * and specs named by what they need: `.spec` is pure, `.int-spec` uses real parts, `.e2e-spec` the whole
 * platform, `.browser-spec` chromium as well.
 */
export default {
  testEnvironment: '<rootDir>/tools/jest/one-realm.mjs',
  runtime: '<rootDir>/tools/jest/runtime.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@isegoria/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@isegoria/([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.isegoria'],
};

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { makeCertificates } from './certificates';

export interface PreparedSuite {
  /** The copy of packages/test, to be removed afterwards. */
  readonly folder: string;
  /** A bundle that runs one event store, behind TLS where it is asked to. */
  readonly node: string;
  /** The folder of the certificates it then has. */
  readonly certificates: string;
  /** Whether the checkout brings the packages that the tests of the client's tracing need. */
  readonly hasTracing: boolean;
}

/** Of this repository: the program runs from dist/conformance. */
export const root = resolve(import.meta.dirname, '../..');
const here = join(root, 'tools/conformance/src/suite');

/** Names that Jest 30 has changed since the suite was written for Jest 27. */
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/\.toBeCalled\b/g, '.toHaveBeenCalled'],
  [/\.toBeCalledTimes\b/g, '.toHaveBeenCalledTimes'],
  [/\.toBeCalledWith\b/g, '.toHaveBeenCalledWith'],
  [/\.toThrowError\b/g, '.toThrow'],
  [/https:\/\/goo\.gl\/fbAQLP/, 'https://jestjs.io/docs/snapshot-testing'],
  [
    /import NodeEnvironment = require\("jest-environment-node"\);/,
    'const { TestEnvironment: NodeEnvironment } = require("jest-environment-node");',
  ],
];

/** Copies the suite to a folder of its own, puts our cluster helper in the place of its own, and leaves the docker preflight out. */
export async function prepareSuite(checkout: string): Promise<PreparedSuite> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  cpSync(join(checkout, 'packages/test/src'), join(folder, 'src'), { recursive: true });
  for (const part of ['src', 'package.json'])
    cpSync(join(checkout, 'packages/opentelemetry', part), join(folder, 'tracing', part), { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(ts|snap)$/.test(file)) renameForJest30(join(folder, file));
  for (const file of ['Cluster.ts', 'linking-projection.ts']) cpSync(join(here, file), join(folder, 'src/utils', file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(jestConfig(folder, checkout)));
  const certificates = join(folder, 'certificates');
  makeCertificates(certificates);
  const hasTracing = existsSync(join(checkout, 'node_modules/@opentelemetry/sdk-trace-node'));
  return { folder, node: await bundleNode(), certificates, hasTracing };
}

function renameForJest30(path: string): void {
  const before = readFileSync(path, 'utf8');
  const after = RENAMED.reduce((text, [from, to]) => text.replace(from, to), before);
  if (after !== before) writeFileSync(path, after);
}

/** Within node_modules, so that the bundle finds the packages it imports. */
async function bundleNode(): Promise<string> {
  const outfile = join(root, 'node_modules/.cache/isegoria/conformance-node.mjs');
  mkdirSync(join(outfile, '..'), { recursive: true });
  await build({
    entryPoints: [join(root, 'tools/conformance/src/node/main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

function jestConfig(folder: string, checkout: string): object {
  return {
    rootDir: folder,
    // What is a test of the suite is for the suite to say.
    testMatch: (createRequire(import.meta.url)(join(checkout, 'packages/test/jest.config.js')) as { testMatch: string[] }).testMatch,
    testTimeout: 60_000,
    transform: {
      '\\.ts$': [
        join(root, 'node_modules/@swc/jest'),
        { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } }, module: { type: 'commonjs' } },
      ],
    },
    moduleNameMapper: {
      '^@test-utils$': '<rootDir>/src/utils',
      // The published packages hold what a build of the checkout makes.
      // Only the checkout has all of them, and two copies of one do not know each other's spans.
      '^@opentelemetry/(.*)$': join(checkout, 'node_modules/@opentelemetry/$1'),
      '^@eventstore/opentelemetry$': '<rootDir>/tracing/src/index.ts',
      '^@eventstore/opentelemetry/dist/(.*)$': '<rootDir>/tracing/src/$1.ts',
      '^@eventstore/db-client$': join(root, 'node_modules/@eventstore/db-client/dist/index.js'),
    },
    // The defaults of Jest 27, in which the suite's snapshots are written.
    snapshotFormat: { escapeString: true, printBasicPrototype: true },
  };
}

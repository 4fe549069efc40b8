import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root, type PreparedSuite } from './prepare-suite';

export interface JestFile {
  /** Why the file could not be run, where it has no tests. */
  readonly message: string;
  readonly assertionResults: readonly JestTest[];
}

export interface JestTest {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

/** @returns the paths of all files that the suite itself takes for tests, below its `src` */
export async function testFiles(suite: PreparedSuite): Promise<string[]> {
  const jest = startJest(suite, ['--listTests', '--json'], 'pipe');
  const paths = JSON.parse(await text(jest.stdout!)) as string[];
  return paths.map(belowSource).sort();
}

/** A test that leaves something open would keep Jest from ending. */
const TO_THE_END = ['--runInBand', '--ci', '--json', '--forceExit'];

/** Runs those files one after the other. @returns what came of each that was run. @throws a sentence when Jest ends without a report */
export async function runFiles(suite: PreparedSuite, files: readonly string[]): Promise<Map<string, JestFile>> {
  const report = join(suite.folder, 'report.json');
  const paths = files.map((file) => join(suite.folder, 'src', file));
  const jest = startJest(suite, [...TO_THE_END, `--outputFile=${report}`, '--runTestsByPath', ...paths], 'ignore');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => jest.kill(signal));
  await once(jest, 'exit');
  if (!existsSync(report)) throw new Error('Jest ended without a report; see the lines above.');
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as { testResults: (JestFile & { name: string })[] };
  return new Map(testResults.map((result) => [belowSource(result.name), result]));
}

const belowSource = (path: string): string => path.slice(path.lastIndexOf('/src/') + 5);

function startJest({ folder, node, certificates }: PreparedSuite, args: readonly string[], stdout: 'pipe' | 'ignore') {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  return spawn(process.execPath, [jest, '--config', join(folder, 'jest.config.json'), ...args], {
    cwd: folder,
    env: { ...process.env, CONFORMANCE_NODE: node, CONFORMANCE_CERTIFICATES: certificates },
    stdio: ['ignore', stdout, 'inherit'],
  });
}

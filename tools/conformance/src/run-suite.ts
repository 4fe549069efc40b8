import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeclaredAbsent, reasonNotToAsk, reasonNotToRun } from './scope';
import { root, type PreparedSuite } from './prepare-suite';

export interface FileResult {
  /** Below packages/test/src. */
  readonly file: string;
  readonly passed: number;
  readonly skipped: number;
  /** The tests that met what the store declares not to have. */
  readonly absent: readonly string[];
  /** The full names of the tests that failed; the file's own error where it could not run. */
  readonly failed: readonly string[];
  /** Tests of the file that are not asked of the store, each with the reason. */
  readonly notAsked: readonly string[];
  /** Why the file was not run. */
  readonly leftOut?: string;
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the files one after the other, each on a store of its own. @returns a result for each file that matches the pattern */
export async function runSuite({ folder, server, hasTracing }: PreparedSuite, pattern: string): Promise<FileResult[]> {
  const source = join(folder, 'src');
  const wanted = new RegExp(pattern);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => isTest(file) && wanted.test(file));
  const chosen = files.sort().filter((file) => reasonNotToRun(file, hasTracing) === undefined);
  const leftOut = files.flatMap((file) => {
    const reason = reasonNotToRun(file, hasTracing);
    return reason === undefined ? [] : [{ file, passed: 0, skipped: 0, absent: [], failed: [], notAsked: [], leftOut: reason }];
  });
  if (chosen.length === 0) return leftOut;
  const report = await runJest(folder, server, chosen);
  const ran = report.testResults.map(({ name, message, assertionResults }): FileResult => {
    const file = name.slice(name.lastIndexOf('/src/') + 5);
    const count = (status: string) => assertionResults.filter((test) => test.status === status).length;
    const notAsked = assertionResults.filter(({ fullName }) => reasonNotToAsk(file, fullName) !== undefined);
    const broken = assertionResults.filter((test) => test.status === 'failed' && !notAsked.includes(test));
    // What passes is asked: so the list cannot say what is no longer so.
    const passes = notAsked
      .filter(({ status }) => status === 'passed')
      .map(({ fullName }) => `${fullName} (it passes, and is said not to)`);
    const absent = broken.filter(({ failureMessages }) => failureMessages.some(isDeclaredAbsent));
    const failed = broken.filter((test) => !absent.includes(test));
    const names = (tests: typeof broken) => tests.map(({ fullName }) => fullName);
    return {
      file,
      passed: count('passed'),
      skipped: count('pending'),
      absent: names(absent),
      failed: assertionResults.length === 0 ? [message.trim()] : [...names(failed), ...passes],
      notAsked: notAsked.map(({ fullName }) => `${fullName}: ${reasonNotToAsk(file, fullName)}`),
    };
  });
  return [...ran.sort((a, b) => (a.file < b.file ? -1 : 1)), ...leftOut];
}

/** As the suite's own configuration names them. */
const isTest = (file: string): boolean => /\.test\.ts$|^samples\/[^/]+\.ts$/.test(file);

async function runJest(folder: string, server: string, files: readonly string[]): Promise<JestReport> {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const args = [
    '--config',
    join(folder, 'jest.config.json'),
    '--runInBand',
    '--ci',
    '--json',
    `--outputFile=${report}`,
    '--runTestsByPath',
  ];
  const paths = files.map((file) => join(folder, 'src', file));
  const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args, ...paths], {
    cwd: folder,
    env: { ...process.env, CONFORMANCE_SERVER: server },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  // A test that leaves something open would keep Jest from ending; its report is written before.
  const watch = setInterval(() => existsSync(report) && setTimeout(() => child.kill(), 10_000), 5_000);
  await new Promise((ended) => child.once('exit', ended));
  clearInterval(watch);
  if (!existsSync(report)) throw new Error('Jest ended without a report; see the lines above.');
  return JSON.parse(readFileSync(report, 'utf8')) as JestReport;
}

import { runFiles, testFiles } from './jest';
import { LEFT_OUT } from './left-out';
import type { PreparedSuite } from './prepare-suite';
import { namedInVain, resultsOf, type FileResult } from './results';

/** Runs the files one after the other, each on a store of its own. @returns a result for each file that matches the pattern */
export async function runSuite(suite: PreparedSuite, pattern: string): Promise<FileResult[]> {
  const all = await testFiles(suite);
  const wanted = all.filter((file) => new RegExp(pattern).test(file));
  const files = wanted.filter((file) => suite.hasTracing || !isOfTracing(file));
  const ran = files.length === 0 ? new Map() : await runFiles(suite, files);
  return [...resultsOf(files, ran, LEFT_OUT), ...wanted.filter((file) => !files.includes(file)).map(notRun), ...namedInVain(all, LEFT_OUT)];
}

const isOfTracing = (file: string): boolean => file.startsWith('opentelemetry/');

const notRun = (file: string): FileResult => ({
  file,
  passed: 0,
  skipped: 0,
  leftOut: [],
  failed: [],
  notRun: 'needs OpenTelemetry 1, which the checkout has not; ours is another',
});

import type { JestFile } from './jest';
import type { LeftOut } from './left-out';

export interface FileResult {
  /** Below packages/test/src. */
  readonly file: string;
  readonly passed: number;
  /** What the suite skips of a file that it runs: what other versions of the server do. */
  readonly skipped: number;
  /** The tests that ask for what the store has not, by the reason. */
  readonly leftOut: readonly { readonly test: string; readonly reason: string }[];
  /** The full names of the tests that failed, and what is not true of the names in `left-out`. */
  readonly failed: readonly string[];
  /** Why the file could not be run here. */
  readonly notRun?: string;
}

/**
 * @param files every file of the suite that was to be run
 * @param ran what Jest says of those that it ran
 * @returns a result for each file; one that was not run has failed
 */
export function resultsOf(files: readonly string[], ran: ReadonlyMap<string, JestFile>, leftOut: readonly LeftOut[]): FileResult[] {
  return files.map((file) => {
    const names = leftOut.filter((entry) => entry.files.includes(file));
    const found = ran.get(file);
    return found ? resultOf(file, found, names) : { file, passed: 0, skipped: 0, leftOut: [], failed: ['It was not run.'] };
  });
}

/** @returns a failure for each file that is named and that the suite has not */
export function namedInVain(files: readonly string[], leftOut: readonly LeftOut[]): FileResult[] {
  const named = new Set(leftOut.flatMap((entry) => entry.files));
  return [...named]
    .filter((file) => !files.includes(file))
    .map((file) => ({ file, passed: 0, skipped: 0, leftOut: [], failed: ['It is named as left out, and the suite has no such file.'] }));
}

function resultOf(file: string, { message, assertionResults }: JestFile, names: readonly LeftOut[]): FileResult {
  const having = (status: string) => assertionResults.filter((test) => test.status === status);
  const isSkipped = assertionResults.length > 0 && having('pending').length === assertionResults.length;
  const judged = having(isSkipped ? 'pending' : 'failed').map((test) => ({
    test: test.fullName,
    entry: names.find(({ sign }) => (isSkipped ? !sign : sign && test.failureMessages.some((text) => sign.test(text)))),
  }));
  const untrue = names
    .filter((name) => !judged.some(({ entry }) => entry === name))
    .map(({ reason }) => `It is named as left out, and no test of it asks for ${reason}.`);
  const unnamed = judged.flatMap(({ test, entry }) => (entry ? [] : [isSkipped ? `${test} (skipped with its whole file)` : test]));
  return {
    file,
    passed: having('passed').length,
    skipped: isSkipped ? 0 : having('pending').length,
    leftOut: judged.flatMap(({ test, entry }) => (entry ? [{ test, reason: entry.reason }] : [])),
    failed: assertionResults.length === 0 ? [message.trim()] : [...unnamed, ...untrue],
  };
}

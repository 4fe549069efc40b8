import type { FileResult } from './results';

/** A line a file, its failures named below it, and then what was left out, by the reason. */
export function table(results: readonly FileResult[]): string {
  const width = Math.max(4, ...results.map(({ file }) => file.length));
  const row = (file: string, cells: readonly string[]) => `${file.padEnd(width)}  ${cells.map((cell) => cell.padStart(8)).join('  ')}`;
  const lines = [row('file', ['passed', 'failed', 'left out', 'skipped'])];
  for (const { file, passed, failed, leftOut, skipped, notRun } of results) {
    if (notRun === undefined) lines.push(row(file, [passed, failed.length, leftOut.length, skipped].map(String)));
    else lines.push(`${file.padEnd(width)}  not run: it ${notRun}`);
    for (const name of failed) lines.push(`    failed: ${name}`);
  }
  return [...lines, '', ...reasons(results)].join('\n');
}

function reasons(results: readonly FileResult[]): string[] {
  const all = results.flatMap(({ file, leftOut }) => leftOut.map(({ test, reason }) => ({ file, test, reason })));
  return [...new Set(all.map(({ reason }) => reason))].flatMap((reason) => {
    const tests = all.filter((one) => one.reason === reason);
    return [`${tests.length} ask for ${reason}`, ...tests.map(({ file, test }) => `    ${file}: ${test}`)];
  });
}

/** What the tests that look at links owe to the harness. */
const NOTE = 'The links that "resolve link tos" reads are appended by the harness, in the place of the projection that the store has not.';

/** The sums of the whole run. */
export function verdict(results: readonly FileResult[]): string {
  const sum = (count: (result: FileResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const [passed, failed] = [sum((result) => result.passed), sum((result) => result.failed.length)];
  const [leftOut, skipped] = [sum((result) => result.leftOut.length), sum((result) => result.skipped)];
  const note = results.some((result) => result.passed > 0 && /^streams\/read/.test(result.file)) ? `${NOTE}\n` : '';
  return `${note}${passed} passed, ${failed} failed, ${leftOut} left out, ${skipped} skipped by the suite itself`;
}

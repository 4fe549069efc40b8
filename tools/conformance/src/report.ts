import type { FileResult } from './run-suite';

/** A line a file, its failures named below it, and the files that were left out with the reason. */
export function table(results: readonly FileResult[]): string {
  const width = Math.max(4, ...results.map(({ file }) => file.length));
  const row = (file: string, cells: readonly string[]) => `${file.padEnd(width)}  ${cells.map((cell) => cell.padStart(7)).join('  ')}`;
  const lines = [row('file', ['passed', 'failed', 'absent', 'skipped'])];
  for (const { file, passed, failed, absent, notAsked, skipped, leftOut } of results) {
    lines.push(
      leftOut === undefined
        ? row(file, [passed, failed.length, absent.length, skipped].map(String))
        : `${file.padEnd(width)}  left out: ${leftOut}`,
    );
    for (const name of failed) lines.push(`    failed: ${name}`);
    for (const name of absent) lines.push(`    absent: ${name}`);
    for (const name of notAsked) lines.push(`    not asked: ${name}`);
  }
  return lines.join('\n');
}

/** What the tests that look at links owe to the harness. */
const NOTE = 'The links that "resolve link tos" reads are appended by the harness, in the place of the projection that the store has not.';

/** The sums; "absent" are tests that met what the store declares not to have. */
export function verdict(results: readonly FileResult[]): string {
  const sum = (count: (result: FileResult) => number) => results.reduce((total, result) => total + count(result), 0);
  const ran = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed.length)} failed`;
  const note = results.some(({ file, passed }) => passed > 0 && /^streams\/read/.test(file)) ? `${NOTE}\n` : '';
  return `${note}${ran}, ${sum(({ absent }) => absent.length)} of what the store declares absent, ${sum(({ skipped }) => skipped)} skipped by the suite itself`;
}

import { SingleBar } from 'cli-progress';
import { readCommandLine } from './command-line';
import { Finding, exitCodes } from '@isegoria/audit-kit';
import { help } from './help';
import { run } from './run';
import type { Progress } from './tree/read-log';

const json = process.argv.includes('--json');
const bar = new SingleBar({
  format: '  {bar} {value}/{total} entries, {eta} s left',
  hideCursor: true,
  noTTYOutput: false,
  clearOnComplete: true,
});

/** The progress bar goes to standard error, and only if somebody sees it. */
const progress: Progress = {
  reading(done, total) {
    if (json || !process.stderr.isTTY) return;
    if (!bar.isActive) bar.start(total, done);
    bar.setTotal(total);
    bar.update(done);
  },
};

/** What a site says must reach the terminal only as text. */
const harmless = (text: string) => text.replace(/(?!\n)\p{C}/gu, '?');

try {
  const options = readCommandLine(process.argv.slice(2));
  if (options.help) console.log(help);
  else {
    const { lines, json: report } = await run(options, progress);
    bar.stop();
    console.log(json ? JSON.stringify({ verified: true, exitCode: exitCodes.verified, ...report }) : harmless(lines.join('\n')));
  }
} catch (error) {
  bar.stop();
  const finding = error instanceof Finding ? error : new Finding('cannotRun', `The audit failed: ${(error as Error).message}`);
  const sentence = finding.message.replace(/\p{C}/gu, '?');
  const { kind, exitCode, index = null } = finding;
  if (json) console.log(JSON.stringify({ verified: false, exitCode, kind, finding: sentence, index }));
  else console.error(`${kind === 'cannotRun' ? 'Not audited' : 'NOT VERIFIED'}: ${sentence}`);
  process.exitCode = exitCode;
}

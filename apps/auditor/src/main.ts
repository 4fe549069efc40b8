import { SingleBar } from 'cli-progress';
import { audit, type AuditReport, type Progress } from './audit';
import { help, readCommandLine } from './command-line';
import { Finding, exitCodes } from './finding';

const json = process.argv.includes('--json');
const bar = new SingleBar({ format: '  {bar} {value}/{total} entries, {eta} s left', hideCursor: true, noTTYOutput: false, clearOnComplete: true });

/** The bar goes to standard error, and only where somebody sees it. */
const progress: Progress = {
  reading(done, total) {
    if (json || !process.stderr.isTTY) return;
    if (!bar.isActive) bar.start(total, done);
    bar.setTotal(total);
    bar.update(done);
  },
};

try {
  const options = readCommandLine(process.argv.slice(2));
  if (options.help) console.log(help);
  else {
    const report = await audit(options, progress);
    bar.stop();
    console.log(json ? JSON.stringify({ verified: true, exitCode: exitCodes.verified, ...report }) : summary(report));
  }
} catch (error) {
  bar.stop();
  const finding = error instanceof Finding ? error : new Finding('cannotRun', `The audit failed: ${(error as Error).message}`);
  // What the site says must not reach the terminal as anything but text.
  const sentence = finding.message.replace(/\p{C}/gu, '?');
  if (json) console.log(JSON.stringify({ verified: false, exitCode: finding.exitCode, kind: finding.kind, finding: sentence }));
  else console.error(`${finding.kind === 'cannotRun' ? 'Not audited' : 'NOT VERIFIED'}: ${sentence}`);
  process.exitCode = finding.exitCode;
}

function summary(report: AuditReport): string {
  const trust = {
    pinned: 'the key that you named',
    remembered: 'the key of your last audit',
    'first-use': 'the key that the site shows now (first audit: compare it with the one published elsewhere, or name that with --key)',
  };
  return [
    `VERIFIED: ${report.url}`,
    `  log            ${report.origin}`,
    `  key            ${report.key}`,
    `                 trusted as ${trust[report.keyTrust]}`,
    `  entries        ${report.entries} in ${report.streams} streams, no gap; ${report.bodies} with their bodies, the others as leaves`,
    `  tree root      ${report.root}, as signed`,
    `  history        ${report.continues === null ? 'first audit: nothing earlier to compare with' : `continues the ${report.continues} entries of the last audit`}`,
    `  recount        ${report.consultations} consultations: ${report.figures} figures equal, ${report.opinionMaps} opinion maps equal to the last digit`,
    `  took           ${report.seconds} s, ${report.entriesPerSecond} entries a second`,
  ].join('\n');
}

import { SingleBar } from 'cli-progress';
import { backupFolder, DamagedStore, restoreFolder, verifyFolder, type Progress, type Verification } from '@isegoria/embedded-event-store';
import { help, readOptions, type Options } from './options';

const findingsShown = 50;
const exitCodes = { done: 0, damaged: 1, notDone: 2 };

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(help);
    return exitCodes.done;
  }
  const bar = new ProgressBar();
  const verification = await carryOut(options, (progress) => bar.show(progress)).finally(() => bar.stop());
  report(options, verification);
  return verification.findingCount === 0 ? exitCodes.done : exitCodes.damaged;
}

function carryOut({ command, from, to }: Options, onProgress: (progress: Progress) => void): Promise<Verification> {
  if (command === 'verify') return verifyFolder(from, { onProgress });
  return command === 'backup' ? backupFolder(from, to, { onProgress }) : restoreFolder(from, to, { onProgress });
}

function report({ command, from, to }: Options, { events, streams, findings, findingCount }: Verification): void {
  for (const { sentence } of findings.slice(0, findingsShown)) console.log(`DAMAGED: ${asText(sentence)}`);
  if (findingCount > findingsShown) console.log(`... and ${findingCount - findingsShown} more findings.`);
  if (findingCount > 0) return console.log(`NOT SOUND: ${from}. Restore a backup.`);
  const size = `${events} events in ${streams} streams, every one as it was written`;
  console.log(command === 'verify' ? `SOUND: ${from}, ${size}.` : `Copied to ${to} and verified: ${size}.`);
}

/** What clients named their streams must not reach the terminal as anything but text. */
const asText = (sentence: string): string => sentence.replace(/\p{C}/gu, '?');

/** On standard error, and only where somebody sees it; one step after another. */
class ProgressBar {
  private readonly bar = new SingleBar({
    format: '  {step} {bar} {value}/{total}, {eta_formatted} left',
    hideCursor: true,
    clearOnComplete: true,
  });
  private step: string | undefined;

  show({ step, done, total }: Progress): void {
    if (!process.stderr.isTTY) return;
    if (this.step !== step) {
      this.bar.stop();
      this.bar.start(total, done, { step: step.padEnd(7) });
      this.step = step;
    }
    this.bar.setTotal(total);
    this.bar.update(done);
  }

  stop(): void {
    this.bar.stop();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    console.error(asText(error.message));
    process.exitCode = error instanceof DamagedStore ? exitCodes.damaged : exitCodes.notDone;
  },
);

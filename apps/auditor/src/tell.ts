import { openLog, rememberHead } from './checkpoint/opened-log';
import type { AuditOptions } from './command-line';
import type { Told } from './replay/replay';
import { differenceBetween, replayAt } from './replay/replay';
import type { Source } from './source/source';
import { readLog, type Progress } from './tree/read-log';
import { RebuiltLog } from './tree/rebuilt-log';

/** Reads and verifies the log, and tells what --as-of, or --from and --to, ask for. @throws Finding the first thing that is wrong */
export async function tell(source: Source, options: AuditOptions, progress: Progress): Promise<Told> {
  const { asOf, from, to, consultation } = options;
  const teller = options.command === 'replay' ? replayAt(asOf!, consultation) : differenceBetween(from!, to!, consultation);
  const opened = await openLog(source, options);
  const { trusted, seen, witnesses } = opened;
  const log = new RebuiltLog(source.isLive && options.token !== undefined);
  const reading = { source, trusted, seen, witnesses, log, requiresQuorum: options.requireQuorum, wait: options.wait, progress };
  const read = await readLog({ ...reading, take: (entry) => teller.take(entry), isEnough: async () => true });
  await rememberHead(opened, source, read);
  return teller.told();
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Rejection, limits } from '@isegoria/kernel';
import { setting } from '@isegoria/service-host';
import { boundedWork } from '@isegoria/steady';
import type { SentFile, Visit } from '../session/visit';
import type { Outcome } from './reading/outcome';
import type { ToRead } from './reading/read';

/** Milliseconds that a file may take; the longest text takes less than one of them. */
const mostTime = 10_000;
/** MiB. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

const inTurn = boundedWork({ atOnce: 1, mostWaiting: 4, patience: mostTime * 2, refusal: () => new Rejection('UNAVAILABLE') });

/** A file that was sent to be read, and what came of it. */
export interface FileRead {
  readonly field: string;
  readonly name: string;
  readonly outcome: Outcome;
}

/** Reads the files of a form that are not to be kept but read, from fields whose names end with `.asDocument`; they are files no longer. */
export async function documentsRead(visit: Visit): Promise<FileRead[]> {
  const isToRead = ({ field }: SentFile) => field.endsWith('.asDocument');
  const toRead = visit.files.filter(isToRead);
  visit.files = visit.files.filter((file) => !isToRead(file));
  if (toRead.length > 0) visit.mustBePermitted('consult');
  const read: FileRead[] = [];
  for (const file of toRead) {
    // Whoever sends one file that takes all the time there is gets none for a second one.
    const gaveUp = read.some(({ outcome }) => 'unread' in outcome && outcome.unread === 'tooMuch');
    const outcome: Outcome = gaveUp ? { unread: 'busy' } : await readDocument(file);
    read.push({ field: file.field, name: file.name.slice(0, limits.nameLength), outcome });
  }
  return read;
}

/** Reads a text out of a file that somebody sent: in a thread of its own, whose time and memory end with it. */
async function readDocument({ bytes, name, isTooLarge }: SentFile): Promise<Outcome> {
  if (isTooLarge) return { unread: 'tooLarge' };
  if (bytes.length === 0) return { unread: 'empty' };
  try {
    return await inTurn(() => inThread({ bytes, name, mostCharacters: limits.documentLength }));
  } catch (error) {
    if (error instanceof Rejection) return { unread: 'busy' };
    throw error;
  }
}

async function inThread(file: ToRead): Promise<Outcome> {
  const worker = new Worker(setting('DOCUMENT_WORKER', ''), { workerData: file, resourceLimits, env: {}, execArgv: [] });
  try {
    const [outcome] = (await once(worker, 'message', { signal: AbortSignal.timeout(mostTime) })) as [Outcome];
    return outcome;
  } catch (error) {
    if (['ERR_WORKER_OUT_OF_MEMORY', 'ABORT_ERR'].includes((error as NodeJS.ErrnoException).code ?? '')) return { unread: 'tooMuch' };
    throw error;
  } finally {
    await worker.terminate();
  }
}

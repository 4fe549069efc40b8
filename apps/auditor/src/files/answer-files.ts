import { createHash } from 'node:crypto';
import { Finding, eventIn, type Entry } from '@isegoria/audit-kit';
import { addressOf, fetchSealedFile, type AnswersGiven } from '@isegoria/contracts';
import type { Source } from '../source/source';
import { api } from '../words/ask';

interface NamedFile {
  readonly activityId: string;
  readonly file: string;
  readonly seq: number;
}

/** Files fetched at once: each is held in memory while its hash is computed. */
const atOnce = 2;

/**
 * The files with which people answered surveys, for auditors by role, who get the answers that name them: whether the site still has their
 * sealed bytes, as they were. Nobody can read these here; they last when a person is erased, and only the key to them ends.
 */
export class AnswerFiles {
  private readonly named = new Map<string, NamedFile>();

  take(entry: Entry): void {
    const event = eventIn<AnswersGiven>(entry);
    if (event?.type !== 'AnswersGiven') return;
    const { activityId, answers } = event.data;
    for (const answer of Object.values(answers))
      if (isFile(answer)) this.named.set(answer.file, { activityId, file: answer.file, seq: entry.seq });
  }

  /**
   * Fetches each and compares its hash.
   * @returns how many are as the log says; null where only others may see them
   * @throws Finding file
   */
  async check(source: Source, isAuditor: boolean): Promise<number | null> {
    if (!source.isLive || !isAuditor) return null;
    const files = [...this.named.values()];
    for (let at = 0; at < files.length; at += atOnce) await Promise.all(files.slice(at, at + atOnce).map((one) => checkFile(source, one)));
    return files.length;
  }
}

/** A row of a matrix may be called anything, but what it has is text. */
function isFile(answer: unknown): answer is { readonly file: string } {
  return typeof answer === 'object' && answer !== null && 'details' in answer && typeof answer.details === 'object' && 'file' in answer;
}

async function checkFile(source: Source, { activityId, file, seq }: NamedFile): Promise<void> {
  const path = api + addressOf(fetchSealedFile.route, { activityId, file });
  const bytes = await source.bytes(path);
  if (!bytes) throw new Finding('file', `Entry ${seq} names the file ${file} as an answer, and ${source.url}${path} does not give it.`, seq);
  const given = createHash('sha256').update(bytes).digest('hex');
  if (given !== file) throw new Finding('file', `Entry ${seq} names the file ${file} as an answer, and the site gives another, ${given}.`, seq);
}

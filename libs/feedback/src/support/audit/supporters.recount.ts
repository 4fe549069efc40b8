import { CompactTable, said, saltedHash, type Entry, type Fields } from '@isegoria/audit-kit';
import { counted, eachLevel } from '@isegoria/consultations';
import { rankOf, usuallyCountsFrom, type AssuranceLevel } from '@isegoria/kernel';
import type { SupportCast } from '../support.contract';
import type { Supported } from '../supported.contract';

interface Known {
  readonly seq: number;
  readonly counts: number[];
}

/** Who supports what, each person once, by the last word: some 12 bytes a person and thing. */
export class Supporters {
  /** Of each person and thing: one more than the rank of the level at which the person supports it, or that it was taken back. */
  private readonly last = new CompactTable();
  private readonly known = new Map<string, Known>();
  private readonly countsFrom = new Map<string, AssuranceLevel>();

  /** A consultation says once from which level it counts. */
  count(consultationId: string, from: AssuranceLevel): void {
    if (!this.countsFrom.has(consultationId)) this.countsFrom.set(consultationId, from);
  }

  take({ seq }: Pick<Entry, 'seq'>, { itemId, supporter, supports, assurance }: SupportCast['data']): void {
    const key = saltedHash(`${itemId} ${supporter}`);
    const before = this.last.get(...key);
    const counts = this.known.get(itemId)?.counts ?? [];
    const now = supports ? rankOf(assurance) + 1 : takenBack;
    if (before !== 0 && before !== takenBack) counts[before - 1]! -= 1;
    if (now !== takenBack) counts[now - 1] = (counts[now - 1] ?? 0) + 1;
    this.last.set(...key, now);
    this.known.set(itemId, { seq, counts });
  }

  /** What an answer must say of a thing. @param seq of the entry in which the thing was written */
  of(itemId: string, consultationId: string | null, seq: number): Pick<Fields<Supported>, 'support' | 'supporters'> {
    const { counts, seq: last } = this.known.get(itemId) ?? { counts: [], seq };
    const support = eachLevel((_, rank) => counts[rank] ?? 0);
    const from = (consultationId === null ? undefined : this.countsFrom.get(consultationId)) ?? usuallyCountsFrom;
    return { support: said({ seq: last }, support), supporters: said({ seq: last }, counted(support, from)) } as never;
  }
}

const takenBack = 255;

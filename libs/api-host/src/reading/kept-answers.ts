import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ReadModelsAdvanced } from '@isegoria/messaging';
import { steady } from '@isegoria/steady';
import type { ReadPosition } from './read-position';
import type { Broadcasts } from '../request/broadcasts';

/** An answer as it goes over the wire, made once for everybody. */
export interface CachedAnswer {
  readonly body: Buffer;
  /** A weak validator, since the same answer may be sent compressed (RFC 9110 section 8.8.3). */
  readonly etag: string;
  /** The log position that the body states. */
  readonly position: number;
}

/** @param id that of the consultation or activity which the answer is about */
export type Compute = (id: string) => Promise<{ readonly position: number }>;

interface Making {
  readonly compute: Compute;
  /** The groups of read models that all answers are made from. */
  readonly reads: readonly string[];
  readonly readPosition: ReadPosition;
  readonly broadcasts: Broadcasts;
}

/** A net under lost broadcasts, in milliseconds. */
const keptFor = 2_000;

/**
 * Keeps the answers about consultations, or activities, until something of one changes: a broadcast names what changed. Readers who ask
 * while an answer is being computed wait for that one.
 */
export class KeptAnswers {
  private readonly answers = new LRUCache<string, Promise<CachedAnswer>>({ max: 500, ttl: keptFor });

  constructor(private readonly making: Making) {
    const { reads, broadcasts } = making;
    const advanced = ({ group, changed }: ReadModelsAdvanced) => {
      if (reads.includes(group)) changed.forEach((id) => this.answers.delete(id));
    };
    broadcasts.on('advanced', steady(advanced));
    // Somebody's words are gone, and no figure says where.
    broadcasts.on('accountErased', () => this.answers.clear());
    broadcasts.on('gap', () => this.answers.clear());
  }

  /**
   * @param after a position that the read models are known to include; the answer is never from before it
   * @throws what computing it throws; nothing is kept then
   */
  async of(id: string, after?: number): Promise<CachedAnswer> {
    const kept = this.answers.get(id);
    if (!kept) return this.renew(id);
    // Broadcasts up to `after` were heard, and none named this id since the answer was begun: it still holds.
    if (after === undefined || after <= this.making.readPosition.heard(this.making.reads)) return kept;
    const answer = await kept;
    return answer.position >= after ? answer : this.renew(id);
  }

  private renew(id: string): Promise<CachedAnswer> {
    const answer = this.making.compute(id).then(answerOf);
    this.answers.set(id, answer);
    answer.catch(() => this.answers.get(id) === answer && this.answers.delete(id));
    return answer;
  }
}

function answerOf(result: { readonly position: number }): CachedAnswer {
  const body = Buffer.from(JSON.stringify(result));
  return { body, etag: `W/"${hash('sha256', body, 'base64url')}"`, position: result.position };
}

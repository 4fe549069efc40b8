import { Inject, Injectable } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
import { SubjectKeys, inOneForm } from '@isegoria/privacy';
import type { EntityManager } from 'typeorm';
import { Tables } from '../../../../tables.service';
import { withoutHidden } from '../../questionnaire/conditions.pure';
import { questionsOf, type Answers } from '../../questionnaire/questionnaire.pure';
import type { Responding, SentAnswers } from '../responses.service';

/** For how many days answers are kept that nobody has gone on with. */
const keptDays = 180;

/** Answers that are kept, and what the response commits to that they were begun from: null where none had been sent. */
export interface Kept {
  readonly answers: Answers;
  readonly based: string | null;
}

/** From what somebody goes on. */
export interface Begun {
  /** Whether they were shown both what was sent and what is kept, and go on with what is kept. */
  readonly isFromNow?: boolean;
  /** What the response commits to that stood when their page was shown; empty for none. Absent where that is not known. */
  readonly upon?: string;
}

/**
 * Answers to surveys that somebody goes on with later or on another device. They are in no log, sealed under the person's key, so that
 * they end with it, and are forgotten once they are sent or too old.
 */
@Injectable()
export class KeptAnswers {
  private readonly sent: { readonly place: Responding; readonly answers: Answers }[] = [];
  private forgetting: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  of(place: Responding): Promise<Kept | undefined> {
    return this.in(this.tables.dataSource, place);
  }

  /**
   * Puts answers beside those that are kept, or in their place, one change after the other: two tabs on two pages of a survey lose nothing
   * to each other. @param sent what to begin from where nothing is kept; a response that is sent later puts nothing in place of what is
   * kept, and what is kept says that it was begun before
   */
  async keep(place: Responding, changed: Answers, sent?: SentAnswers, { isFromNow = false, upon }: Begun = {}): Promise<Kept> {
    const { accountId, activityId, questionnaire } = place;
    return this.tables.dataSource.transaction(async (rows) => {
      await this.lock(rows, place);
      const last = { answers: sent?.answers ?? {}, based: sent?.commitment ?? null };
      const before = (await this.in(rows, place)) ?? last;
      const isStale = upon !== undefined && (upon || null) !== last.based;
      const based = isFromNow ? last.based : isStale ? upon || null : before.based;
      const all = { ...before.answers, ...changed };
      const answers = Object.fromEntries(
        questionsOf(questionnaire).flatMap(({ id }) => (Object.hasOwn(all, id) && (all[id] ?? null) !== null ? [[id, all[id]]] : [])),
      ) as Answers;
      const text = JSON.stringify([based, answers, place.own]);
      if (Buffer.byteLength(text) > limits.requestBytes) throw new Rejection('BODY_TOO_LARGE');
      const sealed = await this.keys.sealKept(this.placeOf(place), text);
      await rows.query(
        `INSERT INTO consultations.kept_answers (activity_id, account_id, answers, kept_on) VALUES ($1, $2, $3, current_date)
         ON CONFLICT (activity_id, account_id) DO UPDATE SET answers = excluded.answers, kept_on = excluded.kept_on`,
        [activityId, accountId, sealed],
      );
      await rows.query('DELETE FROM consultations.kept_answers WHERE kept_on < current_date - $1::int', [keptDays]);
      return { answers, based };
    });
  }

  /** When somebody was shown both, and goes on with what was sent. What somebody else keeps in the same place stays. */
  async drop(place: Responding): Promise<void> {
    await this.tables.dataSource.transaction(async (rows) => {
      await this.lock(rows, place);
      if (!(await this.in(rows, place))) return;
      const { activityId, accountId } = place;
      await rows.query('DELETE FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2', [activityId, accountId]);
    });
  }

  /**
   * Once they are sent. One statement runs at a time, and the next is for all that are sent meanwhile: a rush of responses costs few. What
   * somebody typed meanwhile, in another tab or on another device, stays. @param answers what was sent
   */
  forget(place: Responding, answers: Answers): Promise<void> {
    this.sent.push({ place, answers });
    this.next ??= this.forgetting
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return (this.forgetting = this.forgetSent());
      });
    return this.next;
  }

  private async forgetSent(): Promise<void> {
    const sent = this.sent.splice(0);
    const asked = sent.map(({ place: { activityId, accountId } }) => ({ activity_id: activityId, account_id: accountId }));
    const found = await this.tables.dataSource.query<{ activity_id: string; account_id: string; answers: string }[]>(
      `SELECT kept.* FROM consultations.kept_answers kept
         JOIN json_to_recordset($1) AS sent (activity_id uuid, account_id uuid) USING (activity_id, account_id)`,
      [JSON.stringify(asked)],
    );
    for (const { activity_id: activityId, account_id: accountId, answers: sealed } of found) {
      const one = sent.findLast(({ place }) => place.activityId === activityId && place.accountId === accountId);
      if (!one) continue;
      const kept = await this.opened(one.place, sealed);
      if (!kept) continue;
      const form = (answers: Answers) => inOneForm(withoutHidden(one.place.questionnaire, answers));
      // What is changed between the two is another text.
      if (form(kept.answers) === form(one.answers))
        await this.tables.dataSource.query(
          'DELETE FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2 AND answers = $3',
          [activityId, accountId, sealed],
        );
    }
  }

  private lock(rows: EntityManager, { activityId, accountId }: Responding): Promise<unknown> {
    return rows.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`kept answers ${activityId} ${accountId}`]);
  }

  private async in(rows: Pick<EntityManager, 'query'>, place: Responding): Promise<Kept | undefined> {
    const { accountId, activityId } = place;
    const [found] = await rows.query<{ answers: string }[]>(
      'SELECT answers FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2',
      [activityId, accountId],
    );
    return found && this.opened(place, found.answers);
  }

  /** Undefined for what somebody else kept in the same place. */
  private async opened(place: Responding, sealed: string): Promise<Kept | undefined> {
    const kept = await this.keys.openKept(this.placeOf(place), sealed);
    if (kept.state !== 'open') return { answers: {}, based: null };
    const said = JSON.parse(kept.text) as unknown;
    const [based, answers, own] = Array.isArray(said) ? (said as [string | null, Answers, string?]) : keptBefore(place, said);
    return (own ?? undefined) === place.own ? { answers, based } : undefined;
  }

  private placeOf({ accountId, activityId }: Responding) {
    return { personId: accountId, purpose: `answers to ${activityId}` };
  }
}

/** As it was written before it was known from what answers were begun. */
function keptBefore(place: Responding, said: unknown): [null, Answers, string?] {
  if (place.own === undefined) return [null, said as Answers];
  const { own, answers } = said as { readonly own: string; readonly answers: Answers };
  return [null, answers, own];
}

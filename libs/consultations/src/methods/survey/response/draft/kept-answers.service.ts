import { Inject, Injectable } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
import { SubjectKeys, inOneForm } from '@isegoria/privacy';
import type { EntityManager } from 'typeorm';
import { Tables } from '../../../../tables.service';
import { withoutHidden } from '../../questionnaire/conditions.pure';
import { questionsOf, type Answers } from '../../questionnaire/questionnaire.pure';
import type { Responding } from '../responses.service';

/** For how many days answers are kept that nobody has gone on with. */
const keptDays = 180;

/**
 * Answers to surveys that somebody goes on with later or on another device. They are in no log, sealed under the person's key, so that
 * they end with it, and are forgotten once they are sent or too old.
 */
@Injectable()
export class KeptAnswers {
  private readonly sent: { readonly place: Responding; readonly answers: Answers }[] = [];
  private forgetting: Promise<void> | undefined;

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  of(place: Responding): Promise<Answers | undefined> {
    return this.in(this.tables.dataSource, place);
  }

  /**
   * Puts answers beside those that are kept, or in their place, one change after the other: two tabs on two pages of a survey lose nothing
   * to each other. @param begin the answers to begin with where none are kept
   */
  async keep(place: Responding, changed: Answers, begin: Answers): Promise<Answers> {
    const { accountId, activityId, questionnaire } = place;
    return this.tables.dataSource.transaction(async (rows) => {
      await this.lock(rows, place);
      const before = (await this.in(rows, place)) ?? begin;
      const all = { ...before, ...changed };
      const answers = Object.fromEntries(
        questionsOf(questionnaire).flatMap(({ id }) => (Object.hasOwn(all, id) && (all[id] ?? null) !== null ? [[id, all[id]]] : [])),
      ) as Answers;
      const text = JSON.stringify(place.own === undefined ? answers : { own: place.own, answers });
      if (Buffer.byteLength(text) > limits.requestBytes) throw new Rejection('BODY_TOO_LARGE');
      const sealed = await this.keys.sealKept(this.placeOf(place), text);
      await rows.query(
        `INSERT INTO consultations.kept_answers (activity_id, account_id, answers, kept_on) VALUES ($1, $2, $3, current_date)
         ON CONFLICT (activity_id, account_id) DO UPDATE SET answers = excluded.answers, kept_on = excluded.kept_on`,
        [activityId, accountId, sealed],
      );
      await rows.query('DELETE FROM consultations.kept_answers WHERE kept_on < current_date - $1::int', [keptDays]);
      return answers;
    });
  }

  /**
   * Once they are sent; at once for all that are sent in one turn of the event loop: a rush of responses costs few statements. What
   * somebody typed meanwhile, in another tab or on another device, stays. @param answers what was sent
   */
  async forget(place: Responding, answers: Answers): Promise<void> {
    this.forgetting ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.forgetSent());
    this.sent.push({ place, answers });
    await this.forgetting;
  }

  private async forgetSent(): Promise<void> {
    const sent = this.sent.splice(0);
    this.forgetting = undefined;
    const asked = sent.map(({ place: { activityId, accountId } }) => ({ activity_id: activityId, account_id: accountId }));
    const found = await this.tables.dataSource.query<{ activity_id: string; account_id: string; answers: string }[]>(
      `SELECT kept.* FROM consultations.kept_answers kept
         JOIN json_to_recordset($1) AS sent (activity_id uuid, account_id uuid) USING (activity_id, account_id)`,
      [JSON.stringify(asked)],
    );
    for (const { activity_id: activityId, account_id: accountId, answers: sealed } of found) {
      const one = sent.findLast(({ place }) => place.activityId === activityId && place.accountId === accountId);
      if (!one) continue;
      const kept = (await this.opened(one.place, sealed)) ?? {};
      const form = (answers: Answers) => inOneForm(withoutHidden(one.place.questionnaire, answers));
      // What is changed between the two is another text.
      if (form(kept) === form(one.answers))
        await this.tables.dataSource.query(
          'DELETE FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2 AND answers = $3',
          [activityId, accountId, sealed],
        );
    }
  }

  private lock(rows: EntityManager, { activityId, accountId }: Responding): Promise<unknown> {
    return rows.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`kept answers ${activityId} ${accountId}`]);
  }

  private async in(rows: Pick<EntityManager, 'query'>, place: Responding): Promise<Answers | undefined> {
    const { accountId, activityId } = place;
    const [found] = await rows.query<{ answers: string }[]>(
      'SELECT answers FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2',
      [activityId, accountId],
    );
    return found && this.opened(place, found.answers);
  }

  /** Undefined for what somebody else kept in the same place. */
  private async opened(place: Responding, sealed: string): Promise<Answers | undefined> {
    const kept = await this.keys.openKept(this.placeOf(place), sealed);
    if (kept.state !== 'open') return {};
    const said = JSON.parse(kept.text) as unknown;
    if (place.own === undefined) return said as Answers;
    const { own, answers } = said as { readonly own: string; readonly answers: Answers };
    return own === place.own ? answers : undefined;
  }

  private placeOf({ accountId, activityId }: Responding) {
    return { personId: accountId, purpose: `answers to ${activityId}` };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Rejection, limits } from '@isegoria/kernel';
import { SubjectKeys } from '@isegoria/privacy';
import { Tables } from '../../../../tables.service';
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
  private readonly sent: { readonly account_id: string; readonly activity_id: string }[] = [];
  private forgetting: Promise<void> | undefined;

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
  ) {}

  async of({ accountId, activityId }: Responding): Promise<Answers | undefined> {
    const [found] = await this.tables.dataSource.query<{ answers: string }[]>(
      'SELECT answers FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2',
      [activityId, accountId],
    );
    return found && this.opened({ accountId, activityId }, found.answers);
  }

  /**
   * Puts answers beside those that are kept, or in their place, one change after the other: two tabs on two pages of a survey lose nothing
   * to each other. @param begin the answers to begin with where none are kept
   */
  async keep(place: Responding, changed: Answers, begin: Answers): Promise<Answers> {
    const { accountId, activityId, questionnaire } = place;
    return this.tables.dataSource.transaction(async (rows) => {
      await rows.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`kept answers ${activityId} ${accountId}`]);
      const [found] = await rows.query<{ answers: string }[]>(
        'SELECT answers FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2',
        [activityId, accountId],
      );
      const before = found ? await this.opened(place, found.answers) : begin;
      const all = { ...before, ...changed };
      const answers = Object.fromEntries(
        questionsOf(questionnaire).flatMap(({ id }) => (Object.hasOwn(all, id) && (all[id] ?? null) !== null ? [[id, all[id]]] : [])),
      ) as Answers;
      const text = JSON.stringify(answers);
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

  /** Once they are sent; at once for all that are sent in one turn of the event loop: a rush of responses costs few statements. */
  async forget({ accountId, activityId }: Responding): Promise<void> {
    this.forgetting ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.forgetSent());
    this.sent.push({ account_id: accountId, activity_id: activityId });
    await this.forgetting;
  }

  private async forgetSent(): Promise<void> {
    const sent = JSON.stringify(this.sent.splice(0));
    this.forgetting = undefined;
    await this.tables.dataSource.query(
      `DELETE FROM consultations.kept_answers kept USING json_to_recordset($1) AS sent (activity_id uuid, account_id uuid)
       WHERE kept.activity_id = sent.activity_id AND kept.account_id = sent.account_id`,
      [sent],
    );
  }

  private async opened(place: Pick<Responding, 'accountId' | 'activityId'>, sealed: string): Promise<Answers> {
    const kept = await this.keys.openKept(this.placeOf(place), sealed);
    return kept.state === 'open' ? (JSON.parse(kept.text) as Answers) : {};
  }

  private placeOf({ accountId, activityId }: Pick<Responding, 'accountId' | 'activityId'>) {
    return { personId: accountId, purpose: `answers to ${activityId}` };
  }
}

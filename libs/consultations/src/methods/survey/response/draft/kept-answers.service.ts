import { Inject, Injectable } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import { SubjectKeys, inOneForm } from '@isegoria/privacy';
import type { EntityManager } from 'typeorm';
import { Tables } from '../../../../tables.service';
import { fitsItsField } from '../../questionnaire/answers.pure';
import { own, withoutHidden } from '../../questionnaire/conditions.pure';
import { questionsOf, type Answers } from '../../questionnaire/questionnaire.pure';
import type { AnswersUsed, DraftedAnswers } from '../response.contract';
import type { Upon } from '../response.decider';
import type { Responding, SentAnswers } from '../responses.service';
import { keptBeside } from './beside.pure';
import { onlyAsMuchAsIsKept } from './room.service';
import { readWritten, written, type Written } from './written.pure';
import { begun, chosen, ownResponse, versionOf, withAside, type Kept } from './own-response.service';

/** For how many days answers are kept that nobody has gone on with. */
const keptDays = 180;

/** What is kept in one place: by whoever asks, and by others, who are shown nothing of one another. */
interface Found {
  readonly kept?: Kept;
  readonly others: readonly Written[];
}

/** Answers that were not sent, and what was sent in their place. */
interface Overtaken {
  readonly place: Responding;
  readonly answers: Answers;
  readonly upon: Upon | undefined;
  readonly sent: SentAnswers | undefined;
}

/** From what somebody goes on. */
export type Begun = Pick<DraftedAnswers, 'use' | 'upon' | 'version' | 'versions'>;

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

  async of(place: Responding): Promise<Kept | undefined> {
    return (await this.in(this.tables.dataSource, place)).kept;
  }

  /**
   * Puts answers among those that are kept, one change after the other: two tabs or devices lose nothing to each other. Where somebody was
   * shown two of them, what they chose comes first. @param sent what to begin from where nothing is kept; a response that is sent later
   * puts nothing in place of what is kept, and what is kept says that it was begun before
   * @throws Rejection VALIDATION_FAILED; VERSION_CHANGED with the member that was left out and would say what was seen
   */
  async keep(place: Responding, changed: Answers, sent: SentAnswers | undefined, how: Begun = {}): Promise<Kept | undefined> {
    mustFitTheirFields(place, changed);
    return this.tables.dataSource.transaction(async (rows) => {
      await this.lock(rows, place);
      const found = await this.in(rows, place);
      const kept = how.use ? await this.choose(rows, place, { found, sent, use: how.use, version: how.version }) : found.kept;
      if (how.use && Object.keys(changed).length === 0) return kept;
      const before = begun(place, kept, sent);
      const isStale = how.upon !== undefined && (how.upon || null) !== (sent?.commitment ?? null) && how.use !== 'kept';
      if (!how.versions) onlyInPlaceOfNothing(before.all, changed);
      const beside = keptBeside(before.all, changed, how.versions ?? {}, versionOf);
      const all = beside.map((answers) => asked(place, answers));
      const based = isStale ? how.upon || null : before.based;
      // What was sent already is not kept: there is nothing to go on with.
      const isAsSent = sent !== undefined && all.every((answers) => inOneForm(answers) === inOneForm(asked(place, sent.answers)));
      if (!isAsSent) onlyAsMuchAsIsKept(place.questionnaire, all, changed);
      return this.write(rows, place, found.others, isAsSent ? undefined : { all: all as [Answers, ...Answers[]], based });
    });
  }

  /**
   * Waits until answers are sent. Where others were sent from elsewhere meanwhile, they are kept aside of those, whole: neither they nor
   * what is kept by then is lost, and the person says which of them count. Whoever left out what they were begun upon is told so, and has
   * them still. @throws Rejection what sending throws, VERSION_CHANGED then
   */
  async orAside<Done>(sending: Promise<Done>, aside: () => Promise<Overtaken>): Promise<Done> {
    try {
      return await sending;
    } catch (refused) {
      if (refused instanceof Rejection && refused.code === 'VERSION_CHANGED' && !refused.details.field) await this.setAside(await aside());
      throw refused;
    }
  }

  private setAside({ place, answers, upon, sent }: Overtaken): Promise<Kept> {
    return this.tables.dataSource.transaction(async (rows) => {
      await this.lock(rows, place);
      const { kept, others } = await this.in(rows, place);
      const begun = { answers: asked(place, answers), based: upon ?? null };
      const all = withAside(place, kept, sent, begun);
      onlyAsMuchAsIsKept(place.questionnaire, all.all, begun.answers);
      return this.write(rows, place, others, all);
    });
  }

  /** Nothing where it is another choice by now. */
  private async choose(
    rows: EntityManager,
    place: Responding,
    { found, sent, use, version }: { found: Found; sent?: SentAnswers; use: AnswersUsed; version?: string },
  ): Promise<Kept | undefined> {
    const { kept, others } = found;
    const shown = ownResponse(place, kept, sent);
    if (!kept || !shown.aside) return kept;
    if (version === undefined) throw new Rejection('VERSION_CHANGED', { field: 'version' });
    if (version !== shown.version) return kept;
    return this.write(rows, place, others, chosen(place, kept, sent, use));
  }

  private async write<Left extends Kept | undefined>(
    rows: EntityManager,
    place: Responding,
    others: readonly Written[],
    kept: Left,
  ): Promise<Left> {
    const { accountId, activityId, own = null } = place;
    const [first, ...beside] = kept?.all ?? [{}];
    const mine: Written | undefined = kept && [kept.based, first, own, ...beside];
    const text = written(mine, others);
    if (text === undefined)
      await rows.query('DELETE FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2', [activityId, accountId]);
    else
      await rows.query(
        `INSERT INTO consultations.kept_answers (activity_id, account_id, answers, kept_on) VALUES ($1, $2, $3, current_date)
         ON CONFLICT (activity_id, account_id) DO UPDATE SET answers = excluded.answers, kept_on = excluded.kept_on`,
        [activityId, accountId, await this.keys.sealKept(this.placeOf(place), text)],
      );
    await rows.query('DELETE FROM consultations.kept_answers WHERE kept_on < current_date - $1::int', [keptDays]);
    return kept;
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
      const { kept, others } = await this.opened(one.place, sealed);
      const form = (answers: Answers) => inOneForm(withoutHidden(one.place.questionnaire, answers));
      if (!kept?.all.every((answers) => form(answers) === form(one.answers))) continue;
      const left = written(undefined, others);
      // What is changed between the two is another text.
      await this.tables.dataSource.query(
        `${left === undefined ? 'DELETE FROM consultations.kept_answers' : 'UPDATE consultations.kept_answers SET answers = $4'}
         WHERE activity_id = $1 AND account_id = $2 AND answers = $3`,
        [activityId, accountId, sealed, ...(left === undefined ? [] : [await this.keys.sealKept(this.placeOf(one.place), left)])],
      );
    }
  }

  private lock(rows: EntityManager, { activityId, accountId }: Responding): Promise<unknown> {
    return rows.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`kept answers ${activityId} ${accountId}`]);
  }

  private async in(rows: Pick<EntityManager, 'query'>, place: Responding): Promise<Found> {
    const { accountId, activityId } = place;
    const [found] = await rows.query<{ answers: string }[]>(
      'SELECT answers FROM consultations.kept_answers WHERE activity_id = $1 AND account_id = $2',
      [activityId, accountId],
    );
    return found ? this.opened(place, found.answers) : { others: [] };
  }

  private async opened(place: Responding, sealed: string): Promise<Found> {
    const text = await this.keys.openKept(this.placeOf(place), sealed);
    if (text.state !== 'open') return { kept: { all: [{}], based: null }, others: [] };
    const { fit = (answers: Answers) => answers, own: theirs = null } = place;
    const all = readWritten(text.text);
    const mine = all.find(([, , own]) => (own ?? null) === theirs);
    const others = all.filter((one) => one !== mine);
    if (!mine) return { others };
    const [based, first, , ...beside] = mine;
    return { kept: { all: [fit(first), ...beside.map(fit)], based }, others };
  }

  private placeOf({ accountId, activityId }: Responding) {
    return { personId: accountId, purpose: `answers to ${activityId}` };
  }
}

/** What is kept need not be right, but a page must show it as it is: sent untouched, it would change the answer. */
function mustFitTheirFields({ questionnaire }: Responding, answers: Answers): void {
  const broken = questionsOf(questionnaire).find((question) => !fitsItsField(question, own(answers, question.id) ?? ''));
  if (broken) throw new Rejection('VALIDATION_FAILED', { field: `answers.${broken.id}`, params: { constraint: 'isOneLine' } });
}

/** Policy: whoever does not say which answers they saw takes the place of none, and takes none back. @throws Rejection VERSION_CHANGED */
function onlyInPlaceOfNothing(all: readonly Answers[], changed: Answers): void {
  const isAnother = (id: string, answer: Answers[string] | undefined) => ![undefined, versionOf(changed[id])].includes(versionOf(answer));
  const isUnseen = Object.keys(changed).some((id) => all.some((answers) => isAnother(id, own(answers, id))));
  if (isUnseen) throw new Rejection('VERSION_CHANGED', { field: 'versions' });
}

/** The answers to what the questionnaire asks; null takes one back. */
function asked({ questionnaire }: Responding, answers: Answers): Answers {
  const given = questionsOf(questionnaire).filter(({ id }) => Object.hasOwn(answers, id) && (answers[id] ?? null) !== null);
  return Object.fromEntries(given.map(({ id }) => [id, answers[id]]));
}

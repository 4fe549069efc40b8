import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { SealedWords, saltedCommitment } from '@isegoria/audit-kit';
import { uuidFrom } from '@isegoria/event-sourcing';
import type { AssuranceLevel } from '@isegoria/kernel';
import { pseudonym, type DraftedActivity, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { Stance } from '../../official-answer/official-answer.contract';
import { myBallot } from '../../ballot/my-ballot.read-model';
import type { ActivityDrafted } from '../../activity/activity.contract';
import { readContributions } from '../../export/contributions/contributions.read-model';
import { activityById } from '../../activity/visible-activity.read-model';
import { consultationResults } from '../../results/results.read-model';
import { ActivityRecount } from '../../results/results.recount';
import type { CountedEvent } from '../method/method.recount';
import type { Unanswered } from './paper/unanswered/unanswered.pure';
import { answersBy } from './answers-by/answers-by.read-model';
import type { Questionnaire } from './questionnaire/questionnaire.pure';
import type { ActivityResults } from '../../results/results.contract';
import type { RecordedAnswers } from './response/response.contract';
import { textsAnswered } from './written/answered/text-coverage.read-model';
import type { ListListedTexts, TextDecision } from './written/written-text.contract';
import { deskTexts, listedOfAll, mustStand, ownTexts, writtenTexts } from './written/rows/written-text.read-model';
import { waitingTexts } from './written/waiting/waiting-texts.read-model';
import type { QuotaPlaces, SurveySettings } from './survey.contract';
import type { SurveyResults } from './results/survey-results.contract';

/** A survey on a stage: what the site shows of it must be what an auditor counts. */
export async function surveyedOn(stage: ReadModelStage, questionnaire: Questionnaire, quotaPlaces: QuotaPlaces | null = 'standing') {
  const settings: SurveySettings = { questionnaire, ...(quotaPlaces && { quotaPlaces }) };
  const { consultationId, activityId } = await stage.drafted([[{ method: 'survey', settings } as unknown as DraftedActivity]]);
  const place = { consultationId, activityId };
  const recount = new ActivityRecount({ activityId, method: 'survey', settings } as ActivityDrafted['data'], 'email');
  let isClosed = false;
  const happened = async (stream: string, type: string, data: object) => {
    await stage.record(stream, { type, data } as never);
    const metadata = { at: '2026-03-01T00:00:00.000Z' };
    recount.take({ type, data, metadata, recordedAt: metadata.at, position: 0 } as unknown as CountedEvent, isClosed);
  };
  const give = async (voter: string, answers: RecordedAnswers, unanswered: Unanswered = {}) => {
    const salt = '11'.repeat(32);
    const commitment = saltedCommitment(salt, Object.keys(unanswered).length > 0 ? [answers, unanswered] : answers);
    await happened(`response-${activityId}-${voter}`, 'AnswersGiven', { ...place, voter, answers, unanswered, salt, commitment });
    return commitment;
  };
  const name = (voter: string, answers: string, assurance: AssuranceLevel = 'email') =>
    happened(`ballot-${activityId}-${voter}`, 'ResponseSubmitted', { ...place, voter, answers, assurance });
  const exported = async (contents: 'responses' | 'test-answers' | 'listed-texts') => {
    await stage.projected();
    const rows: (readonly (string | null)[])[] = [];
    const wanted = { consultationId, activityId, contents, forModerator: false };
    await readContributions(stage.dataSource, stage.keys, wanted, async (file) => {
      for await (const row of file.rows) rows.push(row);
    });
    return rows;
  };
  const own = ({ answers, answersState, beyondQuota, channels, smallestGroup, participants }: ActivityResults) => ({
    ...{ answers, answersState, beyondQuota, channels, smallestGroup, participants },
  });
  const shownNow = async () =>
    own((await consultationResults(stage.dataSource, stage.keys, consultationId))!.activities[0]!);
  const recounted = (closed: boolean) => own(recount.results(closed) as unknown as ActivityResults);
  return {
    place,
    exported,
    /** Answers by which the staff try it. */
    test: (by: string, answers: RecordedAnswers) =>
      happened(`survey-test-${activityId}-${by}`, 'TestAnswersGiven', { ...place, by, answers, salt: '11'.repeat(32) }),
    give,
    name,
    happened: (type: string, voter: string) =>
      happened(`ballot-${activityId}-${voter}`, type, { ...place, voter, by: randomUUID(), reason: 'A program' }),
    respond: async (voter: string, answers: RecordedAnswers, assurance?: AssuranceLevel) =>
      name(voter, await give(voter, answers), assurance),
    /** As the site would answer if the survey were closed now, which must be what an auditor counts. */
    async results(): Promise<SurveyResults['answers']> {
      await stage.projected();
      await stage.dataSource.query('INSERT INTO closing (id, position) VALUES ($1, 999999)', [consultationId]);
      const shown = await shownNow();
      await stage.dataSource.query('DELETE FROM closing WHERE id = $1 AND position = 999999', [consultationId]);
      expect(shown).toEqual(recounted(true));
      return shown.answers;
    },
    /** As the site answers, which must be what an auditor counts. */
    async shown() {
      await stage.projected();
      const shown = await shownNow();
      expect(shown).toEqual(recounted(isClosed));
      return shown;
    },
    recount,
    /** As the site answers, which must be what an auditor counts. */
    async answersBy(question: string) {
      await stage.projected();
      const activity = (await activityById(stage.dataSource, activityId))!;
      const shown = await stage.dataSource.transaction((rows) => answersBy(rows, activity, 'email', question));
      const path = `/activities/${activityId}/answers-by/${question}`;
      expect(shown).toMatchObject(recount.view({ name: 'answer table', path }, isClosed)!);
      return shown;
    },
    /** Words as a person's own key seals them. */
    async seal(voter: string, accountId: string, question: string, words: string) {
      await stage.keys.create([accountId]);
      return { sealed: await stage.keys.seal(accountId, consultationId, { event: activityId, field: `answers.${question}` }, words) };
    },
    decide: (text: string, decision: TextDecision) => {
      const reason = decision === 'heldBack' ? 'It is rude' : null;
      return happened(`survey-text-${activityId}-${text}`, 'TextDecidedOn', { ...place, text, decision, reason, by: randomUUID() });
    },
    /** The office answers a text. */
    answer: (text: string, stance: Stance, theme?: string) => {
      const about = { about: 'text', aboutId: uuidFrom(activityId, `text ${text}`), named: text };
      const group = theme === undefined ? {} : { group: { id: randomUUID(), size: 1, theme: { title: theme, summary: null } } };
      const given = { ...place, ...about, stance, text: 'It is read.', note: null, by: randomUUID(), ...group };
      return happened(`official-answer-${about.aboutId}`, 'OfficialAnswerPublished', given);
    },
    /** The desk, the public list and whether a text may be decided about; the list must be what an auditor counts. */
    async written(question: string) {
      await stage.projected();
      const activity = (await activityById(stage.dataSource, activityId))!;
      const { manager } = stage.dataSource;
      const shown = await writtenTexts(manager, stage.keys, activity, { countsFrom: 'email', question });
      const isClosed = shown.state !== 'open';
      const path = `/activities/${activityId}/texts/${question}`;
      const counted = recount.view({ name: 'list of texts', path }, isClosed) as typeof shown;
      expect({ ...shown, items: shown.items.map(({ text }) => text) }).toMatchObject({
        ...counted,
        items: counted.items.map(({ text, words }) => (expect(words).toBeInstanceOf(SealedWords), text)),
      });
      const { position: _, ...covered } = await textsAnswered(manager, activity, 'email');
      expect(covered).toEqual(recount.view({ name: 'text coverage', activityId, path: '' } as never, isClosed));
      return {
        shown,
        covered,
        listed: async (asked: Omit<ListListedTexts, 'activityId'>) =>
          listedOfAll(manager, stage.keys, activity, { countsFrom: 'email', ...asked }),
        desk: (decision?: TextDecision) => deskTexts(manager, stage.keys, activity, { countsFrom: 'email', question, decision }),
        mustStand: (text: string) => mustStand(manager, activity, 'email', text),
        own: async (voter: string) => (await ownTexts(manager, activityId, voter)).items,
      };
    },
    /** Whether moderators of a unit have texts of it to read. */
    async waits(unit = 'root') {
      await stage.projected();
      const { items } = await waitingTexts(stage.dataSource, { units: [unit] });
      return items.some(({ id }) => id === activityId);
    },
    /** These people confirm who they are. */
    async raise(...voters: string[]) {
      const data = { consultationId, level: 'email', voters: voters.sort() };
      await happened(`consultation-${consultationId}`, 'AssuranceRaised', data);
    },
    async close() {
      await stage.record(`consultation-${consultationId}`, { type: 'ConsultationClosed', data: { consultationId } } as never);
      isClosed = true;
    },
    issue: (batch: number, links: readonly string[]) =>
      happened(`survey-links-${activityId}`, 'SurveyLinksIssued', { ...place, batch, links, by: randomUUID() }),
    revoke: (batch: number) =>
      happened(`survey-links-${activityId}`, 'SurveyLinksRevoked', { ...place, batch, reason: 'Lost', by: randomUUID() }),
    async byLink(batch: number, link: string, answers: RecordedAnswers, voter = pseudonym()) {
      const data = { ...place, batch, link, voter, answers: await give(voter, answers), own: null };
      await happened(`survey-link-${activityId}-${link}`, 'LinkedResponseSubmitted', data);
      return voter;
    },
    async batches() {
      await stage.projected();
      return stage.dataSource.query('SELECT batch, links, reason FROM survey_link_batch WHERE activity_id = $1 ORDER BY batch', [
        activityId,
      ]);
    },
    /** A form on paper, entered and confirmed. */
    async onPaper(form: string, answers: RecordedAnswers, isConfirmed = true, unanswered: Unanswered = {}) {
      const voter = pseudonym();
      const data = { ...place, form, voter, answers: await give(voter, answers, unanswered), by: randomUUID() };
      await happened(`paper-form-${activityId}-${form}`, 'PaperFormEntered', data);
      if (isConfirmed) await happened(`paper-form-${activityId}-${form}`, 'PaperFormConfirmed', { ...data, by: randomUUID() });
      return data;
    },
    ballotOf: async (voter: string) => {
      await stage.projected();
      return (await myBallot(stage.dataSource, consultationId, voter)).activities[0]!.response;
    },
  };
}

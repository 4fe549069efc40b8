import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consultationsApi } from '@isegoria/consultations/api';
import { uuidFrom } from '@isegoria/event-sourcing';
import type { Actor, QueryContract, RecordedText } from '@isegoria/kernel';
import { readingFor } from '@isegoria/projection';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { actor } from '@isegoria/testing';
import { listOwnAppeals } from '../appeal/appeal.contract';
import { feedbackApi } from '../api';
import { listOwnReports } from '../report/own-reports/own-reports.contract';
import { contextOfReport } from '../report/own-reports/whose-report';
import type { ReportedKind } from '../report/report.contract';
import type { SupportedKind } from '../support/support.contract';
import { listOwnComments, listOwnQuestions, listSupportedComments, listSupportedQuestions } from './my-feedback.contract';

describe('the lists of what somebody contributed', () => {
  let stage: ReadModelStage;
  let [here, there] = ['', ''];
  beforeAll(async () => {
    stage = await readModelStage();
    [here, there] = (await Promise.all([published(), published()])) as [string, string];
  });
  afterAll(() => stage?.stop());

  const by = randomUUID();
  async function published(): Promise<string> {
    const { consultationId, phaseIds } = await stage.drafted([[]]);
    const phases = [{ phaseId: phaseIds[0]!, opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2036-01-01T00:00:00.000Z' }];
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationPublished', data: { consultationId, phases, by } });
    return consultationId;
  }

  const answers = [...feedbackApi.answers, ...consultationsApi.answers];
  async function asked<Parameters extends object, View extends object>(
    who: Actor | undefined,
    query: QueryContract<Parameters, View>,
    parameters: Parameters,
  ): Promise<View> {
    await stage.projected();
    const reading = { rows: stage.dataSource, keys: stage.freshKeys(), reader: who };
    const asking = answers.find((answer) => answer.query === (query as QueryContract))!;
    return readingFor(asking, answers, reading).ask(query, parameters);
  }

  async function somebody() {
    const who = actor();
    await stage.keys.create([who.accountId]);
    const sealed = async (context: string, text: string): Promise<RecordedText> => ({
      sealed: await stage.keys.seal(who.accountId, context, { event: randomUUID(), field: 'text' }, text),
    });
    const written = async (context: string, words: string) => ({
      author: await stage.keys.pseudonym(who.accountId, context),
      assurance: 'email' as const,
      text: await sealed(context, words),
    });
    return {
      who,
      async comments(consultationId: string, words: string): Promise<string> {
        const commentId = randomUUID();
        const data = { commentId, consultationId, ...(await written(consultationId, words)) };
        await stage.record(`comment-${commentId}`, { type: 'CommentSubmitted', data });
        return commentId;
      },
      async asks(consultationId: string | null, words: string): Promise<string> {
        const questionId = randomUUID();
        const data = { questionId, unit: 'root', consultationId, ...(await written(consultationId ?? 'questions', words)) };
        await stage.record(`question-${questionId}`, { type: 'QuestionAsked', data });
        return questionId;
      },
      async supports(item: SupportedKind, itemId: string, consultationId: string | null, supports = true): Promise<void> {
        const supporter = await stage.keys.pseudonym(who.accountId, consultationId ?? 'questions');
        const data = { item, itemId, consultationId, supporter, supports, assurance: 'email' as const };
        await stage.record(`support-${itemId}-${supporter}`, { type: 'SupportCast', data });
      },
      async reports(item: ReportedKind, itemId: string): Promise<string> {
        const reportId = uuidFrom(await stage.keys.pseudonym(who.accountId, contextOfReport(item, itemId)), 'report');
        await stage.record(`report-${reportId}`, reported(reportId, item, itemId));
        return reportId;
      },
    };
  }
  const reported = (reportId: string, item: ReportedKind, itemId: string) => ({
    type: 'ContributionReported' as const,
    data: { reportId, item, itemId, consultationId: here, unit: 'root', reason: 'insult' as const, text: null },
  });

  it('have their own, over all consultations, newest first, and nothing of anybody else', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const comments = [await one.comments(here, 'First'), await one.comments(there, 'Second')];
    await other.comments(here, 'Theirs');
    const questions = [await one.asks(here, 'Why?'), await one.asks(null, 'Who?')];
    await other.asks(null, 'Theirs?');
    expect((await asked(one.who, listOwnComments, {})).items).toMatchObject([
      { id: comments[1], text: 'Second', consultationId: there, consultationTitle: 'T' },
      { id: comments[0], text: 'First', consultationId: here, consultationTitle: 'T' },
    ]);
    expect((await asked(one.who, listOwnQuestions, {})).items).toMatchObject([
      { id: questions[1], text: 'Who?', consultationTitle: null },
      { id: questions[0], text: 'Why?', consultationTitle: 'T' },
    ]);
    expect((await asked(actorWithKey(await somebody()), listOwnComments, {})).items).toEqual([]);
  });
  const actorWithKey = ({ who }: { who: Actor }) => who;

  it('have what they support, and not what they took their support back from', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [comment, taken] = [await other.comments(here, 'Good'), await other.comments(here, 'Not so good')];
    const question = await other.asks(null, 'Whose?');
    await one.supports('comment', comment, here);
    await one.supports('comment', taken, here);
    await one.supports('comment', taken, here, false);
    await one.supports('question', question, null);
    expect((await asked(one.who, listSupportedComments, {})).items).toMatchObject([{ id: comment, text: 'Good', consultationTitle: 'T' }]);
    expect((await asked(one.who, listSupportedQuestions, {})).items).toMatchObject([{ id: question, consultationTitle: null }]);
    expect((await asked(other.who, listSupportedComments, {})).items).toEqual([]);
  });

  it('say of reports what became of them, with the reason, to the one alone who made them while signed in', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const comment = await other.comments(here, 'An insult');
    const [upheld, waiting] = [await one.reports('comment', comment), await one.reports('comment', randomUUID())];
    const theirs = await other.reports('comment', comment);
    const anonymous = randomUUID();
    await stage.record(`report-${anonymous}`, reported(anonymous, 'comment', comment));
    const decision = { reportId: upheld, upheld: true, by, reason: 'Insult', rule: 'respect' as const };
    await stage.record(`report-${upheld}`, { type: 'ReportDecided', data: decision }, { at: '2026-03-01T00:00:00.000Z' });
    const seen = (await asked(one.who, listOwnReports, {})).items;
    expect(seen).toMatchObject([
      { id: waiting, upheld: null, decidedAt: null, decision: null, rule: null },
      {
        ...{ id: upheld, item: 'comment', itemId: comment, consultationId: here, consultationTitle: 'T', upheld: true },
        ...{ decidedAt: '2026-03-01T00:00:00.000Z', decision: 'Insult', rule: 'respect' },
      },
    ]);
    expect((await asked(other.who, listOwnReports, {})).items.map(({ id }) => id)).toEqual([theirs]);
    await stage.rebuild();
    expect((await asked(one.who, listOwnReports, {})).items).toEqual(seen);
  });

  it('go on behind a page', async () => {
    const one = await somebody();
    for (let index = 0; index < 101; index++) await one.reports('statement', randomUUID());
    const first = await asked(one.who, listOwnReports, {});
    const second = await asked(one.who, listOwnReports, { cursor: first.next! });
    expect([first.items.length, second.items.length, second.next]).toEqual([100, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(101);
  });

  it.each([
    listOwnComments,
    listOwnQuestions,
    listSupportedComments,
    listSupportedQuestions,
    listOwnReports,
    listOwnAppeals,
  ])('are for people who are signed in: $name', async (query) => {
    await expect(asked(undefined, query as QueryContract<object, object>, {})).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('say nothing of somebody whose key is no more', async () => {
    const one = await somebody();
    await one.comments(here, 'Gone');
    await stage.keys.destroy(one.who.accountId);
    for (const query of [listOwnComments, listOwnReports])
      await expect(asked(one.who, query as QueryContract<object, object>, {})).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actor } from '@isegoria/testing';
import { appeal, decideAppeal } from '../appeal/appeal.contract';
import { submitComment } from '../comment/comment.contract';
import { hideComment, restoreComment } from '../comment/hiding/hiding.contract';
import { by, startFeedback, type TestService } from '../feedback.fixture';
import { decideReport } from '../report/decision/decision.contract';
import { reportContribution } from '../report/report.contract';

describe('what moderators decide', () => {
  let service: TestService;
  beforeAll(async () => (service = await startFeedback()));
  afterAll(() => service.stop());

  const why = { reason: 'Insult', rule: 'respect' };
  const [first, second] = [actor('moderator'), { ...actor('moderator'), accountId: randomUUID() }];
  async function commented() {
    const [author, consultationId] = [await service.person(), await service.published()];
    const { id: commentId } = await service.send(submitComment.subject, { consultationId, text: 'You fool' }, by(author));
    return { author, commentId };
  }
  const hide = (commentId: string) => service.send(hideComment.subject, { commentId, ...why }, by(first));
  const report = async (itemId: string) =>
    (await service.send(reportContribution.subject, { item: 'comment', itemId, reason: 'insult' }, by())).id;
  const decide = (reportId: string, upheld: boolean) => service.send(decideReport.subject, { reportId, upheld, ...why }, by(first));

  it('on a report is upheld once the thing is hidden, and is final', async () => {
    const { commentId } = await commented();
    const [one, other] = [await report(commentId), await report(commentId)];
    await decide(other, false);
    await expect(decide(one, true)).rejects.toMatchObject({ code: 'STILL_SHOWN' });
    await hide(commentId);
    await decide(one, true);
    await expect(decide(one, false)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    const types = (await service.read(`report-${one}`)).map(({ type }) => type);
    expect(types).toEqual(['ContributionReported', 'ReportDecided']);
  });

  it('can be appealed against by the author alone, once, and is judged by another moderator', async () => {
    const { author, commentId } = await commented();
    const ask = (who = author) => service.send(appeal.subject, { item: 'comment', itemId: commentId, text: 'It was a joke' }, by(who));
    await expect(ask()).rejects.toMatchObject({ code: 'STILL_SHOWN' });
    await hide(commentId);
    await expect(ask(await service.person())).rejects.toMatchObject({ code: 'NOT_YOURS' });
    const { id: appealId } = await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    const [made] = await service.read(`appeal-${appealId}`);
    expect(JSON.stringify(made!.data)).not.toMatch(new RegExp(`joke|${author.accountId}`));

    const judge = (who: typeof first, granted: boolean) => service.send(decideAppeal.subject, { appealId, granted, ...why }, by(who));
    await expect(judge(first, false)).rejects.toMatchObject({ code: 'OWN_DECISION' });
    await expect(judge(second, true)).rejects.toMatchObject({ code: 'STILL_HIDDEN' });
    await service.send(restoreComment.subject, { commentId, ...why }, by(second));
    await judge(second, true);
    await hide(commentId);
    await expect(ask()).resolves.toMatchObject({ id: appealId });
  });
});

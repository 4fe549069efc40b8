import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@isegoria/kernel';
import { actor, expectReceiptFor } from '@isegoria/testing';
import { submitComment } from '../comment/comment.contract';
import { hideComment } from '../comment/hiding/hiding.contract';
import { by, startFeedback, type TestService } from '../feedback.fixture';
import { hideQuestion } from '../question/hiding/hiding.contract';
import { askQuestion } from '../question/question.contract';
import { supportComment, supportQuestion } from './support.contract';

describe('support and replies over the bus', () => {
  let service: TestService;
  let person: Actor;
  let author: Actor;
  let consultationId: string;
  beforeAll(async () => {
    service = await startFeedback();
    [person, author, consultationId] = await Promise.all([service.person(), service.person(), service.published()]);
  });
  afterAll(() => service?.stop());

  const comment = async (fields: object = {}) =>
    (await service.send(submitComment.subject, { consultationId, text: 'Buses', ...fields }, by(author))).id;
  const support = (commentId: string, supports = true, who = person) =>
    service.send(supportComment.subject, { commentId, supports }, by(who));
  const hide = (commentId: string) => service.send(hideComment.subject, { commentId, reason: 'Insult' }, by(actor('moderator')));
  const historyOf = async (itemId: string, context: string, who = person) =>
    service.read(`support-${itemId}-${await service.pseudonym(who, context)}`);

  it('is one of a person and a comment, however many come at once, with a receipt for the one event', async () => {
    const commentId = await comment();
    const given = await Promise.all([support(commentId), support(commentId), support(commentId)]);
    const history = await historyOf(commentId, consultationId);
    expect(history).toHaveLength(1);
    expect(history[0]!.data).toMatchObject({ item: 'comment', itemId: commentId, consultationId, supports: true, assurance: 'email' });
    for (const { receipt } of given) expectReceiptFor(receipt, history[0]);
    await support(commentId, false);
    expect((await historyOf(commentId, consultationId)).map(({ data }) => (data as { supports?: boolean }).supports)).toEqual([
      true,
      false,
    ]);
    expect(JSON.stringify(history)).not.toContain(person.accountId);
  });

  it('that was never given leaves nothing when it is taken back', async () => {
    const commentId = await comment();
    expect((await support(commentId, false)).receipt).toBeUndefined();
    expect(await historyOf(commentId, consultationId)).toEqual([]);
  });

  it('counts as anonymous for a credential that was reissued since the question was asked', async () => {
    const { id: questionId } = await service.send(askQuestion.subject, { text: 'When?' }, by(author));
    for (const [reissuedAt, assurance] of [
      [0, 'email'],
      [Number.MAX_SAFE_INTEGER, 'anonymous'],
    ] as const) {
      const somebody = { ...(await service.person()), reissuedAt };
      await service.send(supportQuestion.subject, { questionId, supports: true }, by(somebody));
      const [cast] = await historyOf(questionId, 'questions', somebody);
      expect(cast!.data).toMatchObject({ item: 'question', consultationId: null, assurance });
    }
  });

  it('is refused for what is not there or no longer shown, and can be taken back all the same', async () => {
    const commentId = await comment();
    await support(commentId);
    await hide(commentId);
    await expect(support(commentId, true, await service.person())).rejects.toMatchObject({ code: 'COMMENT_HIDDEN' });
    await support(commentId, false);
    await expect(support(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.send(supportQuestion.subject, { questionId: randomUUID(), supports: true }, by(person))).rejects.toMatchObject({
      code: 'QUESTION_NOT_FOUND',
    });
  });

  it('that was given has its receipt for a late retry, whatever became of what it is for', async () => {
    const commentId = await comment();
    const { id: questionId } = await service.send(askQuestion.subject, { text: 'Why not?' }, by(author));
    const once = [by(person), by(person)] as const;
    const both = () => [
      service.send(supportComment.subject, { commentId, supports: true }, once[0]),
      service.send(supportQuestion.subject, { questionId, supports: true }, once[1]),
    ];
    const first = await Promise.all(both());
    await hide(commentId);
    await service.send(hideQuestion.subject, { questionId, reason: 'Insult' }, by(actor('moderator')));
    expect(await Promise.all(both())).toEqual(first);
    const another = service.send(supportQuestion.subject, { questionId, supports: true }, by(await service.person()));
    await expect(another).rejects.toMatchObject({ code: 'QUESTION_HIDDEN' });
  });

  it('is refused to the author, and nothing is recorded', async () => {
    const commentId = await comment();
    await expect(support(commentId, true, author)).rejects.toMatchObject({ code: 'OWN_CONTRIBUTION' });
    expect(await historyOf(commentId, consultationId, author)).toEqual([]);
    const { id: questionId } = await service.send(askQuestion.subject, { text: 'Why?' }, by(author));
    await expect(service.send(supportQuestion.subject, { questionId, supports: true }, by(author))).rejects.toMatchObject({
      code: 'OWN_CONTRIBUTION',
    });
  });

  it('a reply says what it replies to and its thread; replies to replies stay in it', async () => {
    const first = await comment();
    const reply = await comment({ inReplyTo: first });
    const further = await comment({ inReplyTo: reply });
    const placed = async (id: string) => ((await service.read(`comment-${id}`))[0]!.data as { reply?: object }).reply;
    expect([await placed(first), await placed(reply), await placed(further)]).toEqual([
      undefined,
      { to: first, thread: first },
      { to: reply, thread: first },
    ]);
  });

  it('a reply is refused to what is elsewhere, not there, or no longer shown', async () => {
    const elsewhere = await service.published();
    const commentId = await comment();
    await expect(comment({ consultationId: elsewhere, inReplyTo: commentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(comment({ inReplyTo: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await hide(commentId);
    await expect(comment({ inReplyTo: commentId })).rejects.toMatchObject({ code: 'COMMENT_HIDDEN' });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isPublicStream } from '@isegoria/contracts';
import type { Actor } from '@isegoria/kernel';
import { submitComment } from '../comment/comment.contract';
import { by, startFeedback, type TestService } from '../feedback.fixture';
import { askQuestion } from '../question/question.contract';
import { reportContribution, type ContributionReported } from './report.contract';

describe('a report', () => {
  let service: TestService;
  let person: Actor;
  let consultationId: string;
  let commentId: string;
  const unit = 'root.aaaaaaaa';
  beforeAll(async () => {
    service = await startFeedback();
    [person, consultationId] = await Promise.all([service.person(), service.published(unit)]);
    commentId = (await service.send(submitComment.subject, { consultationId, text: 'An insult' }, by(person))).id;
  });
  afterAll(() => service?.stop());

  const text = 'She is my neighbour';
  const report = (fields: object = {}, who?: Actor) =>
    service.send(reportContribution.subject, { item: 'comment', itemId: commentId, reason: 'insult', text, ...fields }, by(who));
  const recorded = async (id: string) => (await service.read(`report-${id}`)) as unknown as { data: ContributionReported['data'] }[];

  it('is taken without an account, withheld from the public log, its words sealed under a key of its own', async () => {
    const { id } = await report();
    const [made] = await recorded(id);
    expect(made!.data).toMatchObject({ item: 'comment', itemId: commentId, consultationId, unit, reason: 'insult' });
    expect(JSON.stringify(made)).not.toContain(text);
    const sealed = (made!.data.text as { sealed: string }).sealed;
    expect(await service.open(sealed)).toEqual([text]);
    await service.destroyKey({ accountId: id } as Actor);
    expect(await service.open(sealed)).toEqual(['erased']);
    expect(isPublicStream(`report-${id}`)).toBe(false);
  });

  it('says nothing of a person who is signed in, and is one of a person and a thing', async () => {
    const { id } = await report({}, person);
    expect((await report({ reason: 'spam' }, person)).id).toBe(id);
    const history = await recorded(id);
    expect(history).toHaveLength(1);
    for (const personal of [person.accountId, await service.pseudonym(person, consultationId)])
      expect(JSON.stringify(history)).not.toContain(personal);
    expect((await report({}, await service.person())).id).not.toBe(id);
  });

  it('may be about a question, without a word', async () => {
    const { id: itemId } = await service.send(askQuestion.subject, { text: 'Who?' }, by(person));
    const { id } = await report({ item: 'question', itemId, text: undefined });
    expect((await recorded(id))[0]!.data).toMatchObject({ item: 'question', consultationId: null, unit: 'root', text: null });
  });

  it('is refused for what is not there and for reasons of no list, and records nothing', async () => {
    for (const item of ['comment', 'question', 'statement'])
      await expect(report({ item, itemId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report({ reason: 'because' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

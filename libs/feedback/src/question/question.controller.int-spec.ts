import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noFiles } from '@isegoria/content';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, actorIn, expectReceiptFor } from '@isegoria/testing';
import { by, startFeedback, type TestService } from '../feedback.fixture';
import { editQuestion, withdrawQuestion } from './own-question/own-question.contract';
import { answerQuestion, askQuestion } from './question.contract';

describe('questions over the bus', () => {
  let service: TestService;
  let person: Actor;
  let consultationId: string;
  beforeAll(async () => {
    service = await startFeedback();
    [person, consultationId] = await Promise.all([service.person(), service.published()]);
  });
  afterAll(() => service?.stop());

  const text = 'When do the night buses come?';
  const ask = (context: CommandContext = by(person), fields: object = {}) =>
    service.send(askQuestion.subject, { text, ...fields }, context);
  const answer = (questionId: string, words: string, context = by(actor('official'))) =>
    service.send(answerQuestion.subject, { questionId, text: words }, context);
  const history = (questionId: string) => service.read(`question-${questionId}`);

  it('records a question to the ministry, sealed and under a pseudonym of its own, with a receipt', async () => {
    const { id, position, receipt } = await ask();
    const [asked] = await history(id);
    expect(asked).toMatchObject({ type: 'QuestionAsked', position });
    expect(asked!.data).toMatchObject({
      consultationId: null,
      author: await service.pseudonym(person, 'questions'),
      assurance: 'email',
    });
    const { text: words } = asked!.data as { text: { sealed: string } };
    expect(await service.open(words.sealed)).toEqual([text]);
    for (const personal of [text, person.accountId]) expect(JSON.stringify(asked)).not.toContain(personal);
    expectReceiptFor(receipt, asked);
  });

  it('records a question about a consultation under the pseudonym of that consultation', async () => {
    const { id } = await ask(by(person), { consultationId });
    const [asked] = await history(id);
    expect(asked!.data).toMatchObject({ consultationId, author: await service.pseudonym(person, consultationId) });
  });

  it.each(['about a consultation', 'in general'])('is changed and withdrawn by its author alone, %s', async (where) => {
    const { id: questionId } = await ask(by(person), where === 'in general' ? {} : { consultationId });
    const edit = (context: CommandContext) => service.send(editQuestion.subject, { questionId, text: 'And the trams?' }, context);
    const withdraw = (context: CommandContext) => service.send(withdrawQuestion.subject, { questionId }, context);
    const somebody = await service.person();
    for (const act of [edit, withdraw]) await expect(act(by(somebody))).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await edit(by(person));
    await withdraw(by(person));
    const [, edited, withdrawn] = await history(questionId);
    const { text: words } = edited!.data as { text: { sealed: string } };
    expect(await service.open(words.sealed)).toEqual(['And the trams?']);
    expect([edited!.type, withdrawn!.type]).toEqual(['QuestionEdited', 'QuestionWithdrawn']);
    await expect(answer(questionId, 'Soon')).rejects.toMatchObject({ code: 'WITHDRAWN' });
  });

  it('takes only so many from a person about one consultation, and in general in one month', async () => {
    const [somebody, other] = [await service.person(), await service.published()];
    await service.set({ contributionsPerPerson: 2 });
    for (const fields of [{}, { consultationId }, { consultationId: other }]) {
      const first = by(somebody);
      const { id } = await ask(first, fields);
      await ask(by(somebody), fields);
      await expect(ask(by(somebody), fields)).rejects.toMatchObject({ code: 'ALLOWANCE_USED_UP', details: { params: { most: 2 } } });
      expect((await ask(first, fields)).id).toBe(id);
    }
    await service.set({ contributionsPerPerson: null });
  });

  it('records as anonymous what comes from a credential reissued since the publication, and not what is asked in general', async () => {
    const reissued = { ...(await service.person()), reissuedAt: Number.MAX_SAFE_INTEGER };
    const assuranceOf = async (fields: object) => (await history((await ask(by(reissued), fields)).id))[0]!.data;
    expect(await assuranceOf({ consultationId })).toMatchObject({ assurance: 'anonymous' });
    expect(await assuranceOf({})).toMatchObject({ assurance: 'email' });
  });

  it('records a command once and gives the same receipt, at once, later and after a restart', async () => {
    const context = by(person);
    const [first, second] = await Promise.all([ask(context), ask(context)]);
    expect(second).toEqual(first);
    await answer(first!.id, 'Soon');
    await service.restart();
    expect((await ask(context)).receipt).toBe(first!.receipt);
    expect(await history(first!.id)).toHaveLength(2);
  });

  it('is answered on the record, and the answer revised', async () => {
    const { id } = await ask(by(person), { consultationId });
    const official = actor('official');
    const context = by(official);
    const first = await answer(id, 'Soon', context);
    expect(await answer(id, 'Soon', context)).toEqual(first);
    await answer(id, 'In May', by(actor('administrator')));
    await answer(id, 'In May');
    const [, answered, revised, ...more] = await history(id);
    expect(answered!.data).toEqual({ questionId: id, consultationId, by: official.accountId, text: 'Soon', files: noFiles });
    expect(revised!.data).toMatchObject({ text: 'In May' });
    expect(more).toEqual([]);
  });

  it('is for the unit of its consultation, else for the one that is given, else for the root', async () => {
    const [unit, below, closed] = ['root.aaaaaaaa', 'root.aaaaaaaa.bbbbbbbb', 'root.cccccccc'];
    for (const made of [unit, below, closed, `${closed}.dddddddd`]) await service.recordUnit(made, 'UnitMade');
    const ofUnit = await service.published(below);
    const ofClosed = await service.published(closed);
    await service.recordUnit(closed, 'UnitClosed');
    const unitOf = async (fields: object) => (await history((await ask(by(person), fields)).id))[0]!.data;
    expect(await unitOf({})).toMatchObject({ unit: 'root' });
    expect(await unitOf({ unit })).toMatchObject({ unit, consultationId: null });
    expect(await unitOf({ consultationId: ofUnit, unit })).toMatchObject({ unit: below, consultationId: ofUnit });
    expect(await unitOf({ consultationId: ofClosed })).toMatchObject({ unit: closed });
    for (const [where, code] of [
      [closed, 'UNIT_CLOSED'],
      [`${closed}.dddddddd`, 'UNIT_CLOSED'],
      ['root.eeeeeeee', 'UNIT_NOT_FOUND'],
      ['ministry', 'VALIDATION_FAILED'],
    ] as const) {
      const context = by(person);
      await expect(ask(context, { unit: where })).rejects.toMatchObject({ code });
      expect(await history(context.commandId)).toEqual([]);
    }
  });

  it('is answered by officials of its unit or of one above', async () => {
    const { id } = await ask(by(person), { unit: 'root.aaaaaaaa.bbbbbbbb' });
    for (const where of ['root.aaaaaaaa.bbbbbbbb.ffffffff', 'root.aaaaaaaa.99999999', 'root.cccccccc'])
      await expect(answer(id, 'Mine', by(actorIn(where, 'official')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await answer(id, 'Soon', by(actorIn('root.aaaaaaaa.bbbbbbbb', 'official')));
    await answer(id, 'In May', by(actorIn('root.aaaaaaaa', 'official')));
    expect((await history(id)).map(({ type }) => type)).toEqual(['QuestionAsked', 'QuestionAnswered', 'QuestionAnswered']);
  });

  it('refuses what cannot be asked or answered, and records nothing', async () => {
    for (const [fields, code] of [
      [{ consultationId: randomUUID() }, 'CONSULTATION_NOT_FOUND'],
      [{ consultationId: await service.drafted() }, 'CONSULTATION_NOT_FOUND'],
      [{ consultationId: 'elsewhere' }, 'VALIDATION_FAILED'],
      [{ text: '\ud800' }, 'VALIDATION_FAILED'],
    ] as const) {
      const context = by(person);
      await expect(ask(context, fields)).rejects.toMatchObject({ code });
      expect(await history(context.commandId)).toEqual([]);
    }
    await expect(ask(by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    const { id } = await ask();
    await expect(answer(id, 'Mine', by(person))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(answer(id, 'Mine', by(actor('moderator')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(answer(id, 'Mine', by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(answer(randomUUID(), 'Mine')).rejects.toMatchObject({ code: 'QUESTION_NOT_FOUND' });
    expect(await history(id)).toHaveLength(1);
  });
});

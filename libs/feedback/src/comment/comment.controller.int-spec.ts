import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, actorIn, expectReceiptFor } from '@isegoria/testing';
import { by, startFeedback, type TestService } from '../feedback.fixture';
import { editComment, withdrawComment } from './own-comment/own-comment.contract';
import { submitComment } from './comment.contract';
import { hideComment } from './hiding/hiding.contract';

describe('comments over the bus', () => {
  let service: TestService;
  let person: Actor;
  let consultationId: string;
  beforeAll(async () => {
    service = await startFeedback();
    [person, consultationId] = await Promise.all([service.person('anonymous'), service.published()]);
  });
  afterAll(() => service?.stop());

  const text = 'Buses at night, please';
  const submit = (context: CommandContext = by(person), fields: object = {}) =>
    service.send(submitComment.subject, { consultationId, text, ...fields }, context);
  const hide = (commentId: string, context = by(actor('moderator'))) =>
    service.send(hideComment.subject, { commentId, reason: 'Insult' }, context);
  const history = (commentId: string) => service.read(`comment-${commentId}`);

  it('records a comment, sealed and under a pseudonym, with a receipt', async () => {
    const context = by(person);
    const { id, position, receipt } = await submit(context);
    const [comment] = await history(id);
    expect(comment).toMatchObject({ id: context.commandId, type: 'CommentSubmitted', position });
    expect(comment!.data).toMatchObject({
      consultationId,
      author: await service.pseudonym(person, consultationId),
      assurance: 'anonymous',
    });
    const { text: words } = comment!.data as { text: { sealed: string } };
    expect(await service.open(words.sealed)).toEqual([text]);
    for (const personal of [text, person.accountId]) expect(JSON.stringify(comment)).not.toContain(personal);
    expectReceiptFor(receipt, comment, text);
  });

  it('takes only so many from a person in one consultation, however many come at once', async () => {
    const [somebody, elsewhere] = [await service.person(), await service.published()];
    await service.set({ contributionsPerPerson: 2 });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => submit(by(somebody))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'ALLOWANCE_USED_UP' });
    await submit(by(somebody), { consultationId: elsewhere });
    await service.set({ contributionsPerPerson: null });
    await submit(by(somebody));
  });

  it('records as anonymous what comes from a credential that was reissued since the consultation was published', async () => {
    for (const [reissuedAt, assurance] of [
      [0, 'email'],
      [Number.MAX_SAFE_INTEGER, 'anonymous'],
    ] as const) {
      const { id } = await submit(by({ ...(await service.person()), reissuedAt }));
      expect((await history(id))[0]!.data).toMatchObject({ assurance });
    }
  });

  it('records a command once and gives the same receipt, at once, later and after a restart', async () => {
    const context = by(person);
    const [first, second] = await Promise.all([submit(context), submit(context)]);
    expect(second).toEqual(first);
    await hide(first!.id);
    expect((await submit(context)).receipt).toBe(first!.receipt);
    await service.restart();
    expect((await submit(context)).receipt).toBe(first!.receipt);
    expect((await history(first!.id)).map(({ type }) => type)).toEqual(['CommentSubmitted', 'CommentHidden']);
  });

  it('takes a comment on a consultation that was just published, however slow the log is to be heard', async () => {
    service.stopListening();
    await submit(by(person), { consultationId: await service.published() });
    await service.restart();
  });

  it('refuses what cannot be commented, and records nothing', async () => {
    for (const [fields, code] of [
      [{ consultationId: randomUUID() }, 'CONSULTATION_NOT_FOUND'],
      [{ consultationId: await service.drafted() }, 'CONSULTATION_NOT_FOUND'],
      [{ consultationId: undefined }, 'VALIDATION_FAILED'],
      [{ text: '' }, 'VALIDATION_FAILED'],
      [{ text: 'x'.repeat(5_001) }, 'VALIDATION_FAILED'],
      [{ author: 'somebody else' }, 'UNKNOWN_FIELD'],
    ] as const) {
      const context = by(person);
      await expect(submit(context, fields)).rejects.toMatchObject({ code });
      expect(await history(context.commandId)).toEqual([]);
    }
    await expect(submit(by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('refuses a person who was erased while it was on its way', async () => {
    const erased = await service.person();
    await submit(by(erased));
    await service.destroyKey(erased);
    const context = by(erased);
    await expect(submit(context)).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    expect(await history(context.commandId)).toEqual([]);
  });

  it('is hidden by moderators of the unit of its consultation, or of one above', async () => {
    const [unit, below] = ['root.aaaaaaaa', 'root.aaaaaaaa.bbbbbbbb'];
    const here = { consultationId: await service.published(unit) };
    const [one, other] = [await submit(by(person), here), await submit(by(person), here)];
    for (const who of [actorIn(below, 'moderator'), actorIn('root.cccccccc', 'moderator'), actorIn(unit, 'official')])
      await expect(hide(one.id, by(who))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await hide(one.id, by(actorIn(unit, 'moderator')));
    await hide(other.id);
    for (const { id } of [one, other]) expect((await history(id)).map(({ type }) => type)).toEqual(['CommentSubmitted', 'CommentHidden']);
  });

  const edit = (commentId: string, context = by(person), words = 'Trams at night, please') =>
    service.send(editComment.subject, { commentId, text: words }, context);
  const withdraw = (commentId: string, context = by(person)) => service.send(withdrawComment.subject, { commentId }, context);

  it('is changed and withdrawn by its author, sealed again, with a receipt each, the same when it is sent again', async () => {
    const { id } = await submit();
    const [first, last] = [by(person), by(person)];
    const changed = await edit(id, first);
    const gone = await withdraw(id, last);
    expect([await edit(id, first), await withdraw(id, last)]).toEqual([changed, gone]);
    const [, edited, withdrawn] = await history(id);
    const author = await service.pseudonym(person, consultationId);
    expect(edited).toMatchObject({ type: 'CommentEdited', data: { commentId: id, consultationId, author } });
    expect(withdrawn).toMatchObject({ type: 'CommentWithdrawn', data: { commentId: id, consultationId, author } });
    const { text: words } = edited!.data as { text: { sealed: string } };
    expect(await service.open(words.sealed)).toEqual(['Trams at night, please']);
    for (const personal of ['Trams', person.accountId]) expect(JSON.stringify([edited, withdrawn])).not.toContain(personal);
    expectReceiptFor(changed.receipt, edited, 'Trams at night, please');
    expectReceiptFor(gone.receipt, withdrawn);
  });

  it('is changed and withdrawn by nobody else, and changed no longer than the settings say', async () => {
    const { id } = await submit();
    const somebody = by(await service.person());
    await expect(edit(id, somebody)).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await expect(withdraw(id, somebody)).rejects.toMatchObject({ code: 'NOT_YOURS' });
    await expect(edit(id, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(edit(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(edit(id, by(person), '')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await service.set({ editMinutes: -1 });
    await expect(edit(id)).rejects.toMatchObject({ code: 'EDIT_TIME_OVER', details: { params: { minutes: -1 } } });
    await service.set({ editMinutes: null });
    await edit(id);
    expect((await history(id)).map(({ type }) => type)).toEqual(['CommentSubmitted', 'CommentEdited']);
  });

  it('lets moderators hide a comment, once and with a reason', async () => {
    const { id } = await submit();
    await expect(hide(id, by(person))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(hide(id, by(actor('official')))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
    await expect(hide(id, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    await expect(hide(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const context = by(actor('moderator'));
    const hidden = await hide(id, context);
    expect(await hide(id, context)).toEqual(hidden);
    await expect(hide(id)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    expect((await history(id)).at(-1)!.data).toEqual({ commentId: id, consultationId, by: context.actor!.accountId, reason: 'Insult' });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, actorIn, expectReceiptFor } from '@isegoria/testing';
import { activityIn, by, startConsultations, type TestService } from '../../../consultations.fixture';
import { editStatement, withdrawStatement } from '../own-statement/own-statement.contract';
import { acceptStatement, rejectStatement, submitStatement } from './statement.contract';

const whileOpen = new Date('2026-05-15T12:00:00.000Z');

describe('statements over the bus', () => {
  let service: TestService;
  let person: Actor;
  let consultationId: string;
  let activityId: string;
  beforeAll(async () => {
    service = await startConsultations();
    person = await service.person();
    ({ consultationId, activityId } = await service.consultation());
  });
  beforeEach(() => {
    service.clock.now = whileOpen;
  });
  afterAll(() => service?.stop());

  const text = 'Buses at night, please';
  const submit = (context: CommandContext = by(person), fields: object = {}) =>
    service.send(submitStatement.subject, { activityId, text, ...fields }, context);
  const accept = (statementId: string, who = actor('moderator')) => service.send(acceptStatement.subject, { statementId }, by(who));
  const reject = (statementId: string, who = actor('moderator')) =>
    service.send(rejectStatement.subject, { statementId, reason: 'Off topic' }, by(who));
  const history = (statementId: string) => service.read(`statement-${statementId}`);
  const typesOf = async (statementId: string) => (await history(statementId)).map(({ type }) => type);

  it('records a statement, sealed and under a pseudonym, with a receipt', async () => {
    const context = by(person);
    const { id, position, receipt } = await submit(context);
    const [submitted] = await history(id);
    expect(submitted).toMatchObject({
      id: context.commandId,
      type: 'StatementSubmitted',
      position,
      data: {
        consultationId,
        activityId,
        author: await service.pseudonym(person, consultationId),
        assurance: 'email',
        externalId: null,
      },
    });
    const { text: words } = submitted!.data as { text: { sealed: string } };
    expect(await service.open(words.sealed)).toEqual([text]);
    expect(JSON.stringify(submitted)).not.toContain(text);
    expect(JSON.stringify(submitted)).not.toContain(person.accountId);
    expectReceiptFor(receipt, submitted, text);
  });

  it('is recorded as anonymous where it comes from a credential that was reissued since the consultation was published', async () => {
    const reissued = { ...(await service.person()), reissuedAt: Number.MAX_SAFE_INTEGER };
    expect((await history((await submit(by(reissued))).id))[0]!.data).toMatchObject({ assurance: 'anonymous' });
    const before = { ...(await service.person()), reissuedAt: 0 };
    expect((await history((await submit(by(before))).id))[0]!.data).toMatchObject({ assurance: 'email' });
  });

  it('gives the same receipt for the same command, at once, later and after the closing, and records it once', async () => {
    // It closes before the other, which a policy closes as soon as the clock says so.
    const { id } = await service.draft();
    await service.publish(id, undefined, '2026-05-18T00:00:00Z');
    const context = by(person);
    const send = () => submit(context, { activityId: activityIn(id) });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    await accept(first!.id);
    service.clock.now = new Date('2026-05-18T00:00:00.000Z');
    expect((await send()).receipt).toBe(first!.receipt);
    await service.stopInstances();
    await service.startInstance();
    expect((await send()).receipt).toBe(first!.receipt);
    expect(await typesOf(first!.id)).toEqual(['StatementSubmitted', 'StatementAccepted']);
  });

  it('keeps the id at the source and the original time of an imported one', async () => {
    const imported = { at: '2015-07-01T08:00:00Z', by: randomUUID() };
    const { id } = await submit(by(person, { imported }), { externalId: '17' });
    expect(await history(id)).toMatchObject([{ data: { externalId: '17' }, metadata: { at: whileOpen.toISOString(), imported } }]);
    await expect(submit(by(person), { externalId: '17' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { field: 'externalId' },
    });
  });

  it('takes only so many from a person, however many come at once, and a repeated one again', async () => {
    await service.startInstance();
    const [somebody, other, elsewhere] = [await service.person(), await service.person(), await service.consultation()];
    await service.set({ contributionsPerPerson: 3 });
    const contexts = Array.from({ length: 12 }, () => by(somebody));
    const outcomes = await Promise.allSettled(contexts.map((context) => submit(context)));
    const taken = outcomes.flatMap((outcome, index) =>
      outcome.status === 'fulfilled' ? [{ context: contexts[index]!, ...outcome.value }] : [],
    );
    expect(new Set(taken.map(({ id }) => id)).size).toBe(3);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'ALLOWANCE_USED_UP', details: { params: { most: 3 } } });
    }
    await submit(by(other));
    await submit(by(somebody), { activityId: elsewhere.activityId });
    await submit(by(somebody, { imported: { at: '2015-07-01T08:00:00Z', by: randomUUID() } }));
    await service.set({ contributionsPerPerson: 1 });
    for (const { context, id, receipt } of taken) expect(await submit(context)).toMatchObject({ id, receipt });
    await service.set({ contributionsPerPerson: 4 });
    await submit(by(somebody));
    await expect(submit(by(somebody))).rejects.toMatchObject({ code: 'ALLOWANCE_USED_UP' });
    await service.set({ contributionsPerPerson: null });
    await submit(by(somebody));
  });

  it('is changed and withdrawn by its author alone, sealed again, with a receipt each', async () => {
    const { id: statementId } = await submit();
    const edit = (who: Actor) => service.send(editStatement.subject, { statementId, text: 'Trams, please' }, by(who));
    const withdraw = (who: Actor) => service.send(withdrawStatement.subject, { statementId }, by(who));
    const somebody = await service.person();
    for (const act of [edit, withdraw]) await expect(act(somebody)).rejects.toMatchObject({ code: 'NOT_YOURS' });
    const [changed, gone] = [await edit(person), await withdraw(person)];
    const [, edited, withdrawn] = await history(statementId);
    const { text: words } = edited!.data as { text: { sealed: string } };
    expect(await service.open(words.sealed)).toEqual(['Trams, please']);
    expect([edited!.type, withdrawn!.type]).toEqual(['StatementEdited', 'StatementWithdrawn']);
    expectReceiptFor(changed.receipt, edited);
    expectReceiptFor(gone.receipt, withdrawn);
    await expect(accept(statementId)).rejects.toMatchObject({ code: 'WITHDRAWN' });
    const nothing = service.send(editStatement.subject, { statementId: randomUUID(), text }, by(person));
    await expect(nothing).rejects.toMatchObject({ code: 'STATEMENT_NOT_FOUND' });
  });

  it('of a draft law is changed into words that are not those it replaces', async () => {
    const law = await service.consultation({ method: 'document', document: 'The air is clean.\n\nCars stop.', statements: undefined });
    const proposal = { activityId: law.activityId, paragraph: 'p1', replaces: true };
    const whole = await submit(by(person), { ...proposal, text: 'The air is good.' });
    const word = await submit(by(person), { ...proposal, words: 'clean', text: 'good' });
    const edit = (statementId: string, to: string) => service.send(editStatement.subject, { statementId, text: to }, by(person));
    const same = { details: { field: 'text', params: { constraint: 'changesNothing' } } };
    await expect(edit(whole.id, ' The  air is clean.\n\nWhy not?')).rejects.toMatchObject(same);
    await expect(edit(word.id, 'clean ')).rejects.toMatchObject(same);
    await edit(whole.id, 'Cars stop.');
    await edit(word.id, 'The air is clean.');
    expect(await typesOf(whole.id)).toEqual(['StatementSubmitted', 'StatementEdited']);
  });

  it('of a draft law proposes to leave words out, and says why', async () => {
    const law = await service.consultation({ method: 'document', document: 'The air is clean.\n\nCars stop.', statements: undefined });
    const proposal = { activityId: law.activityId, paragraph: 'p1', leavesOut: true };
    const { id } = await submit(by(person), { ...proposal, words: 'clean', text: 'Nobody measures it.' });
    const [submitted] = await history(id);
    expect(submitted!.data).toMatchObject({ at: { words: { exact: 'clean' }, replaces: true, leavesOut: true } });
    // Its words are why, and may be those of the paragraph.
    await service.send(editStatement.subject, { statementId: id, text: 'clean' }, by(person));
    expect(await typesOf(id)).toEqual(['StatementSubmitted', 'StatementEdited']);
    for (const [fields, field] of [
      [{ text: ' ' }, 'text'],
      [{ text: 'Why.', reason: 'Why else.' }, 'reason'],
      [{ text: 'Why.', replaces: false }, 'leavesOut'],
    ] as const)
      await expect(submit(by(person), { ...proposal, ...fields })).rejects.toMatchObject({ details: { field } });
  });

  it('lets moderators accept and reject, and reverse either', async () => {
    const { id } = await submit();
    await accept(id);
    await reject(id);
    const last = await accept(id, actor('administrator'));
    expect(await typesOf(id)).toEqual(['StatementSubmitted', 'StatementAccepted', 'StatementRejected', 'StatementAccepted']);
    expect(last.id).toBe(id);
  });

  it('takes the same decision once only', async () => {
    const [one, other] = [(await submit()).id, (await submit()).id];
    await accept(one);
    await reject(other);
    await expect(accept(one)).rejects.toMatchObject({ code: 'STATEMENT_ALREADY_MODERATED' });
    await expect(reject(other)).rejects.toMatchObject({ code: 'STATEMENT_ALREADY_MODERATED' });
    const context = by(actor('moderator'));
    const again = () => service.send(rejectStatement.subject, { statementId: one, reason: 'Off topic' }, context);
    expect(await again()).toEqual(await again());
  });

  it('lets moderators only', async () => {
    const { id } = await submit();
    for (const decide of [accept, reject]) {
      await expect(decide(id, person)).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
      await expect(decide(id, actor('official'))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
      await expect(decide(id, actorIn('root.aaaaaaaa', 'moderator'))).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
      await expect(decide(randomUUID())).rejects.toMatchObject({ code: 'STATEMENT_NOT_FOUND' });
    }
    await expect(service.send(acceptStatement.subject, { statementId: id }, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('refuses what cannot be submitted, and records nothing', async () => {
    const poll = await service.consultation({ method: 'poll', options: ['Red', 'Blue'] });
    const { id: draft } = await service.draft();
    const closed = await service.consultation();
    await service.close(closed.consultationId);
    for (const [fields, code] of [
      [{ activityId: randomUUID() }, 'ACTIVITY_NOT_FOUND'],
      [{ activityId: poll.activityId }, 'WRONG_METHOD'],
      [{ activityId: activityIn(draft) }, 'CONSULTATION_NOT_OPEN'],
      [{ activityId: closed.activityId }, 'CONSULTATION_CLOSED'],
      [{ text: ' ' }, 'VALIDATION_FAILED'],
      [{ text: 'a\u0000b' }, 'VALIDATION_FAILED'],
      [{ text: 'x'.repeat(2_001) }, 'VALIDATION_FAILED'],
    ] as const) {
      const context = by(person);
      await expect(submit(context, fields)).rejects.toMatchObject({ code });
      expect(await history(context.commandId)).toEqual([]);
    }
    await expect(submit(by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('is taken from the very opening until exactly the closing', async () => {
    service.clock.now = new Date('2026-05-15T11:59:59.999Z');
    const { id } = await service.draft();
    await service.publish(id, '2026-05-15T12:00:00Z', '2026-05-15T12:00:01Z');
    const here = { activityId: activityIn(id) };
    await expect(submit(by(person), here)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    service.clock.now = new Date('2026-05-15T12:00:00.000Z');
    await submit(by(person), here);
    service.clock.now = new Date('2026-05-15T12:00:00.999Z');
    await submit(by(person), here);
    service.clock.now = new Date('2026-05-15T12:00:01.000Z');
    await expect(submit(by(person), here)).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
  });
});

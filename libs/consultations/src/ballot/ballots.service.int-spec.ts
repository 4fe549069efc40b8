import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { actor, eventually, expectReceiptFor } from '@isegoria/testing';
import { activityIn, by, promisedEvent, startConsultations, type TestService } from '../consultations.fixture';
import { openedChoice } from '../hidden-results/hidden-ballot';
import { castStatementVote } from '../methods/deliberation/vote/statement-vote.contract';
import { rejectStatement, submitStatement } from '../methods/deliberation/statement/statement.contract';
import { showOwnVotes } from '../my-votes/my-votes.contract';
import { castPollBallot } from '../methods/poll/poll.contract';

interface Place {
  readonly consultationId: string;
  readonly activityId: string;
}

const whileOpen = new Date('2026-05-15T12:00:00.000Z');
const closing = new Date('2026-05-20T00:00:00.000Z');

describe('votes and ballots over the bus', () => {
  let service: TestService;
  let deliberation: Place;
  let statementId: string;
  let other: string;
  let poll: Place;
  beforeAll(async () => {
    service = await startConsultations();
    deliberation = await service.consultation({ statements: ['More buses', 'Free buses'] });
    [statementId, other] = (await service.seeds(deliberation.activityId)) as [string, string];
    poll = await service.consultation({ method: 'poll', options: ['Red', 'Green', 'Blue'], multiple: true });
  });
  beforeEach(() => {
    service.clock.now = whileOpen;
  });
  afterAll(() => service?.stop());

  const vote = (context: CommandContext, choice = 'agree', fields: object = {}) =>
    service.send(castStatementVote.subject, { activityId: deliberation.activityId, statementId, choice, ...fields }, context);
  const choose = (context: CommandContext, options: string[], fields: object = {}) =>
    service.send(castPollBallot.subject, { activityId: poll.activityId, options, ...fields }, context);
  const ballotOf = async (person: Actor, { consultationId, activityId } = deliberation) =>
    service.read(`ballot-${activityId}-${await service.pseudonym(person, consultationId)}`);
  const submitted = async ({ activityId } = deliberation) =>
    (await service.send(submitStatement.subject, { activityId, text: 'Mine' }, by(await service.person()))).id;

  it('records a vote under a pseudonym, with a receipt', async () => {
    const person = await service.person('anonymous');
    const context = by(person);
    const { position, receipt } = await vote(context);
    const [cast] = await ballotOf(person);
    const voter = await service.pseudonym(person, deliberation.consultationId);
    expect(cast).toMatchObject({ id: context.commandId, position, metadata: { at: whileOpen.toISOString() } });
    expect(cast!.data).toEqual({ ...deliberation, statementId, voter, choice: 'agree', assurance: 'anonymous' });
    expect(JSON.stringify(cast)).not.toContain(person.accountId);
    expectReceiptFor(receipt, cast);
  });

  it('shows people what they cast, the newest first, with the receipts that they were given', async () => {
    const [person, nobody] = [await service.person(), await service.person()];
    const { consultationId, activityId } = deliberation;
    const first = await vote(by(person), 'agree');
    const elsewhere = await vote(by(person), 'pass', { statementId: other });
    const last = await vote(by(person), 'disagree');
    const shown = (who: Actor, from = 'newest', where = activityId) =>
      service.send(showOwnVotes.subject, { activityId: where, from }, by(who)) as Promise<unknown>;
    const on = (about: string, choice: string, replaced: boolean, { receipt }: { receipt?: string }) =>
      ({ castAt: expect.any(String), statementId: about, choice, options: [], replaced, receipt }) as const;
    expect(await shown(person)).toEqual({
      consultationId,
      items: [on(statementId, 'disagree', false, last), on(other, 'pass', false, elsewhere), on(statementId, 'agree', true, first)],
      next: null,
      count: 3,
    });
    expect(await shown(person, '2')).toMatchObject({ items: [{ choice: 'pass' }, { choice: 'agree', replaced: true }], count: 3 });
    expect(await shown(nobody)).toEqual({ consultationId, items: [], next: null, count: 0 });
    const chosen = await choose(by(person), ['1', '3']);
    expect(await shown(person, 'newest', poll.activityId)).toMatchObject({ items: [{ options: ['1', '3'], receipt: chosen.receipt }] });
    await expect(shown(person, 'newest', randomUUID())).rejects.toMatchObject({ code: 'ACTIVITY_NOT_FOUND' });
    await expect(shown(person, '-1')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('reads nothing for a first vote, and each stream that a refusal is about once', async () => {
    const [person, next] = [await service.person(), await service.person()];
    const pending = await submitted();
    const { consultationId, activityId } = deliberation;
    await vote(by(person));
    const readFor = async (work: () => Promise<unknown>) =>
      (await service.readsOf(work)).filter((stream) =>
        [consultationId, activityId, statementId, pending].some((id) => stream.includes(id)),
      );
    expect(await readFor(() => vote(by(next)))).toEqual([]);
    const refused = () =>
      expect(vote(by(next), 'agree', { statementId: pending })).rejects.toMatchObject({ code: 'STATEMENT_NOT_ACCEPTED' });
    const ballot = `ballot-${activityId}-${await service.pseudonym(next, consultationId)}`;
    const read = [`activity-${activityId}`, ballot, `consultation-${consultationId}`, `statement-${pending}`];
    for (const time of ['the first time', 'again']) expect({ time, read: (await readFor(refused)).sort() }).toEqual({ time, read });
  });

  it('records a ballot in the order of the poll, with a receipt', async () => {
    const person = await service.person();
    const { receipt } = await choose(by(person), ['3', '1']);
    const [cast] = await ballotOf(person, poll);
    expect(cast!.data).toMatchObject({ options: ['1', '3'], assurance: 'email' });
    expectReceiptFor(receipt, cast);
  });

  it('hides what is chosen until the log has the closing, but for the person, and then publishes what opens it', async () => {
    const hidden = await service.consultation({ method: 'poll', options: ['Red', 'Green', 'Blue'], multiple: true, resultsHidden: true });
    const { activityId, consultationId } = hidden;
    const [person, next] = [await service.person(), await service.person()];
    const first = await choose(by(person), ['1'], { activityId });
    const again = await choose(by(person), ['1'], { activityId });
    const last = await choose(by(person), ['1', '2', '3'], { activityId });
    await choose(by(next), ['1'], { activityId });
    expect(again.receipt).toBe(first.receipt);
    const [casts, others] = [await ballotOf(person, hidden), await ballotOf(next, hidden)];
    expect(casts).toHaveLength(2);
    expectReceiptFor(last.receipt, casts[1]);
    const texts = [...casts, ...others].map(({ data }) => {
      expect(data).toMatchObject({ options: [], assurance: 'email' });
      return (data as { hidden: { text: string } }).hidden.text;
    });
    expect(new Set(texts).size).toBe(3);
    expect(new Set(texts.map(({ length }) => length)).size).toBe(1);
    expect(await service.send(showOwnVotes.subject, { activityId, from: 'newest' }, by(person))).toMatchObject({
      items: [{ options: ['1', '2', '3'], receipt: last.receipt }, { options: ['1'], receipt: first.receipt }],
    });
    const typesOf = async () => (await service.read(`activity-${activityId}`)).map(({ type }) => type);
    expect(await typesOf()).toEqual(['ActivityDrafted']);
    await service.close(consultationId);
    await eventually(async () => expect(await typesOf()).toEqual(['ActivityDrafted', 'BallotsRevealed']));
    const { key } = (await service.read(`activity-${activityId}`))[1]!.data as { key: string };
    const opened = texts.map((text) => openedChoice(Buffer.from(key, 'base64url'), activityId, text));
    expect(opened).toEqual([{ options: ['1'] }, { options: ['1', '2', '3'] }, { options: ['1'] }]);
  });

  it('records a changed vote as a further event, and answers the same choice with the receipt of the event that recorded it', async () => {
    const person = await service.person();
    await vote(by(person), 'agree');
    await vote(by(person), 'disagree', { statementId: other });
    const changed = await vote(by(person), 'pass');
    await vote(by(person), 'agree', { statementId: other });
    const same = await vote(by(person), 'pass');
    const ballot = await ballotOf(person);
    expect(ballot.map(({ data }) => 'choice' in data && data.choice)).toEqual(['agree', 'disagree', 'pass', 'agree']);
    expect(same.receipt).toBe(changed.receipt);
    expectReceiptFor(same.receipt, ballot[2]);
    expect(same.position).toBe(ballot[3]!.position);
  });

  it('records as anonymous what comes from a credential that was reissued since the first publication, by log position', async () => {
    const scheduled = await service.draft({ method: 'poll', options: ['Red', 'Green'] });
    const { position: first } = await service.publish(scheduled.id, '2026-05-16T00:00:00Z');
    const { position: moved } = await service.changeDates(scheduled.id, '2026-05-15T18:00:00Z', '2026-05-20T00:00:00Z');
    service.clock.now = new Date('2026-05-15T19:00:00.000Z');
    for (const [reissuedAt, assurance] of [
      [first - 1, 'email'],
      [first + 1, 'anonymous'],
      [moved + 1, 'anonymous'],
    ] as const) {
      const person = { ...(await service.person()), reissuedAt };
      const here = { consultationId: scheduled.id, activityId: activityIn(scheduled.id) };
      await choose(by(person), ['1'], { activityId: here.activityId });
      expect((await ballotOf(person, here))[0]!.data).toMatchObject({ assurance });
    }
    const voter = { ...(await service.person()), reissuedAt: moved };
    await vote(by(voter));
    expect((await ballotOf(voter))[0]!.data).toMatchObject({ assurance: 'anonymous' });
  });

  it('does so, too, where the log is slow to be heard', async () => {
    service.stopListening();
    const just = await service.consultation({ method: 'poll', options: ['Red', 'Green'] });
    const person = { ...(await service.person()), reissuedAt: Number.MAX_SAFE_INTEGER };
    await choose(by(person), ['1'], { activityId: just.activityId });
    expect((await ballotOf(person, just))[0]!.data).toMatchObject({ assurance: 'anonymous' });
    await service.stopInstances();
    await service.startInstance();
  });

  it('records the same choice again once the person is more surely known', async () => {
    const person = await service.person('anonymous');
    await vote(by(person));
    const sure: Actor = { ...person, assurance: 'email' };
    const { receipt } = await vote(by(sure));
    const ballot = await ballotOf(person);
    expect(ballot).toHaveLength(2);
    expectReceiptFor(receipt, ballot[1]);
  });

  it('answers the same ballot again with its receipt', async () => {
    const person = await service.person();
    const first = await choose(by(person), ['1', '2']);
    await expect(choose(by(person), ['2', '1'])).resolves.toEqual(first);
    expect(await ballotOf(person, poll)).toHaveLength(1);
  });

  it('records a command once however often it comes, and gives the same receipt, even after the closing and a restart', async () => {
    const person = await service.person();
    const context = by(person);
    const own = await service.consultation({ moderation: 'after' });
    const about = { activityId: own.activityId, statementId: await submitted(own) };
    const [first, second] = await Promise.all([vote(context, 'agree', about), vote(context, 'agree', about)]);
    await vote(by(person), 'disagree', about);
    const changedBallot = await ballotOf(person, own);
    expect(second).toEqual(first);
    await service.close(own.consultationId);
    expect((await vote(context, 'agree', about)).receipt).toBe(first!.receipt);
    await service.stopInstances();
    await service.startInstance();
    expect((await vote(context, 'agree', about)).receipt).toBe(first!.receipt);
    expect(await ballotOf(person, own)).toEqual(changedBallot);
    expect(changedBallot).toHaveLength(2);
  });

  it('gives the first answer to a late retry of a vote that changed nothing, and leaves the vote alone, after a restart too', async () => {
    const person = await service.person();
    await vote(by(person), 'agree');
    const repeatedChoice = by(person, { request: 'again' });
    const first = await vote(repeatedChoice, 'agree');
    await vote(by(person), 'disagree');
    expect(await vote(repeatedChoice, 'agree')).toEqual(first);
    await service.stopInstances();
    await service.startInstance();
    expect(await vote(repeatedChoice, 'agree')).toEqual(first);
    expect((await ballotOf(person)).map(({ data }) => 'choice' in data && data.choice)).toEqual(['agree', 'disagree']);
  });

  it('refuses another choice under the key of one that was accepted, whether that changed something or not', async () => {
    const person = await service.person();
    for (const context of [by(person, { request: 'agree' }), by(person, { request: 'agree' })]) {
      await vote(context, 'agree');
      const other = { ...context, request: 'disagree' };
      await expect(vote(other, 'disagree')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    }
    expect(await ballotOf(person)).toHaveLength(1);
  });

  it('leaves one ballot with both votes when a person casts two at once', async () => {
    const person = await service.person();
    const replies = await Promise.all([vote(by(person)), vote(by(person), 'pass', { statementId: other })]);
    const ballot = await ballotOf(person);
    expect(ballot.map(({ revision }) => revision)).toEqual([0, 1]);
    for (const { receipt } of replies)
      expectReceiptFor(
        receipt,
        ballot.find(({ id }) => id === promisedEvent(receipt)),
      );
    expect(new Set(replies.map(({ receipt }) => promisedEvent(receipt))).size).toBe(2);
  });

  it('loses none of many votes that one person casts at once through two instances', async () => {
    await service.startInstance();
    const person = await service.person();
    const wanted = Array.from({ length: 24 }, (_, index) => ({
      choice: ['agree', 'disagree', 'pass'][index % 3]!,
      statementId: index % 2 ? statementId : other,
    }));
    const replies = await Promise.all(wanted.map(({ choice, ...about }) => vote(by(person), choice, about)));
    const ballot = await ballotOf(person);
    expect(ballot.map(({ revision }) => revision)).toEqual(ballot.map((_, index) => index));
    for (const [index, { receipt }] of replies.entries()) {
      const event = ballot.find(({ id }) => id === promisedEvent(receipt));
      expect(event?.data).toMatchObject(wanted[index]!);
      expectReceiptFor(receipt, event);
    }
    expect(new Set(replies.map(({ receipt }) => promisedEvent(receipt))).size).toBe(ballot.length);
    await service.stopInstances();
    await service.startInstance();
  });

  it('sees a vote that was changed through another instance', async () => {
    const person = await service.person();
    await service.startInstance();
    for (let round = 0; round < 6; round++) {
      for (const choice of ['agree', 'disagree']) await vote(by(person), choice);
    }
    const choices = (await ballotOf(person)).map(({ data }) => 'choice' in data && data.choice);
    expect(choices).toEqual(Array.from({ length: 12 }, (_, index) => (index % 2 ? 'disagree' : 'agree')));
    await service.stopInstances();
    await service.startInstance();
  });

  it('refuses a person who was erased while it was on its way, and leaves the vote that was cast', async () => {
    const erased = await service.person();
    const voter = await service.pseudonym(erased, deliberation.consultationId);
    await vote(by(erased));
    await service.destroyKey(erased);
    await expect(vote(by(erased), 'disagree')).rejects.toMatchObject({ code: 'ACCOUNT_ERASED' });
    expect(await service.read(`ballot-${deliberation.activityId}-${voter}`)).toMatchObject([{ data: { choice: 'agree' } }]);
  });

  it('refuses a vote that may not be cast, and records nothing', async () => {
    const person = await service.person();
    const elsewhere = await service.consultation({ statements: ['Elsewhere'] });
    const [foreign] = await service.seeds(elsewhere.activityId);
    const pending = await submitted();
    const rejected = await submitted();
    await service.send(rejectStatement.subject, { statementId: rejected, reason: 'Off topic' }, by(actor('moderator')));
    const { id } = await service.draft();
    const draft = { consultationId: id, activityId: activityIn(id) };
    const closed = await service.consultation();
    await service.close(closed.consultationId);
    for (const [fields, code] of [
      [{ activityId: randomUUID() }, 'ACTIVITY_NOT_FOUND'],
      [{ activityId: poll.activityId }, 'WRONG_METHOD'],
      [{ activityId: draft.activityId }, 'CONSULTATION_NOT_OPEN'],
      [{ activityId: closed.activityId }, 'CONSULTATION_CLOSED'],
      [{ activityId: elsewhere.activityId }, 'STATEMENT_NOT_FOUND'],
      [{ statementId: randomUUID() }, 'STATEMENT_NOT_FOUND'],
      [{ statementId: foreign }, 'STATEMENT_NOT_FOUND'],
      [{ statementId: pending }, 'STATEMENT_NOT_ACCEPTED'],
      [{ statementId: rejected }, 'STATEMENT_NOT_ACCEPTED'],
      [{ choice: 'maybe' }, 'VALIDATION_FAILED'],
      [{ voter: 'somebody else' }, 'UNKNOWN_FIELD'],
    ] as const) {
      await expect(vote(by(person), 'agree', fields)).rejects.toMatchObject({ code });
    }
    await expect(vote(by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const place of [deliberation, poll, draft, closed, elsewhere]) expect(await ballotOf(person, place)).toEqual([]);
  });

  it('refuses a ballot that may not be cast, and records nothing', async () => {
    const person = await service.person();
    const single = await service.consultation({ method: 'poll', options: ['Red', 'Blue'] });
    for (const [options, fields, code] of [
      [['1', '4'], {}, 'OPTION_NOT_FOUND'],
      [['1', '2'], { activityId: single.activityId }, 'SINGLE_CHOICE_ONLY'],
      [['1'], { activityId: deliberation.activityId }, 'WRONG_METHOD'],
      [['1'], { activityId: randomUUID() }, 'ACTIVITY_NOT_FOUND'],
      [['1', '1'], {}, 'VALIDATION_FAILED'],
      [[], {}, 'VALIDATION_FAILED'],
    ] as const) {
      await expect(choose(by(person), [...options], fields)).rejects.toMatchObject({ code });
    }
    await expect(choose(by(), ['1'])).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    for (const place of [poll, single, deliberation]) expect(await ballotOf(person, place)).toEqual([]);
  });

  it('takes votes on what was just opened, and none after an early closure, however slow the log is to be heard', async () => {
    const person = await service.person();
    service.stopListening();
    const after = await service.consultation({ moderation: 'after' });
    const late = { activityId: after.activityId, statementId: await submitted(after) };
    await vote(by(person), 'agree', late);
    await service.close(after.consultationId);
    await expect(vote(by(person), 'disagree', late)).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
    expect(await ballotOf(person, after)).toHaveLength(1);
    await service.stopInstances();
    await service.startInstance();
  });

  it('takes imported votes whatever moderators decided here, and marks them', async () => {
    const person = await service.person('attested');
    const imported = { at: '2015-07-01T08:00:00Z', by: randomUUID() };
    const pending = await submitted();
    const rejected = await submitted();
    await service.send(rejectStatement.subject, { statementId: rejected, reason: 'Off topic' }, by(actor('moderator')));
    for (const about of [pending, rejected]) await vote(by(person, { imported }), 'disagree', { statementId: about });
    expect(await ballotOf(person)).toMatchObject(
      [pending, rejected].map((about) => ({ data: { statementId: about }, metadata: { imported } })),
    );
    await expect(vote(by(person, { imported }), 'agree', { statementId: randomUUID() })).rejects.toMatchObject({
      code: 'STATEMENT_NOT_FOUND',
    });
    service.clock.now = closing;
    await expect(vote(by(person, { imported }))).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
  });

  it('closes exactly at its date, before the closing is recorded', async () => {
    service.clock.now = new Date('2026-05-15T11:59:59.999Z');
    const { id } = await service.draft({ method: 'poll', options: ['Red', 'Blue'] });
    await service.publish(id, '2026-05-15T12:00:00Z', '2026-05-15T12:00:01Z');
    const cast = async () => choose(by(await service.person()), ['1'], { activityId: activityIn(id) });
    await expect(cast()).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    service.clock.now = new Date('2026-05-15T12:00:00.000Z');
    await cast();
    service.clock.now = new Date('2026-05-15T12:00:00.999Z');
    await cast();
    service.clock.now = new Date('2026-05-15T12:00:01.000Z');
    await expect(cast()).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
  });

  it('takes votes in the open phase only, and keeps what one person casts in each activity apart, under one pseudonym', async () => {
    const poll = { method: 'poll', options: ['Red', 'Blue'] };
    const phases = [
      { title: 'Now', activities: [poll, poll] },
      { title: 'Then', activities: [poll] },
    ];
    const { id } = await service.draft({}, { phases });
    await service.publishAll(id, [
      ['2026-05-10T00:00:00Z', '2026-05-20T00:00:00Z'],
      ['2026-05-25T00:00:00Z', '2026-05-30T00:00:00Z'],
    ]);
    const [one, two, then] = [activityIn(id), activityIn(id, 0, 1), activityIn(id, 1)] as const;
    const person = await service.person();
    const cast = (activityId: string, option = '1') => choose(by(person), [option], { activityId });
    await cast(one, '1');
    await cast(two, '2');
    await expect(cast(then)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    service.clock.now = new Date('2026-05-22T00:00:00.000Z');
    await expect(cast(one, '2')).rejects.toMatchObject({ code: 'CONSULTATION_CLOSED' });
    await expect(cast(then)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    service.clock.now = new Date('2026-05-25T00:00:00.000Z');
    await cast(then);
    const voter = await service.pseudonym(person, id);
    for (const [activityId, option] of [
      [one, '1'],
      [two, '2'],
      [then, '1'],
    ] as const)
      expect(await ballotOf(person, { consultationId: id, activityId })).toMatchObject([
        { data: { activityId, voter, options: [option] } },
      ]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, CommandContext } from '@isegoria/kernel';
import { expectReceiptFor } from '@isegoria/testing';
import { by, startFeedback, type TestService } from '../feedback.fixture';
import { feedbackContext, type HelpAnswer, type ServiceFeedbackGiven } from './feedback-given.contract';
import { giveServiceFeedback, takeServiceFeedbackBack } from './service-feedback.contract';

describe('feedback on services over the bus', () => {
  let service: TestService;
  let person: Actor;
  beforeAll(async () => {
    service = await startFeedback();
    person = await service.person();
  });
  afterAll(() => service?.stop());

  const unit = 'root.aaaaaaaa';
  const give = (serviceId: string, answer: HelpAnswer, comment?: string, context: CommandContext = by(person)) =>
    service.send(giveServiceFeedback.subject, { serviceId, answer, ...(comment !== undefined && { comment }) }, context);
  const takeBack = (serviceId: string, context = by(person)) => service.send(takeServiceFeedbackBack.subject, { serviceId }, context);
  const authorOf = (serviceId: string, who = person) => service.pseudonym(who, feedbackContext(serviceId));
  const historyOf = async (serviceId: string) => service.read(`service-feedback-${serviceId}-${await authorOf(serviceId)}`);
  const saidIn = async (serviceId: string) => (await historyOf(serviceId)).map(({ data }) => data as ServiceFeedbackGiven['data']);
  const withdraw = (serviceId: string) =>
    service.recordService({ type: 'ServiceWithdrawn', data: { serviceId, by: randomUUID(), reason: 'Closed.' } });

  it('is one of a person and a service, under a pseudonym for that service alone, with sealed words and a receipt', async () => {
    const [serviceId, other] = [await service.service(unit), await service.service()];
    const words = 'The form asks for a number that I do not have.';
    const given = await Promise.all([give(serviceId, 'partly'), give(serviceId, 'partly'), give(serviceId, 'partly')]);
    const { receipt } = await give(serviceId, 'no', `  ${words} `);
    await give(other, 'yes');
    const history = await historyOf(serviceId);
    expect(history.map(({ data }) => data)).toEqual([
      { serviceId, unit, author: await authorOf(serviceId), answer: 'partly', assurance: 'email', text: null },
      { serviceId, unit, author: await authorOf(serviceId), answer: 'no', assurance: 'email', text: { sealed: expect.any(String) } },
    ]);
    for (const one of given) expectReceiptFor(one.receipt, history[0]);
    expectReceiptFor(receipt, history[1], words);
    const { text } = history[1]!.data as { text: { sealed: string } };
    expect(await service.open(text.sealed)).toEqual([words]);
    for (const personal of [words, person.accountId]) expect(JSON.stringify(history)).not.toContain(personal);
    expect(await authorOf(other)).not.toBe(await authorOf(serviceId));
  });

  it('that says the same in the same words is recorded once, and again with other words or none', async () => {
    const serviceId = await service.service();
    const said = async () => (await saidIn(serviceId)).map(({ answer, text }) => [answer, text !== null]);
    const first = by(person);
    const { receipt } = await give(serviceId, 'no', 'Too slow', first);
    expect((await give(serviceId, 'no', 'Too slow')).receipt).toBe(receipt);
    await give(serviceId, 'no', 'Far too slow');
    await give(serviceId, 'no');
    expect(await said()).toEqual([
      ['no', true],
      ['no', true],
      ['no', false],
    ]);
    expect((await give(serviceId, 'no', 'Too slow', first)).receipt).toBe(receipt);
    expect(await said()).toHaveLength(3);
  });

  it('can be taken back, with its words, and leaves nothing where there was none', async () => {
    const serviceId = await service.service();
    expect((await takeBack(serviceId)).receipt).toBeUndefined();
    await give(serviceId, 'yes', 'Thank you');
    await takeBack(serviceId);
    expect((await saidIn(serviceId)).slice(1)).toMatchObject([{ answer: null, text: null }]);
  });

  it('is refused for what was never in the directory, or is no longer, where it can still be taken back', async () => {
    const drafted = randomUUID();
    for (const missing of [drafted, randomUUID()]) await expect(give(missing, 'yes')).rejects.toMatchObject({ code: 'SERVICE_NOT_FOUND' });
    const serviceId = await service.service();
    const context = by(person);
    const first = await give(serviceId, 'yes', 'Quick', context);
    await withdraw(serviceId);
    await expect(give(serviceId, 'no')).rejects.toMatchObject({ code: 'SERVICE_WITHDRAWN' });
    expect(await give(serviceId, 'yes', 'Quick', context)).toEqual(first);
    await takeBack(serviceId);
    expect((await saidIn(serviceId)).map(({ answer }) => answer)).toEqual(['yes', null]);
  });

  it('counts as anonymous for a credential that was reissued since the publication', async () => {
    const serviceId = await service.service();
    person = { ...(await service.person()), reissuedAt: Number.MAX_SAFE_INTEGER };
    await give(serviceId, 'yes');
    expect(await saidIn(serviceId)).toMatchObject([{ assurance: 'anonymous' }]);
  });

  it('keeps its answer where the key of the person is gone, and not its words', async () => {
    const serviceId = await service.service();
    const somebody = await service.person();
    const author = await authorOf(serviceId, somebody);
    await give(serviceId, 'no', 'I could not reach anybody.', by(somebody));
    await service.destroyKey(somebody);
    const [given] = await service.read(`service-feedback-${serviceId}-${author}`);
    const { answer, text } = given!.data as { answer: string; text: { sealed: string } };
    expect([answer, ...(await service.open(text.sealed))]).toEqual(['no', 'erased']);
  });
});

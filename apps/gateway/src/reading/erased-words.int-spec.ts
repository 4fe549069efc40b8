import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClientProxy } from '@nestjs/microservices';
import type { NatsConnection } from 'nats';
import { type DomainEvent } from '@isegoria/contracts';
import { Epochs, SubjectKeys } from '@isegoria/privacy';
import { BUS } from '@isegoria/service-host';
import { eventually } from '@isegoria/testing';
import { aPlace, accepted, deliberation, submitted } from '../testing/events.fixture';
import { accountErased } from '@isegoria/messaging';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

describe('the words of a person who was erased', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  async function said(words: string) {
    const place = aPlace();
    const { consultationId, activityId } = place;
    const [statement, commentId, questionId] = [randomUUID(), randomUUID(), randomUUID()];
    const person = await gateway.rows.person();
    const by = {
      consultationId,
      author: await person.pseudonym(consultationId),
      assurance: 'email',
      text: await person.seal(consultationId, words),
    };
    const events: DomainEvent[] = [
      ...deliberation(place),
      submitted(place, statement, by.text),
      accepted(place, statement),
      { type: 'CommentSubmitted', data: { commentId, ...by } },
      { type: 'QuestionAsked', data: { questionId, unit: 'root', ...by } },
    ];
    await gateway.rows.record(...events);
    return { ...person, consultationId, activityId, questionId };
  }
  /** Everything that anybody can read of the consultation. */
  const read = async ({ consultationId, activityId, questionId }: Awaited<ReturnType<typeof said>>) => {
    const paths = [
      `/activities/${activityId}/statements`,
      `/consultations/${consultationId}/results`,
      `/consultations/${consultationId}/comments`,
      '/questions',
      `/questions/${questionId}`,
    ];
    return Promise.all(paths.map(async (path) => (await gateway.api.get(path).expect(200)).text));
  };
  /** As another process destroys the key. */
  const destroyElsewhere = (accountId: string) => new SubjectKeys(gateway.app.get(Epochs)).destroy(accountId);

  it('are gone from every answer as soon as the erasure is told, and the counts stay', async () => {
    const person = await said('words to be erased');
    for (const text of await read(person)) expect(text).toContain('words to be erased');
    await destroyElsewhere(person.accountId);
    await gateway.broadcast(accountErased, { accountId: person.accountId });
    await eventually(async () => {
      for (const text of await read(person)) expect(text).not.toContain('words to be erased');
    }, 1_000);
    const { body } = await gateway.api.get(`/consultations/${person.consultationId}/results`).expect(200);
    expect(body).toMatchObject({
      comments: 1,
      questions: { open: 1 },
      activities: [{ statements: [{ status: 'accepted', text: null }] }],
    });
  });

  it('are gone, too, where the broadcast could not be read', async () => {
    const person = await said('words of another');
    await read(person);
    await destroyElsewhere(person.accountId);
    gateway.app.get<ClientProxy>(BUS).unwrap<NatsConnection>().publish(accountErased, new TextEncoder().encode('1'));
    await eventually(async () => {
      for (const text of await read(person)) expect(text).not.toContain('words of another');
    }, 1_000);
  });

  it('leave those of others alone', async () => {
    const [erased, other] = [await said('gone'), await said('kept words')];
    await destroyElsewhere(erased.accountId);
    await gateway.broadcast(accountErased, { accountId: erased.accountId });
    await eventually(async () => expect((await read(erased))[0]).not.toContain('gone'), 1_000);
    for (const text of await read(other)) expect(text).toContain('kept words');
  });
});

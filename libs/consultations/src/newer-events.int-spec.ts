import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { by, startConsultations, type TestService } from './consultations.fixture';
import { castStatementVote } from './methods/deliberation/vote/statement-vote.contract';

describe('consultations beside a newer instance that records what they do not know', () => {
  let service: TestService;
  beforeAll(async () => (service = await startConsultations()));
  afterAll(() => service?.stop());

  const metadata = { at: '2026-05-15T12:00:00.000Z', correlationId: 'spec' };
  const newer = (stream: string) => service.store.append(stream, [{ type: 'SomethingNewer', data: {}, id: randomUUID(), metadata }], 'any');

  it('take votes on streams that it began or goes on with, and lose nothing', async () => {
    const { consultationId, activityId } = await service.consultation({ statements: ['A pool'], moderation: 'after' });
    const [statementId] = await service.seeds(activityId);
    const person = await service.person();
    const stream = `ballot-${activityId}-${await service.pseudonym(person, consultationId)}`;
    for (const name of [`consultation-${consultationId}`, `activity-${activityId}`, `statement-${statementId}`, stream]) await newer(name);
    const vote = (choice: string) => service.send(castStatementVote.subject, { activityId, statementId, choice }, by(person));
    await vote('agree');
    await newer(stream);
    const { position } = await vote('disagree');
    expect((await vote('disagree')).position).toBe(position);
    const types = (await service.read(stream)).map(({ type }) => type);
    expect(types).toEqual(['SomethingNewer', 'StatementVoteCast', 'SomethingNewer', 'StatementVoteCast']);
  });

  it('open and close by date', async () => {
    await newer(`consultation-${randomUUID()}`);
    const { id } = await service.draft();
    await newer(`consultation-${id}`);
    await service.publish(id, '2026-05-15T12:00:01Z', '2026-05-15T12:00:02Z');
    service.clock.now = new Date('2026-05-15T12:00:02.000Z');
    await eventually(async () =>
      expect((await service.read(`consultation-${id}`)).map(({ type }) => type)).toEqual([
        'ConsultationDrafted',
        'SomethingNewer',
        'ConsultationPublished',
        'PhaseOpened',
        'PhaseClosed',
      ] as unknown[]),
    );
  });
});

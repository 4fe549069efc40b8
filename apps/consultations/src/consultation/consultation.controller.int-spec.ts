import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeConsultation, draftConsultation, publishConsultation, publishOutcome } from '@isegoria/contracts';
import { actor, by, startConsultations, type TestService } from '../consultations.fixture';

const noon = new Date('2026-05-15T12:00:00.000Z');

describe('consultations over the bus', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startConsultations();
  });
  afterAll(() => service?.stop());

  const official = actor('official');
  const drafting = {
    kind: 'deliberation',
    title: 'Buses',
    description: 'Which?',
    language: 'en',
    statements: ['More buses', 'Free buses'],
  };
  const polling = { kind: 'poll', options: ['Red', 'Blue'] };
  const typesOf = async (stream: string) => (await service.read(stream)).map(({ type }) => type);
  const history = (id: string) => typesOf(`consultation-${id}`);

  it('takes a consultation from draft to its outcome', async () => {
    const { id } = await service.draft(polling);
    await service.publish(id);
    await service.close(id);
    const outcome = { consultationId: id, youSaid: 'Red', weDid: 'Painted' };
    const first = await service.send(publishOutcome.subject, outcome, by(official));
    const revised = await service.send(publishOutcome.subject, { ...outcome, weDid: 'Painted twice' }, by(actor('administrator')));
    expect(await history(id)).toEqual([
      'ConsultationDrafted',
      'ConsultationPublished',
      'ConsultationOpened',
      'ConsultationClosed',
      'OutcomePublished',
      'OutcomePublished',
    ]);
    expect(first.id).toBe(id);
    expect(revised.position).toBeGreaterThan(first.position);
    const [drafted] = await service.read(`consultation-${id}`);
    expect(drafted).toMatchObject({
      data: {
        poll: {
          multiple: false,
          options: [
            { id: '1', text: 'Red' },
            { id: '2', text: 'Blue' },
          ],
        },
      },
    });
    expect(drafted!.metadata.at).toBe(noon.toISOString());
  });

  it('puts the statements of the office first, in order and accepted', async () => {
    const { id, position } = await service.draft(drafting);
    const seeds = await Promise.all((await service.seeds(id)).map((statement) => service.read(`statement-${statement}`)));
    expect(seeds.map(([submitted]) => submitted!.data)).toMatchObject([
      { author: null, assurance: null, text: { plain: 'More buses' } },
      { author: null, assurance: null, text: { plain: 'Free buses' } },
    ]);
    expect(seeds.at(-1)!.at(-1)!.position).toBe(position);
  });

  it('drafts once for a command that is delivered twice, at once or later', async () => {
    const context = by(official);
    const send = () => service.send(draftConsultation.subject, drafting, context);
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toEqual(first);
    expect(await send()).toEqual(first);
    expect(await history(first!.id)).toEqual(['ConsultationDrafted']);
    expect(await service.seeds(first!.id)).toHaveLength(2);
  });

  it('puts the missing statements when a draft that was cut short is tried again', async () => {
    const context = by(official);
    await service.send(draftConsultation.subject, { ...drafting, statements: undefined }, context);
    const { id } = await service.send(draftConsultation.subject, drafting, context);
    expect(await history(id)).toEqual(['ConsultationDrafted']);
    expect(await service.seeds(id)).toHaveLength(2);
  });

  it('refuses to draft another conversation under the key of one that was drafted', async () => {
    const context = by(official, { request: 'one' });
    const draft = (of: string, request: string) =>
      service.send(draftConsultation.subject, { ...drafting, externalId: of }, { ...context, request });
    const conversations = [randomUUID(), randomUUID()] as const;
    const first = await draft(conversations[0], 'one');
    await expect(draft(conversations[1], 'other')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await draft(conversations[0], 'one')).toEqual(first);
  });

  it('drafts an outside conversation once, whoever asks again', async () => {
    const externalId = `polis ${randomUUID()}`;
    const first = await service.draft({ ...drafting, externalId });
    const again = await service.draft({ ...drafting, externalId, statements: ['More buses', 'Free buses', 'One more'] });
    expect(again.id).toBe(first.id);
    expect(await history(first.id)).toEqual(['ConsultationDrafted']);
    expect(await service.seeds(first.id)).toHaveLength(2);
    expect((await service.draft({ ...drafting, externalId: `${externalId}b` })).id).not.toBe(first.id);
  });

  it('refuses fields of the other kind and a poll without options, by name', async () => {
    for (const [fields, field] of [
      [{ kind: 'poll' }, 'options'],
      [{ kind: 'poll', options: ['Red'] }, 'options'],
      [{ ...polling, statements: ['One'] }, 'statements'],
      [{ ...polling, moderation: 'after' }, 'moderation'],
      [{ options: ['Red', 'Blue'] }, 'options'],
      [{ multiple: true }, 'multiple'],
    ] as const) {
      await expect(service.draft(fields)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { field } });
    }
    await expect(service.draft({ surprise: 1 })).rejects.toMatchObject({ code: 'UNKNOWN_FIELD', details: { field: 'surprise' } });
  });

  it('lets officials and administrators only', async () => {
    const id = await service.consultation();
    const dates = { opensAt: '2026-05-10T00:00:00Z', closesAt: '2026-05-20T00:00:00Z' };
    for (const [subject, command] of [
      [draftConsultation.subject, drafting],
      [publishConsultation.subject, { consultationId: id, ...dates }],
      [closeConsultation.subject, { consultationId: id, reason: 'Mine' }],
      [publishOutcome.subject, { consultationId: id, youSaid: 'a', weDid: 'b' }],
    ] as const) {
      await expect(service.send(subject, command, by())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
      await expect(service.send(subject, command, by(actor('moderator', 'analyst', 'auditor')))).rejects.toMatchObject({
        code: 'FORBIDDEN_ROLE',
      });
    }
    expect(await history(id)).toEqual(['ConsultationDrafted', 'ConsultationPublished', 'ConsultationOpened']);
  });

  it('reschedules until the opening and not after', async () => {
    const { id } = await service.draft();
    await service.publish(id, '2026-05-16T00:00:00Z');
    await service.publish(id, '2026-05-17T00:00:00Z');
    expect(await history(id)).toEqual(['ConsultationDrafted', 'ConsultationPublished', 'ConsultationPublished']);
    await service.publish(id, '2026-05-15T12:00:00Z');
    await expect(service.publish(id, '2026-05-18T00:00:00Z')).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('gives each refusal its code', async () => {
    const { id: draft } = await service.draft();
    const open = await service.consultation();
    const nowhere = randomUUID();
    const outcome = (consultationId: string) =>
      service.send(publishOutcome.subject, { consultationId, youSaid: 'a', weDid: 'b' }, by(official));
    for (const refused of [service.publish(nowhere), service.close(nowhere), outcome(nowhere)]) {
      await expect(refused).rejects.toMatchObject({ code: 'CONSULTATION_NOT_FOUND' });
    }
    await expect(service.publish(draft, '2026-05-18T00:00:00Z', '2026-05-18T00:00:00Z')).rejects.toMatchObject({
      code: 'DATES_IN_WRONG_ORDER',
    });
    await expect(service.publish(draft, '2026-05-01T00:00:00Z', '2026-05-15T12:00:00Z')).rejects.toMatchObject({
      code: 'DATES_IN_WRONG_ORDER',
    });
    await expect(service.close(draft)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_OPEN' });
    await expect(outcome(draft)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_CLOSED' });
    await expect(outcome(open)).rejects.toMatchObject({ code: 'CONSULTATION_NOT_CLOSED' });
    await service.close(open);
    await expect(service.close(open)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
    expect(await history(nowhere)).toEqual([]);
    expect(await history(draft)).toEqual(['ConsultationDrafted']);
  });
});

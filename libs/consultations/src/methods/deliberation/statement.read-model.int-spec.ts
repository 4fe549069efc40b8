import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ModerationMode } from './deliberation.contract';
import type { StatementEvent } from './statement-events.contract';
import { statementList } from './statement.read-model';

describe('the list of statements', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: StatementEvent) => stage.record(`statement-${event.data.statementId}`, event, { at: '2026-03-01T00:00:00.000Z' });

  /** A deliberation with an accepted, a pending and a rejected statement, each of a person of its own. */
  async function deliberation(moderation: ModerationMode) {
    const consultationId = randomUUID();
    const data = {
      consultationId,
      kind: 'deliberation',
      title: 'T',
      description: 'D',
      language: 'en',
      by,
      externalId: null,
      moderation,
      poll: null,
    } as const;
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data });
    const [accepted, pending, rejected] = [
      await submitted(consultationId, 'first'),
      await submitted(consultationId, 'second'),
      await submitted(consultationId, 'third'),
    ];
    await record({ type: 'StatementAccepted', data: { statementId: accepted.id, consultationId, by } });
    await record({ type: 'StatementRejected', data: { statementId: rejected.id, consultationId, by, reason: 'Off topic' } });
    await stage.projected();
    return { consultationId, accepted, pending, rejected };
  }

  async function submitted(consultationId: string, text: string) {
    const [id, person] = [randomUUID(), randomUUID()];
    await stage.keys.create([person]);
    const author = await stage.keys.pseudonym(person, consultationId);
    const sealed = await stage.keys.seal(person, consultationId, { event: id, field: 'text' }, text);
    const data = { statementId: id, consultationId, author, assurance: 'confirmed', text: { sealed }, externalId: text } as const;
    await record({ type: 'StatementSubmitted', data });
    return { id, person, author };
  }

  const texts = async (consultationId: string, options: Parameters<typeof statementList>[3] = {}) =>
    (await statementList(stage.dataSource, stage.freshKeys(), consultationId, options)).items.map(({ text }) => text);

  it('lists what may be voted on, by the way of moderation', async () => {
    const [first, second] = [await deliberation('before'), await deliberation('after')];
    expect(await texts(first.consultationId)).toEqual(['first']);
    expect(await texts(second.consultationId)).toEqual(['first', 'second']);
    expect((await statementList(stage.dataSource, stage.keys, first.consultationId)).items).toEqual([
      {
        id: first.accepted.id,
        consultationId: first.consultationId,
        externalId: 'first',
        status: 'accepted',
        text: 'first',
        author: first.accepted.author,
        rejectionReason: null,
        submittedAt: '2026-03-01T00:00:00.000Z',
      },
    ]);
  });

  it('keeps texts that are not public for moderators, and says why one was rejected', async () => {
    const { consultationId, rejected } = await deliberation('before');
    expect(await texts(consultationId, { status: 'pending' })).toEqual([null]);
    expect(await texts(consultationId, { status: 'pending', forModerator: true })).toEqual(['second']);
    expect((await statementList(stage.dataSource, stage.keys, consultationId, { status: 'rejected' })).items).toMatchObject([
      { id: rejected.id, text: null, rejectionReason: 'Off topic' },
    ]);
    expect(await texts(consultationId, { status: 'rejected', forModerator: true })).toEqual(['third']);
  });

  it('has no text where the key was destroyed, and all the others', async () => {
    const { consultationId, accepted } = await deliberation('after');
    await stage.keys.destroy(accepted.person);
    expect(await texts(consultationId)).toEqual([null, 'second']);
  });

  it('shows a plain text of the office', async () => {
    const { consultationId } = await deliberation('before');
    const statementId = randomUUID();
    const seed = { statementId, consultationId, author: null, assurance: null, text: { plain: 'ours' }, externalId: null };
    await record({ type: 'StatementSubmitted', data: seed });
    await record({ type: 'StatementAccepted', data: { statementId, consultationId, by } });
    await stage.projected();
    expect(await texts(consultationId)).toEqual(['first', 'ours']);
  });

  it('lists nothing of a consultation that does not exist', async () => {
    expect(await texts(randomUUID())).toEqual([]);
    expect(await texts('none')).toEqual([]);
  });
});

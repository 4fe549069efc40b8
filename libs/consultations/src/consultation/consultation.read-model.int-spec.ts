import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { ConsultationEvent } from '../events.contract';
import { allAreClosedUpTo, consultationById, consultationList, publishedPosition } from './consultation.read-model';

describe('the list of consultations', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  const [before, opensAt, during, closesAt, after] = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'].map(
    (day) => new Date(`${day}T00:00:00.000Z`),
  ) as [Date, Date, Date, Date, Date];
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: ConsultationEvent) =>
    stage.record(`consultation-${event.data.consultationId}`, event, { at: '2026-06-01T00:00:00.000Z' });

  async function drafted(): Promise<string> {
    const consultationId = randomUUID();
    const poll = {
      multiple: true,
      options: [
        { id: 'a', text: 'Trams' },
        { id: 'b', text: 'Buses' },
      ],
    };
    const data = {
      consultationId,
      kind: 'poll',
      title: 'T',
      description: 'D',
      language: 'en',
      by,
      externalId: 'x-1',
      moderation: null,
      poll,
    } as const;
    await record({ type: 'ConsultationDrafted', data });
    return consultationId;
  }

  async function published(): Promise<string> {
    const consultationId = await drafted();
    await record({
      type: 'ConsultationPublished',
      data: { consultationId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), by },
    });
    return consultationId;
  }

  const viewed = async (id: string, now: Date) => (await stage.projected(), consultationById(stage.dataSource, id, { now }));
  const phases = async (id: string) =>
    Promise.all([before, opensAt, during, closesAt, after].map(async (now) => (await viewed(id, now))?.phase));

  it('tells the phase by the dates alone', async () => {
    expect(await phases(await drafted())).toEqual(['draft', 'draft', 'draft', 'draft', 'draft']);
    expect(await phases(await published())).toEqual(['scheduled', 'open', 'open', 'closed', 'closed']);
  });

  it('closes early with a reason, and is decided by its outcome', async () => {
    const consultationId = await published();
    await record({ type: 'ConsultationOpened', data: { consultationId } });
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Flood' } });
    expect(await viewed(consultationId, during)).toMatchObject({ phase: 'closed', closedEarlyReason: 'Flood', outcome: null });
    await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'More trams', weDid: 'Two lines', by } });
    expect(await viewed(consultationId, during)).toMatchObject({
      phase: 'decided',
      outcome: { youSaid: 'More trams', weDid: 'Two lines', publishedAt: '2026-06-01T00:00:00.000Z' },
    });
  });

  it('knows where each was first published, which new dates do not change', async () => {
    const consultationId = await drafted();
    const publish = () =>
      record({
        type: 'ConsultationPublished',
        data: { consultationId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), by },
      });
    await stage.projected();
    expect(await publishedPosition(stage.dataSource, consultationId)).toBeUndefined();
    const first = await publish();
    await publish();
    await stage.projected();
    expect(await publishedPosition(stage.dataSource, consultationId)).toBe(first);
    expect(await publishedPosition(stage.dataSource, randomUUID())).toBeUndefined();
  });

  it('tells up to where in the log all that were published are closed', async () => {
    const known: { id: string }[] = await stage.dataSource.query(
      'SELECT id FROM consultation WHERE NOT closed AND published_position IS NOT NULL',
    );
    const closed = (consultationId: string) => record({ type: 'ConsultationClosed', data: { consultationId, by: null, reason: null } });
    for (const { id } of known) await closed(id);
    const end = await stage.record('note-1', { type: 'ConsultationOpened', data: { consultationId: randomUUID() } });
    await stage.projected();
    expect(await allAreClosedUpTo(stage.dataSource.manager)).toBe(end);
    const open = await published();
    await published();
    await stage.projected();
    expect(await allAreClosedUpTo(stage.dataSource.manager)).toBe(await publishedPosition(stage.dataSource, open));
  });

  it('gives no reason for a closing that the date brought', async () => {
    const consultationId = await published();
    await record({ type: 'ConsultationClosed', data: { consultationId, by: null, reason: null } });
    expect(await viewed(consultationId, after)).toEqual({
      id: consultationId,
      externalId: 'x-1',
      kind: 'poll',
      phase: 'closed',
      title: 'T',
      language: 'en',
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      participants: 0,
      description: 'D',
      moderation: null,
      poll: {
        multiple: true,
        options: [
          { id: 'a', text: 'Trams' },
          { id: 'b', text: 'Buses' },
        ],
      },
      closedEarlyReason: null,
      outcome: null,
    });
  });

  it('lists the newest first with their participants, drafts only when asked for, one phase when asked for', async () => {
    const [draft, first, second] = [await drafted(), await published(), await published()];
    const ballot = {
      type: 'PollBallotCast',
      data: { consultationId: first, voter: pseudonym(), options: ['a'], assurance: 'confirmed' },
    } as const;
    await stage.record(ballotStream(ballot), ballot);
    await stage.projected();
    const list = async (options: Omit<Parameters<typeof consultationList>[1], 'now'>) =>
      (await consultationList(stage.dataSource, { now: during, ...options })).items;
    expect((await list({})).slice(0, 2)).toMatchObject([
      { id: second, participants: 0 },
      { id: first, participants: 1 },
    ]);
    expect((await list({})).map(({ id }) => id)).not.toContain(draft);
    expect((await list({ drafts: true })).map(({ id }) => id)).toContain(draft);
    expect((await list({ phase: 'open' })).map(({ id }) => id)).toContain(second);
    expect((await list({ phase: 'closed' })).map(({ id }) => id)).not.toContain(second);
    expect(Object.keys((await list({}))[0]!)).not.toContain('description');
  });

  it('has none under an id that is none', async () => {
    expect(await viewed('1', during)).toBeUndefined();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit } from '@isegoria/kernel';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { atEachLevel } from '../../results/assurance/by-assurance.contract';
import type { ConsultationEvent } from '../consultation.contract';
import { textsIn } from '@isegoria/texts';
import '../consultation.texts';
import { openSentence } from '../when/open-sentence.page';
import { consultationCounts } from '../../category/chosen/counts.read-model';
import { consultationById, consultationList } from './consultation-views.read-model';
import { allAreClosedUpTo, publishedPosition } from './consultation.read-model';

describe('the list of consultations', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  const day = (text: string) => new Date(`2026-${text}T00:00:00.000Z`);
  const [before, opensAt, during, closesAt, after] = [day('01-01'), day('02-01'), day('03-01'), day('04-01'), day('05-01')];
  const [between, secondOpensAt, inSecond, secondClosesAt] = [day('04-15'), day('05-01'), day('05-15'), day('06-01')];
  const dates = [
    { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    { opensAt: secondOpensAt.toISOString(), closesAt: secondClosesAt.toISOString() },
  ];
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const record = (event: ConsultationEvent) =>
    stage.record(`consultation-${event.data.consultationId}`, event, { at: '2026-06-01T00:00:00.000Z' });

  /** What a poll is seen with once it is published without a seed. */
  const drawn = (lots: string) => ({ ...aPoll.settings, lots });
  type Drafted = Awaited<ReturnType<ReadModelStage['drafted']>>;
  const drafted = (unit = rootUnit) => stage.drafted([[aPoll]], { unit, externalId: 'x-1' });
  const publish = ({ consultationId, phaseIds }: Drafted) =>
    record({
      type: 'ConsultationPublished',
      data: { consultationId, phases: phaseIds.map((phaseId, n) => ({ phaseId, ...dates[n]! })), by },
    });
  async function published(draft = drafted()): Promise<Drafted> {
    await publish(await draft);
    return draft;
  }
  const twoPhases = () => published(stage.drafted([[aDeliberation('after')], [aPoll, aDeliberation()]]));

  const viewed = async (id: string, now: Date) => (await stage.projected(), consultationById(stage.dataSource, id, { now }));
  const statuses = async ({ consultationId }: Drafted, ...moments: Date[]) =>
    Promise.all(moments.map(async (now) => (await viewed(consultationId, now))?.status));

  it('has the last edition of a draft with its own activities, and no draft that was given up', async () => {
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[aPoll]]);
    const phaseId = randomUUID();
    const about = { summary: 'In short', contact: null, decidedBy: 'The council', decidedWhen: null, picture: null, documents: [] };
    const words = { title: 'Trams', description: 'Where?', language: 'fr', about } as const;
    await record({ type: 'DraftRevised', data: { consultationId, edition: 1, ...words, phases: [{ phaseId, title: 'Then' }], by } });
    expect(phaseIds).not.toContain(phaseId);
    const { about: _, ...plain } = words;
    const revised = await viewed(consultationId, before);
    expect(revised).toMatchObject({ ...plain, ...about, status: 'draft', phases: [{ id: phaseId, title: 'Then' }], activities: [] });
    expect(activityIds).toHaveLength(1);
    expect(revised!.version).toBeGreaterThan(0);
    await record({ type: 'DraftDiscarded', data: { consultationId, by } });
    expect(await viewed(consultationId, before)).toBeUndefined();
  });

  it('says from what lots are drawn once it is published, and not before', async () => {
    const draft = await stage.drafted([[aPoll, aDeliberation()]]);
    const { consultationId, activityIds } = draft;
    const drawnFrom = async () => (await viewed(consultationId, before))!.activities.map(({ settings }) => settings.lots);
    expect(await drawnFrom()).toEqual([undefined, undefined]);
    const lotsSeed = randomUUID().replaceAll('-', '');
    const phases = draft.phaseIds.map((phaseId, n) => ({ phaseId, ...dates[n]! }));
    await record({ type: 'ConsultationPublished', data: { consultationId, phases, lotsSeed, by } });
    expect(await drawnFrom()).toEqual([`${lotsSeed}:${activityIds[0]}`, undefined]);
    const older = await published();
    expect((await viewed(older.consultationId, before))!.activities[0]!.settings.lots).toBe(older.activityIds[0]);
  });

  it('is narrowed to a topic or an area and all below it, and counts what each further choice has', async () => {
    const unit = `${rootUnit}.${randomUUID().slice(0, 8)}`;
    const [topic, region] = [`topic.${randomUUID().slice(0, 8)}`, `area.${randomUUID().slice(0, 8)}`];
    const towns = [`${region}.aaaaaaaa`, `${region}.bbbbbbbb`];
    const of = (categories: readonly string[]) => published(stage.drafted([[aPoll]], { unit, categories }));
    const [both, one, none] = [await of([...towns, topic]), await of([towns[1]!]), await of([])];
    await stage.drafted([[aPoll]], { unit, categories: [topic] });
    const found = async (chosen: object) => {
      await stage.projected();
      return (await consultationList(stage.dataSource, { now: during, ...chosen })).items.map(({ id }) => id);
    };
    const counted = async (chosen: object) => consultationCounts(stage.dataSource, chosen, during);
    expect(await found({ topic })).toEqual([both.consultationId]);
    expect(await found({ area: region })).toEqual([one.consultationId, both.consultationId]);
    expect(await found({ area: towns[0] })).toEqual([both.consultationId]);
    expect(await found({ area: region.slice(0, -1) })).toEqual([]);
    expect(await found({ area: region, topic, unit, status: 'open' })).toEqual([both.consultationId]);
    expect(await counted({ unit })).toMatchObject({
      statuses: expect.arrayContaining([{ at: 'open', count: 3 }, { at: 'closed', count: 0 }]),
      topics: [{ at: topic, count: 1 }],
      areas: [{ at: region, count: 2 }, { at: towns[0], count: 1 }, { at: towns[1], count: 2 }],
    });
    // Each as if nothing else of its kind were chosen.
    expect(await counted({ unit, area: towns[0], status: 'closed' })).toMatchObject({
      statuses: expect.arrayContaining([{ at: 'open', count: 1 }]),
      units: [],
      areas: [],
    });
    await record({ type: 'CategoriesSet', data: { consultationId: none.consultationId, categories: [topic], by } });
    expect(await found({ topic })).toEqual([none.consultationId, both.consultationId]);
    const view = await viewed(none.consultationId, during);
    expect(view!.categories).toEqual([topic]);
    expect(view!.categoriesVersion).toBeGreaterThan(view!.version);
  });

  it('tells the status by the dates alone', async () => {
    const moments = [before, opensAt, during, closesAt, after] as const;
    expect(await statuses(await drafted(), ...moments)).toEqual(['draft', 'draft', 'draft', 'draft', 'draft']);
    expect(await statuses(await published(), ...moments)).toEqual(['scheduled', 'open', 'open', 'closed', 'closed']);
  });

  it('is said to be closed on its page from its deadline on, whatever has recorded the closing', async () => {
    const { consultationId } = await published();
    const said = async (now: Date) => openSentence(textsIn('en'), (await viewed(consultationId, now))!, now.getTime());
    expect(await said(new Date(closesAt.getTime() - 1))).toBe('Open until the end of today');
    expect([await said(closesAt), await said(after)]).toEqual(['Closed on 31 March 2026', 'Closed on 31 March 2026']);
  });

  it('is open in each of its phases, and scheduled before and between them', async () => {
    const consultation = await twoPhases();
    const moments = [before, during, between, secondOpensAt, inSecond, secondClosesAt] as const;
    expect(await statuses(consultation, ...moments)).toEqual(['scheduled', 'open', 'scheduled', 'open', 'open', 'closed']);
    const phases = async (now: Date) => (await viewed(consultation.consultationId, now))!.phases;
    const [first, second] = consultation.phaseIds;
    expect(await phases(between)).toEqual([
      { id: first, title: null, status: 'closed', ...dates[0] },
      { id: second, title: null, status: 'scheduled', ...dates[1] },
    ]);
    expect((await phases(inSecond)).map(({ status }) => status)).toEqual(['closed', 'open']);
    expect(await viewed(consultation.consultationId, during)).toMatchObject({
      opensAt: dates[0]!.opensAt,
      closesAt: dates[1]!.closesAt,
      methods: ['deliberation', 'poll'],
    });
  });

  it('has its activities in the order of their phases, each with the settings of its own method alone', async () => {
    const { consultationId, phaseIds, activityIds } = await twoPhases();
    const [first, second] = phaseIds;
    const version: unknown = expect.any(Number);
    expect((await viewed(consultationId, during))!.activities).toEqual([
      { id: activityIds[0], phaseId: first, title: null, method: 'deliberation', settings: { moderation: 'after' }, version },
      { id: activityIds[1], phaseId: second, title: null, method: 'poll', settings: drawn(activityIds[1]!), version },
      { id: activityIds[2], phaseId: second, title: null, method: 'deliberation', settings: { moderation: 'before' }, version },
    ]);
  });

  it('closes early with a reason, all phases with it, and is decided by its outcome', async () => {
    const { consultationId, phaseIds } = await twoPhases();
    await record({ type: 'PhaseOpened', data: { consultationId, phaseId: phaseIds[0]! } });
    await record({ type: 'ConsultationClosed', data: { consultationId, by, reason: 'Flood' } });
    expect(await viewed(consultationId, during)).toMatchObject({
      status: 'closed',
      closedEarlyReason: 'Flood',
      closedEarlyAt: '2026-06-01T00:00:00.000Z',
      outcome: null,
      phases: [{ status: 'closed' }, { status: 'closed' }],
    });
    await record({ type: 'OutcomePublished', data: { consultationId, youSaid: 'More trams', weDid: 'Two lines', by } });
    expect(await viewed(consultationId, during)).toMatchObject({
      status: 'decided',
      outcome: { youSaid: 'More trams', weDid: 'Two lines', publishedAt: '2026-06-01T00:00:00.000Z' },
    });
  });

  it('knows where each was first published, which new dates do not change', async () => {
    const draft = await drafted();
    await stage.projected();
    expect(await publishedPosition(stage.dataSource, draft.consultationId)).toBeUndefined();
    const first = await publish(draft);
    await publish(draft);
    await stage.projected();
    expect(await publishedPosition(stage.dataSource, draft.consultationId)).toBe(first);
    expect(await publishedPosition(stage.dataSource, randomUUID())).toBeUndefined();
  });

  it('shows the dates of the last publication', async () => {
    const draft = await published();
    const phases = [{ phaseId: draft.phaseIds[0]!, opensAt: '2026-01-15T00:00:00Z', closesAt: '2026-01-20T02:00:00+02:00' }];
    await record({ type: 'ConsultationPublished', data: { consultationId: draft.consultationId, phases, by } });
    const newDates = { opensAt: '2026-01-15T00:00:00.000Z', closesAt: '2026-01-20T00:00:00.000Z' };
    expect(await viewed(draft.consultationId, during)).toMatchObject({ status: 'closed', ...newDates, phases: [newDates] });
  });

  it('tells up to where in the log all that were published are closed: with the last phase, and not before', async () => {
    const known: { id: string }[] = await stage.dataSource.query(
      'SELECT id FROM consultation WHERE NOT closed AND published_position IS NOT NULL',
    );
    for (const { id } of known) await record({ type: 'ConsultationClosed', data: { consultationId: id, by, reason: 'R' } });
    const end = await stage.record('note-1', { type: 'PhaseOpened', data: { consultationId: randomUUID(), phaseId: randomUUID() } });
    await stage.projected();
    expect(await allAreClosedUpTo(stage.dataSource.manager)).toBe(end);
    const open = await twoPhases();
    const later = await published();
    const upTo = async () => (await stage.projected(), allAreClosedUpTo(stage.dataSource.manager));
    const position = ({ consultationId }: Drafted) => publishedPosition(stage.dataSource, consultationId);
    const close = ({ consultationId }: Drafted, phaseId: string) => record({ type: 'PhaseClosed', data: { consultationId, phaseId } });
    expect(await upTo()).toBe(await position(open));
    await close(open, open.phaseIds[0]!);
    expect(await upTo()).toBe(await position(open));
    await close(open, open.phaseIds[1]!);
    expect(await upTo()).toBe(await position(later));
  });

  it('gives no reason for a closing that the date brought', async () => {
    const { consultationId, phaseIds, activityIds } = await published();
    await record({ type: 'PhaseClosed', data: { consultationId, phaseId: phaseIds[0]! } });
    expect(await viewed(consultationId, after)).toEqual({
      id: consultationId,
      externalId: 'x-1',
      summary: null,
      contact: null,
      decidedBy: null,
      decidedWhen: null,
      picture: null,
      documents: [],
      version: expect.any(Number),
      unit: 'root',
      status: 'closed',
      title: 'T',
      language: 'en',
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      phases: [{ id: phaseIds[0], title: null, status: 'closed', ...dates[0] }],
      methods: ['poll'],
      countsFrom: 'email',
      participants: 0,
      participantsByAssurance: atEachLevel(0),
      description: 'D',
      activities: [
        {
          ...{ id: activityIds[0], phaseId: phaseIds[0], method: 'poll', title: null, settings: drawn(activityIds[0]!) },
          version: expect.any(Number),
        },
      ],
      closedEarlyReason: null,
      categories: [],
      categoriesVersion: expect.any(Number),
      closedEarlyAt: null,
      dateChanges: [],
      dateChangeCount: 0,
      datesVersion: expect.any(Number),
      cancellation: null,
      review: null,
      corrections: { count: 0, lastAt: null },
      answer: { state: 'none', withinDays: null, dueAt: null, laterDate: null, answeredAt: null },
      answerTerm: { changes: [], count: 0, version: 0 },
      officialAnswers: 0,
      themes: 0,
      milestones: 0,
      milestonesOverdue: 0,
      translations: [],
      translationsVersion: expect.any(Number),
      outcome: null,
    });
  });

  const list = async (options: Omit<Parameters<typeof consultationList>[1], 'now'>) =>
    (await consultationList(stage.dataSource, { now: during, ...options })).items;
  const ids = async (options: Parameters<typeof list>[0]) => (await list(options)).map(({ id }) => id);

  it('lists the newest first with their participants, drafts only when asked for, one status when asked for', async () => {
    const [draft, first, second] = [await drafted(), await published(), await published()].map(({ consultationId }) => consultationId);
    const activity = { consultationId: first!, activityId: (await viewed(first!, during))!.activities[0]!.id };
    const ballot = {
      type: 'PollBallotCast',
      data: { ...activity, voter: pseudonym(), options: ['a'], assurance: 'email' },
    } as const;
    await stage.record(ballotStream(ballot), ballot);
    await stage.projected();
    expect((await list({})).slice(0, 2)).toMatchObject([
      { id: second, participants: 0 },
      { id: first, participants: 1, participantsByAssurance: { email: 1 } },
    ]);
    expect(await ids({})).not.toContain(draft);
    expect(await ids({ draftsIn: [rootUnit] })).toContain(draft);
    expect(await ids({ status: 'open' })).toContain(second);
    expect(await ids({ status: 'closed' })).not.toContain(second);
    expect(Object.keys((await list({}))[0]!)).not.toContain('description');
  });

  it('lists those of a unit and of all below it, and drafts of those units alone in which they may be seen', async () => {
    const [above, unit, below, beside] = ['root.aaaaaaaa', 'root.aaaaaaaa.11111111', 'root.aaaaaaaa.11111111.22222222', 'root.bbbbbbbb'];
    const publishedIn = async (where: string) => (await published(drafted(where))).consultationId;
    const [inUnit, inBelow, inBeside] = [await publishedIn(unit), await publishedIn(below), await publishedIn(beside)];
    const draft = (await drafted(unit)).consultationId;
    await stage.projected();
    expect(await ids({ unit })).toEqual([inBelow, inUnit]);
    expect(await ids({ unit: above })).toEqual([inBelow, inUnit]);
    expect(await ids({ unit: beside })).toEqual([inBeside]);
    expect(await ids({ unit: 'root.aaaaaaaa.1111' })).toEqual([]);
    expect(await ids({ unit, draftsIn: [above] })).toEqual([draft, inBelow, inUnit]);
    expect(await ids({ unit, draftsIn: [unit] })).toEqual([draft, inBelow, inUnit]);
    expect(await ids({ unit, draftsIn: [below, beside] })).toEqual([inBelow, inUnit]);
    expect((await consultationList(stage.dataSource, { now: during, unit })).count).toBe(2);
  });

  it('has none under an id that is none', async () => {
    expect(await viewed('1', during)).toBeUndefined();
  });
});

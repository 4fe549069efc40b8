import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { atEachLevel, type ActivityResults, type ConsultationResults, type EventMetadata } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { withProof } from './signed-acts.fixture';

const day = '2026-04-02';
const dates = (month: number) => ({ opensAt: `2026-0${month}-01T00:00:00.000Z`, closesAt: `2026-0${month + 1}-01T00:00:00.000Z` });
const month = 31 * 86_400_000;
const [one, nobody] = [atEachLevel(0, { email: 1 }), atEachLevel(0)];

describe('an audit of a consultation with several phases and activities', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  let results: ConsultationResults;
  const unit = 'root.1f0c22aa';
  const [consultationId, ideas, choice] = [randomUUID(), randomUUID(), randomUUID()];
  const [talk, early, late] = [randomUUID(), randomUUID(), randomUUID()];
  beforeEach(async () => {
    audited = await auditedHistory();
    audited.site.isLive = false;
    results = await held();
  });
  afterEach(() => audited.close());

  const official = () => audited.history.official;
  const record = (stream: string, type: string, data: object) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: audited.site.at } }] as never, 'any');
  const last = () => audited.site.events.length - 1;
  const toConsultation = (type: string, data: object = {}) => record(`consultation-${consultationId}`, type, { consultationId, ...data });
  const draft = (activityId: string, phaseId: string, method: string, settings: object, title: string | null = null) => {
    const data = { activityId, consultationId, phaseId, method, title, settings, by: official() };
    return record(`activity-${activityId}`, 'ActivityDrafted', data);
  };
  const options = [
    { id: '1', text: 'Pool' },
    { id: '2', text: 'Park' },
  ];
  const choose = (activityId: string, voter: string, option: string) => {
    const data = { consultationId, activityId, voter, options: [option], assurance: 'email' };
    return record(`ballot-${activityId}-${voter}`, 'PollBallotCast', data);
  };
  const exclude = (activityId: string, voter: string) =>
    record(`ballot-${activityId}-${voter}`, 'BallotExcluded', { consultationId, activityId, voter, by: official(), reason: 'R' });

  /** Two phases, the second with two polls that were drafted before the deliberation of the first; and what the site must publish. */
  async function held(): Promise<ConsultationResults> {
    const phases = [
      { phaseId: ideas, title: 'Ideas' },
      { phaseId: choice, title: null },
    ];
    await record(`unit-${unit}`, 'UnitMade', { unit, name: 'Water', by: audited.history.administrator });
    const said = { unit, title: 'Shores', description: 'D', language: 'en', phases, countsFrom: 'email', by: official(), externalId: null };
    await toConsultation('ConsultationDrafted', said);
    await draft(early, choice, 'poll', { multiple: false, options }, 'First');
    await draft(late, choice, 'poll', { multiple: false, options });
    await draft(talk, ideas, 'deliberation', { moderation: 'after' });
    const published = [
      { phaseId: ideas, ...dates(3) },
      { phaseId: choice, ...dates(4) },
    ];
    await toConsultation('ConsultationPublished', { phases: published, by: official() });
    await toConsultation('PhaseOpened', { phaseId: ideas });
    audited.site.passed += month;
    await toConsultation('PhaseClosed', { phaseId: ideas });
    await toConsultation('PhaseOpened', { phaseId: choice });
    await choose(early, 'anna', '1');
    await choose(late, 'anna', '2');
    await choose(late, 'ben', '1');
    await exclude(late, 'ben');
    const noStatements = {
      ...{ firstByLot: null, ranking: null, scores: null, motion: null },
      ...{ statements: [], statementCounts: { accepted: 0, pending: 0, rejected: 0, withdrawn: 0 } },
    };
    const cast = (votes: number) => ({ votesCast: votes, votesCastByAssurance: atEachLevel(0, { email: votes }) });
    const countsFrom = 'email' as const;
    const none = { participants: 0, participantsByAssurance: nobody, excludedBallots: 0, late: 0, participation: [] };
    const common = { countsFrom, ...none, ...cast(0) };
    const counts = (votes: number) => ({ votes, byAssurance: atEachLevel(0, { email: votes }) });
    const polled = {
      phaseId: choice,
      method: 'poll' as const,
      countsFrom,
      participants: 1,
      participantsByAssurance: one,
      participation: [{ day, newParticipants: 1, participants: 1, byAssurance: one }],
      ...noStatements,
    };
    const nothing = { options: [], answers: [], answersState: null, channels: [], smallestGroup: null };
    const activities: ActivityResults[] = [
      { activityId: talk, phaseId: ideas, method: 'deliberation', title: null, closed: true, ...common, ...noStatements, ...nothing },
      {
        activityId: early,
        title: 'First',
        ...polled,
        excludedBallots: 0,
        ...cast(1),
        late: 0,
        answers: [],
        answersState: null,
        channels: [],
        smallestGroup: null,
        options: [
          { ...options[0]!, ...counts(1) },
          { ...options[1]!, ...counts(0) },
        ],
      },
      {
        activityId: late,
        title: null,
        ...polled,
        excludedBallots: 1,
        ...cast(2),
        late: 0,
        answers: [],
        answersState: null,
        channels: [],
        smallestGroup: null,
        options: [
          { ...options[0]!, ...counts(0) },
          { ...options[1]!, ...counts(1) },
        ],
      },
    ];
    const position = audited.site.positionOf(last());
    const computedAt = `${day}T12:00:00.000Z`;
    return {
      consultationId,
      position,
      computedAt,
      skippedEvents: [],
      activities,
      questions: { open: 0, answered: 0, withdrawn: 0 },
      comments: 0,
    };
  }

  async function audit(published: ConsultationResults = results, mapAs: object = {}) {
    const { site } = audited;
    site.published.set(`/api/v1/consultations/${consultationId}/results`, published);
    const nobody = { participants: 0, statements: 0, needed: 0, unplaced: { tooFewVotes: 0, onlyOnRejected: 0 } };
    const map = { activityId: talk, position: published.position, map: null, ...nobody, ...mapAs };
    site.published.set(`/api/v1/activities/${talk}/opinion-map`, map);
    await site.sign();
    return audited.audit();
  }
  const withActivity = (index: number, differing: object): ConsultationResults => ({
    ...results,
    activities: results.activities.with(index, { ...results.activities[index]!, ...differing }),
  });

  it('counts each activity for itself, in the order of the phases', async () => {
    expect(await audit()).toMatchObject({ exitCode: 0, views: { 'opinion map': 2 } });
  });

  it('takes a map of before its activity was there for what it says, and not for more', async () => {
    expect(await audit(results, { position: 0 })).toMatchObject({ exitCode: 0 });
    expect(await audit(results, { position: 0, participants: 3 })).toMatchObject({ exitCode: 9 });
  });

  it('names the activity whose figures are others', async () => {
    const finding = expect.stringContaining(`Consultation ${consultationId}, activity ${late}, votesCast: published 1, recounted 2`);
    expect(await audit(withActivity(2, { votesCast: 1 }))).toMatchObject({ exitCode: 4, finding });
    expect(await audit(withActivity(1, { excludedBallots: 1 }))).toMatchObject({ exitCode: 10 });
    expect(await audit(withActivity(0, { method: 'poll' }))).toMatchObject({ exitCode: 10, finding: expect.stringContaining('method') });
  });

  it('finds an activity that the site does not show, and one that the log does not have', async () => {
    const { activities } = results;
    expect(await audit({ ...results, activities: activities.slice(0, 2) })).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining(`activity ${late}: published nothing`),
    });
    const invented = { ...activities[2]!, activityId: randomUUID() };
    expect(await audit({ ...results, activities: [...activities, invented] })).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('which the recount does not have'),
    });
  });

  it('finds a ballot that names another consultation than its activity does', async () => {
    const data = { consultationId, activityId: audited.history.polled.activityId, voter: 'eve', options: ['a'], assurance: 'email' };
    const { position } = await record(`ballot-${data.activityId}-eve`, 'PollBallotCast', data);
    const finding = expect.stringContaining('ballot-in-its-activity');
    expect(await audit({ ...results, position })).toMatchObject({ exitCode: 18, index: last(), finding });
  });

  it('says that it does not count an activity by a method that it does not know, and counts all others', async () => {
    const activityId = randomUUID();
    await draft(activityId, choice, 'points', { most: 5 });
    // As the others, before the consultation was published.
    const drafted = audited.site.events.pop()!;
    const published = audited.site.events.findLastIndex(({ type }) => type === 'ConsultationPublished');
    const { time, metadata } = audited.site.events[published]!;
    const signed = withProof(audited.site.acts, drafted, metadata as EventMetadata);
    audited.site.events.splice(published, 0, { ...drafted, time, metadata: signed });
    const { position } = await record(`ballot-${activityId}-anna`, 'PointsGiven', { consultationId, activityId, voter: 'anna', given: 5 });
    const points = { ...results.activities[2]!, activityId, method: 'points' as 'poll', participants: 1, votesCast: 1 };
    const shown = { ...results, position, activities: [...results.activities, points] };
    expect(await audit(shown)).toMatchObject({
      exitCode: 0,
      notChecked: expect.arrayContaining([expect.stringContaining(`activity ${activityId}: this version`)]),
    });
    expect(await audit({ ...shown, activities: [...results.activities, { ...points, title: 'Other' }] })).toMatchObject({
      exitCode: 10,
    });
    const { lines } = await audited.command('replay', '--as-of', String(position));
    expect((lines as string[]).join('\n')).toContain(`(points ${activityId}): this version of the auditor does not know such activities.`);
  });

  it('tells of units, phases and activities in words', async () => {
    await audited.site.sign();
    const words = async (...[name, ...args]: Parameters<typeof audited.command>) =>
      ((await audited.command(name, ...args)).lines as string[]).join('\n');
    const at = (type: string) => audited.site.positionOf(audited.site.events.findLastIndex((event) => event.type === type));
    const then = await words('replay', '--as-of', String(at('PhaseClosed')), '--consultation', consultationId);
    for (const part of [
      `"Shores" (consultation ${consultationId}, unit ${unit})`,
      'It was published, to be opened.',
      `Its phase 'Ideas' was closed; from ${dates(3).opensAt} to ${dates(3).closesAt}.`,
      `Its phase 2 was to be opened; from ${dates(4).opensAt}`,
      `Activity "First" (poll ${early}): 0 people had cast 0 votes`,
    ]) {
      expect(then).toContain(part);
    }
    const changed = await words('diff', '--from', String(at('UnitMade') - 10), '--to', String(at('BallotExcluded')));
    for (const part of [
      `unit "Water" (${unit}) made by account ${audited.history.administrator}`,
      `drafted in unit ${unit} by account ${official()}: "Shores"`,
      `activity ${early} (poll, "First") drafted in phase 2 by account ${official()}`,
      "phase 'Ideas' opened, since its date had come",
      'phase 2 opened, since its date had come',
      'people who voted: 0 before, 1 after',
    ]) {
      expect(changed).toContain(part);
    }
    audited.site.passed += month;
    await toConsultation('PhaseClosed', { phaseId: choice });
    await record(`unit-${unit}`, 'UnitClosed', { unit, by: audited.history.administrator, reason: 'Merged' });
    await audited.site.sign();
    const ended = await words('diff', '--from', String(at('BallotExcluded')), '--to', String(at('UnitClosed')));
    expect(ended).toContain('It was open before, and closed after.');
    expect(ended).toContain(`unit "Water" (${unit}) closed by account ${audited.history.administrator}: "Merged"`);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import {
  castPollBallot,
  castStatementVote,
  changeAnswerTerm,
  closeConsultation,
  excludeBallot,
  exportContributions,
  fetchExport,
  listBallots,
  listStatements,
  publishConsultation,
  showConsultation,
  showMyBallot,
  showResults,
  submitComment,
  type ConsultationView,
  type LogEntry,
} from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';
import { confirmed, publishedInPhases } from './taking-part.fixture';

const refused = (code: string) => ({ problem: { code } });
/** Long enough for somebody to take part in the first phase, in milliseconds. */
const firstPhase = 12_000;

describe('a consultation in two phases, with a way of taking part in each', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let citizen: ApiClient;
  let consultation: ConsultationView;
  let deliberation: string;
  let poll: string;
  let consultationId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    citizen = (await confirmed(visitor)).api;
    const phases = [
      { title: 'Say', activities: [{ method: 'deliberation' as const, statements: ['One', 'Two'] }] },
      { title: 'Choose', activities: [{ method: 'poll' as const, title: 'Which?', options: ['Red', 'Green'] }] },
    ];
    const dates = [
      [0, firstPhase],
      [firstPhase, 3_600_000],
    ] as const;
    consultation = await publishedInPhases(office, { phases, answerWithinDays: 30 }, dates);
    consultationId = consultation.id;
    [deliberation, poll] = consultation.activities.map(({ id }) => id) as [string, string];
  }, 120_000);
  afterAll(() => platform?.stop());

  const choose = (option: string) => citizen.do(castPollBallot, { activityId: poll, options: [option] });

  it('says what is open and what comes, phase by phase', () => {
    expect(consultation).toMatchObject({
      status: 'open',
      unit: 'root',
      methods: expect.arrayContaining(['deliberation', 'poll']),
      phases: [
        { title: 'Say', status: 'open' },
        { title: 'Choose', status: 'scheduled' },
      ],
      activities: [
        { method: 'deliberation', title: null, settings: { moderation: 'before' }, phaseId: consultation.phases[0]!.id },
        { method: 'poll', title: 'Which?', settings: { multiple: false }, phaseId: consultation.phases[1]!.id },
      ],
    });
    expect(Object.keys(consultation.activities[0]!.settings)).toEqual(['moderation']);
    expect([consultation.opensAt, consultation.closesAt]).toEqual([consultation.phases[0]!.opensAt, consultation.phases[1]!.closesAt]);
  });

  it('takes votes in the phase that is open, then in the one after it, of one person under one pseudonym', async () => {
    const { items } = await visitor.ask(listStatements, { activityId: deliberation });
    const vote = { activityId: deliberation, statementId: items[0]!.id, choice: 'agree' } as const;
    await citizen.do(castStatementVote, vote);
    await expect(choose('2')).rejects.toMatchObject(refused('CONSULTATION_NOT_OPEN'));
    const ballot = { activityId: deliberation, options: ['1'] };
    await expect(citizen.do(castPollBallot, ballot)).rejects.toMatchObject(refused('WRONG_METHOD'));

    const { position } = await eventually(() => choose('2'), 60_000);
    await expect(citizen.do(castStatementVote, { ...vote, choice: 'pass' })).rejects.toMatchObject(refused('CONSULTATION_CLOSED'));
    const mine = await citizen.as({ after: position }).ask(showMyBallot, { consultationId });
    expect(mine.activities).toMatchObject([
      { activityId: deliberation, votes: [{ statementId: items[0]!.id, choice: 'agree' }] },
      { activityId: poll, options: ['2'] },
    ]);
    const results = await visitor.as({ after: position }).ask(showResults, { consultationId });
    expect(results.activities).toMatchObject([
      { activityId: deliberation, method: 'deliberation', participants: 1, votesCast: 1 },
      { activityId: poll, method: 'poll', participants: 1, options: [{ votes: 0 }, { votes: 1 }] },
    ]);
    expect(await visitor.as({ after: position }).ask(showConsultation, { consultationId })).toMatchObject({ participants: 1 });
    expect(await voters(deliberation)).toEqual(await voters(poll));
  }, 120_000);

  it('is open until its last phase is closed, and takes comments all the while', async () => {
    await eventually(async () => {
      const { status, phases } = await visitor.ask(showConsultation, { consultationId });
      expect([status, ...phases.map((phase) => phase.status)]).toEqual(['open', 'closed', 'open']);
    });
    await citizen.do(submitComment, { consultationId, text: 'Between the phases.' });
    const dates = consultation.phases.map(({ opensAt, closesAt }) => ({ opensAt: opensAt!, closesAt: closesAt! }));
    await expect(office.do(publishConsultation, { consultationId, phases: dates })).rejects.toMatchObject(refused('ALREADY_DONE'));
  });

  it('leaves a ballot out of one activity and not of the other', async () => {
    const [voter] = await voters(poll);
    const { position } = await office.do(excludeBallot, { activityId: poll, voter: voter!, reason: 'Cast by a program' });
    const results = await visitor.as({ after: position }).ask(showResults, { consultationId });
    expect(results.activities.map(({ participants, excludedBallots }) => [participants, excludedBallots])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const mine = await citizen.as({ after: position }).ask(showMyBallot, { consultationId });
    expect(mine.activities.map(({ excludedReason }) => excludedReason)).toEqual([null, 'Cast by a program']);
  });

  it('gives out votes activity by activity', async () => {
    const wanted = { consultationId, activityId: deliberation, contents: 'votes', purpose: 'For the report' } as const;
    const { id: exportId, position } = await office.do(exportContributions, wanted);
    const file = await (await office.as({ after: position }).open(fetchExport, { exportId })).text();
    expect(file).toContain('agree');
  });

  it('stands in streams that name the activity', async () => {
    await eventually(async () => expect(await streams()).toContain(`ballot-${poll}-${(await voters(poll))[0]}`), 30_000);
    expect(await streams()).toEqual(
      expect.arrayContaining([`consultation-${consultationId}`, `activity-${deliberation}`, `activity-${poll}`]),
    );
  }, 60_000);

  it('owes an answer once it is closed, and shows by when; an auditor recounts all of it, and reads its pages', async () => {
    await office.do(changeAnswerTerm, { consultationId, answerWithinDays: 30, reason: 'It was asked for.' });
    await office.do(closeConsultation, { consultationId, reason: 'Enough was said.' });
    const { position } = await office.do(changeAnswerTerm, { consultationId, answerWithinDays: 45, reason: 'The council meets later.' });
    const { answer } = await visitor.as({ after: position }).ask(showConsultation, { consultationId });
    expect(answer).toMatchObject({ state: 'due', withinDays: 30, laterDate: expect.any(String) });
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0 });
  }, 60_000);

  const voters = async (activityId: string) => (await office.ask(listBallots, { activityId })).items.map(({ voter }) => voter);

  async function streams(): Promise<string[]> {
    const lines = (await (await fetch(`${platform.origin}/log/entries?from=0&limit=1000`)).text()).split('\n').filter(Boolean);
    return lines.map((line) => (JSON.parse((JSON.parse(line) as LogEntry).leaf) as { stream: string }).stream);
  }
});

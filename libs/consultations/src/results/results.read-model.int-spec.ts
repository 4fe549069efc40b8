import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssuranceLevel, EventMetadata } from '@isegoria/kernel';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ballotList } from '../ballot-exclusion/ballot-list.read-model';
import { myBallot } from '../ballot/my-ballot.read-model';
import { consultationById } from '../consultation/view/consultation-views.read-model';
import type { VoteChoice } from '../methods/deliberation/vote/statement-vote.contract';
import { atEachLevel } from './assurance/by-assurance.contract';
import { consultationResults } from './results.read-model';

describe('the results of a consultation', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  /** An activity, named as events name it. */
  interface Place {
    readonly consultationId: string;
    readonly activityId: string;
  }
  async function placed(...activities: Parameters<ReadModelStage['drafted']>[0][number][number][]): Promise<Place[]> {
    const { consultationId, activityIds } = await stage.drafted(activities.map((activity) => [activity]));
    return activityIds.map((activityId) => ({ consultationId, activityId }));
  }
  const deliberation = async () => (await placed(aDeliberation()))[0]!;
  const poll = async () => (await placed(aPoll))[0]!;

  async function statement(place: Place, outcome: 'accepted' | 'rejected' = 'accepted'): Promise<string> {
    const statementId = randomUUID();
    const text = { plain: 'A statement' };
    await stage.record(`statement-${statementId}`, [
      { type: 'StatementSubmitted', data: { statementId, ...place, author: null, assurance: null, text, externalId: '17' } },
      outcome === 'accepted'
        ? { type: 'StatementAccepted', data: { statementId, ...place, by } }
        : { type: 'StatementRejected', data: { statementId, ...place, by, reason: 'Insult' } },
    ]);
    return statementId;
  }

  type About = readonly [Place, string];
  async function vote(
    [place, statementId]: About,
    voter: string,
    choice: VoteChoice,
    assurance: AssuranceLevel = 'email',
    metadata: Partial<EventMetadata> = {},
  ) {
    const event = { type: 'StatementVoteCast', data: { ...place, statementId, voter, choice, assurance } } as const;
    await stage.record(ballotStream(event), event, { at: '2026-03-01T12:00:00.000Z', ...metadata });
  }

  async function ballot(place: Place, voter: string, options: string[], assurance: AssuranceLevel = 'email') {
    const event = { type: 'PollBallotCast', data: { ...place, voter, options, assurance } } as const;
    await stage.record(ballotStream(event), event);
  }

  const consultation = async ({ consultationId }: Place) => (
    await stage.projected(),
    (await consultationResults(stage.dataSource, stage.keys, consultationId))!
  );
  const results = async (place: Place) => (await consultation(place)).activities.find(({ activityId }) => activityId === place.activityId)!;

  it('counts the last vote of a person on a statement, changed in the same batch or a later one', async () => {
    const place = await deliberation();
    const about: About = [place, await statement(place)];
    const [one, other] = [pseudonym(), pseudonym()];
    await stage.projected();
    await stage.pause();
    await vote(about, one, 'agree');
    await vote(about, one, 'disagree');
    await vote(about, other, 'agree');
    stage.resume();
    expect((await results(place)).statements).toMatchObject([{ agrees: 1, disagrees: 1, passes: 0 }]);
    await vote(about, one, 'pass');
    expect(await results(place)).toMatchObject({
      participants: 2,
      votesCast: 4,
      statements: [{ agrees: 1, disagrees: 0, passes: 1 }],
    });
    await vote(about, other, 'agree');
    expect(await results(place)).toMatchObject({
      participants: 2,
      votesCast: 5,
      statements: [{ agrees: 1, disagrees: 0, passes: 1 }],
    });
  });

  it('counts from a level on and tells all apart: a vote by its own assurance, a person by that of the latest vote', async () => {
    const place = await deliberation();
    const [first, second]: [About, About] = [
      [place, await statement(place)],
      [place, await statement(place)],
    ];
    const [changing, anonymous] = [pseudonym(), pseudonym()];
    await vote(first, changing, 'agree', 'anonymous');
    await vote(first, anonymous, 'agree', 'anonymous');
    expect(await results(place)).toMatchObject({ countsFrom: 'email', participants: 0, participantsByAssurance: { anonymous: 2 } });
    await vote(second, changing, 'disagree', 'attested');
    expect(await results(place)).toMatchObject({
      participants: 1,
      participantsByAssurance: { anonymous: 1, attested: 1 },
      votesCastByAssurance: { anonymous: 2, attested: 1 },
      statements: [
        { agrees: 0, byAssurance: { anonymous: { agrees: 2 } } },
        { disagrees: 1, byAssurance: { attested: { disagrees: 1 }, anonymous: { disagrees: 0 } } },
      ],
    });
    await vote(first, changing, 'agree', 'email');
    expect((await results(place)).statements[0]).toMatchObject({
      agrees: 1,
      byAssurance: { email: { agrees: 1 }, anonymous: { agrees: 1 } },
    });
  });

  it('counts people on the day of their first vote, for an imported one by the original time', async () => {
    const place = await deliberation();
    const about: About = [place, await statement(place)];
    const [early, late, imported] = [pseudonym(), pseudonym(), pseudonym()];
    await vote(about, early, 'agree', 'email', { at: '2026-03-01T23:59:59.999Z' });
    await vote(about, late, 'agree', 'anonymous', { at: '2026-03-02T00:00:00.000Z' });
    await vote(about, early, 'pass', 'email', { at: '2026-03-05T00:00:00.000Z' });
    await vote(about, imported, 'agree', 'attested', { imported: { at: '2015-07-01T01:00:00+08:00', by } });
    const found = await results(place);
    expect(found.participation).toEqual([
      { day: '2015-06-30', newParticipants: 1, participants: 1, byAssurance: atEachLevel(0, { attested: 1 }) },
      { day: '2026-03-01', newParticipants: 1, participants: 2, byAssurance: atEachLevel(0, { attested: 1, email: 1 }) },
      { day: '2026-03-02', newParticipants: 0, participants: 2, byAssurance: atEachLevel(0, { attested: 1, email: 1, anonymous: 1 }) },
    ]);
    expect(found.participation.at(-1)!.byAssurance).toEqual(found.participantsByAssurance);
  });

  it('includes rejected statements with their votes and without their text, in order of submission', async () => {
    const place = await deliberation();
    const rejected = await statement(place, 'rejected');
    const accepted = await statement(place);
    await vote([place, rejected], pseudonym(), 'disagree');
    expect((await results(place)).statements).toMatchObject([
      { id: rejected, externalId: '17', status: 'rejected', text: null, disagrees: 1 },
      { id: accepted, externalId: '17', status: 'accepted', text: 'A statement', agrees: 0, disagrees: 0, passes: 0 },
    ]);
  });

  it('counts the last ballot of a poll, by option and assurance', async () => {
    const place = await poll();
    const [one, other] = [pseudonym(), pseudonym()];
    await ballot(place, one, ['a', 'b'], 'anonymous');
    await ballot(place, other, ['a']);
    await ballot(place, one, ['b'], 'email');
    expect(await results(place)).toMatchObject({
      method: 'poll',
      participants: 2,
      participantsByAssurance: { email: 2, anonymous: 0 },
      votesCast: 2,
      votesCastByAssurance: { email: 2, anonymous: 1 },
      statements: [],
      options: [
        { id: 'a', text: 'Trams', votes: 1, byAssurance: { email: 1, anonymous: 0 } },
        { id: 'b', text: 'Buses', votes: 1, byAssurance: { email: 1, anonymous: 0 } },
      ],
    });
  });

  it('counts questions and comments, and says at which position', async () => {
    const place = await poll();
    const [question, answered, comment] = [randomUUID(), randomUUID(), randomUUID()];
    const { consultationId } = place;
    const said = { consultationId, author: pseudonym(), assurance: 'email', text: { plain: 'x' } } as const;
    await stage.record(`question-${question}`, { type: 'QuestionAsked', data: { questionId: question, unit: 'root', ...said } });
    await stage.record(`question-${answered}`, { type: 'QuestionAsked', data: { questionId: answered, unit: 'root', ...said } });
    await stage.record(`question-${answered}`, { type: 'QuestionAnswered', data: { questionId: answered, consultationId, by, text: 'y' } });
    const position = await stage.record(`comment-${comment}`, { type: 'CommentSubmitted', data: { commentId: comment, ...said } });
    const found = await consultation(place);
    expect(found).toMatchObject({ questions: { open: 1, answered: 1 }, comments: 1, activities: [{ participants: 0, participation: [] }] });
    expect(found.position).toBeGreaterThanOrEqual(position);
    expect(Date.now() - Date.parse(found.computedAt)).toBeLessThan(60_000);
  });

  it("gives a person the own last votes, activity by activity, and nobody else's", async () => {
    const [first, second] = (await placed(aDeliberation(), aPoll)) as [Place, Place];
    const statementId = await statement(first);
    const [me, other] = [pseudonym(), pseudonym()];
    await vote([first, statementId], me, 'agree');
    await vote([first, statementId], me, 'pass');
    await vote([first, statementId], other, 'disagree');
    await ballot(second, me, ['b']);
    await stage.projected();
    const { consultationId } = first;
    const nothing = { votes: [], statementsAdded: 0, options: [], response: null, excludedReason: null, late: 0 };
    expect(await myBallot(stage.dataSource, consultationId, me)).toEqual({
      consultationId,
      activities: [
        { ...nothing, activityId: first.activityId, votes: [{ statementId, choice: 'pass' }] },
        { ...nothing, activityId: second.activityId, options: ['b'] },
      ],
    });
    expect((await myBallot(stage.dataSource, consultationId, other)).activities[1]).toEqual({ ...nothing, activityId: second.activityId });
    expect(await myBallot(stage.dataSource, randomUUID(), me)).toMatchObject({ activities: [] });
    expect(await myBallot(stage.dataSource, 'none', me)).toMatchObject({ activities: [] });
  });

  async function judge(type: 'BallotExcluded' | 'BallotReinstated', place: Place, voter: string) {
    const event = { type, data: { ...place, voter, by, reason: 'Cast by a program' } } as const;
    await stage.record(ballotStream(event), event);
  }

  it('leaves an excluded ballot out of every count but that of events, and counts it again once it is put back', async () => {
    const place = await deliberation();
    const about: About[] = [
      [place, await statement(place)],
      [place, await statement(place)],
    ];
    const [one, other] = [pseudonym(), pseudonym()];
    await vote(about[0]!, one, 'agree', 'anonymous');
    await vote(about[1]!, one, 'pass', 'email');
    await vote(about[0]!, other, 'disagree');
    const before = await results(place);
    await judge('BallotExcluded', place, one);
    const without = await results(place);
    expect(without).toMatchObject({
      participants: 1,
      participantsByAssurance: { email: 1, anonymous: 0 },
      excludedBallots: 1,
      votesCastByAssurance: { email: 2, anonymous: 1 },
      participation: [{ newParticipants: 1, participants: 1 }],
      statements: [
        { agrees: 0, disagrees: 1, byAssurance: { anonymous: { agrees: 0 } } },
        { passes: 0, byAssurance: { email: { passes: 0 } } },
      ],
    });
    expect(await myBallot(stage.dataSource, place.consultationId, one)).toMatchObject({
      activities: [{ votes: [{ choice: expect.any(String) }, {}], excludedReason: 'Cast by a program' }],
    });
    await judge('BallotReinstated', place, one);
    const again = await results(place);
    expect(again).toEqual(before);
  });

  it('does so whatever stands in one batch', async () => {
    const place = await poll();
    const [one, other] = [pseudonym(), pseudonym()];
    await stage.projected();
    await stage.pause();
    await ballot(place, one, ['a', 'b']);
    await ballot(place, other, ['a']);
    await judge('BallotExcluded', place, one);
    await judge('BallotReinstated', place, one);
    await ballot(place, one, ['b'], 'anonymous');
    await judge('BallotExcluded', place, other);
    stage.resume();
    expect(await results(place)).toMatchObject({
      participants: 0,
      participantsByAssurance: { email: 0, anonymous: 1 },
      excludedBallots: 1,
      votesCast: 2,
      options: [
        { votes: 0, byAssurance: atEachLevel(0) },
        { votes: 0, byAssurance: atEachLevel(0, { anonymous: 1 }) },
      ],
    });
  });

  it('lists the ballots by pseudonym, and the excluded ones with their reason', async () => {
    const place = await poll();
    const [one, other] = [pseudonym(), pseudonym()].sort() as [string, string];
    await ballot(place, one, ['a', 'b'], 'anonymous');
    await ballot(place, other, ['a']);
    await judge('BallotExcluded', place, other);
    await stage.projected();
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    const plain = { firstDay: day, votesPerMinute: null, shortestPause: null, same: null };
    const excluded = { ...plain, voter: other, assurance: 'email', votes: 1, excludedReason: 'Cast by a program' };
    const counted = { ...plain, voter: one, assurance: 'anonymous', votes: 2, excludedReason: null };
    const list = (status?: 'excluded') => ballotList(stage.dataSource, place.activityId, { status });
    expect(await list()).toEqual({ items: [counted, excluded], next: null, count: 2 });
    expect(await list('excluded')).toEqual({ items: [excluded], next: null, count: 1 });
    expect(await ballotList(stage.dataSource, 'none')).toEqual({ items: [], next: null, count: 0 });
  });

  describe('of two phases with an activity each', () => {
    const view = async ({ consultationId }: Place) => (
      await stage.projected(),
      (await consultationById(stage.dataSource, consultationId, { now: new Date() }))!
    );

    it('has the figures of each for itself, in the order of the phases, in the shape of every method', async () => {
      const [first, second] = (await placed({ ...aDeliberation(), title: 'What matters?' }, aPoll)) as [Place, Place];
      const about: About = [first, await statement(first)];
      const [both, one] = [pseudonym(), pseudonym()];
      await vote(about, both, 'agree');
      await vote(about, one, 'disagree');
      await ballot(second, both, ['a'], 'anonymous');
      const found = await consultation(first);
      expect(Object.keys(found).sort()).toEqual(
        ['activities', 'comments', 'computedAt', 'consultationId', 'position', 'questions', 'skippedEvents'].sort(),
      );
      expect(found.activities).toMatchObject([
        {
          activityId: first.activityId,
          phaseId: expect.any(String),
          method: 'deliberation',
          title: 'What matters?',
          participants: 2,
          participantsByAssurance: { email: 2, anonymous: 0 },
          votesCast: 2,
          statements: [{ agrees: 1, disagrees: 1 }],
          options: [],
        },
        {
          activityId: second.activityId,
          method: 'poll',
          title: null,
          participants: 0,
          participantsByAssurance: { email: 0, anonymous: 1 },
          votesCast: 0,
          statements: [],
          options: [{ votes: 0, byAssurance: { anonymous: 1 } }, { votes: 0 }],
        },
      ]);
      expect((await view(first)).participants).toBe(2);
    });

    it('keeps two activities by one method apart', async () => {
      const [first, second] = (await placed(aPoll, aPoll)) as [Place, Place];
      const voter = pseudonym();
      await ballot(first, voter, ['a']);
      await ballot(second, voter, ['b']);
      await ballot(second, voter, ['a', 'b']);
      expect((await consultation(first)).activities).toMatchObject([
        { votesCast: 1, options: [{ votes: 1 }, { votes: 0 }] },
        { votesCast: 2, options: [{ votes: 1 }, { votes: 1 }] },
      ]);
      await judge('BallotExcluded', second, voter);
      expect((await consultation(first)).activities).toMatchObject([
        { participants: 1, excludedBallots: 0, options: [{ votes: 1 }, { votes: 0 }] },
        { participants: 0, excludedBallots: 1, options: [{ votes: 0 }, { votes: 0 }] },
      ]);
    });

    it('counts a person at the highest level of the ballots that count', async () => {
      const [first, second] = (await placed(aPoll, aPoll)) as [Place, Place];
      const voter = pseudonym();
      const steps: [() => Promise<void>, number, object][] = [
        [() => ballot(first, voter, ['a'], 'anonymous'), 0, { anonymous: 1 }],
        [() => ballot(second, voter, ['a'], 'attested'), 1, { attested: 1 }],
        [() => judge('BallotExcluded', second, voter), 0, { anonymous: 1 }],
        [() => ballot(first, voter, ['a'], 'email'), 1, { email: 1 }],
      ];
      for (const [step, participants, named] of steps) {
        await step();
        expect(await view(first)).toMatchObject({ participants, participantsByAssurance: atEachLevel(0, named) });
      }
    });

    it('counts a person once, for as long as any ballot of theirs counts', async () => {
      const [first, second] = (await placed(aPoll, aPoll)) as [Place, Place];
      const [both, other] = [pseudonym(), pseudonym()];
      const steps: [() => Promise<void>, number][] = [
        [() => ballot(first, both, ['a']), 1],
        [() => ballot(second, both, ['a']), 1],
        [() => ballot(second, both, ['b']), 1],
        [() => ballot(second, other, ['b']), 2],
        [() => judge('BallotExcluded', first, both), 2],
        [() => judge('BallotExcluded', second, both), 1],
        [() => judge('BallotReinstated', first, both), 2],
        [() => judge('BallotExcluded', first, both), 1],
        [() => judge('BallotReinstated', second, both), 2],
      ];
      for (const [step, expected] of steps) {
        await step();
        expect((await view(first)).participants).toBe(expected);
      }
      // All of it in one batch comes to the same.
      const [third, fourth] = (await placed(aPoll, aPoll)) as [Place, Place];
      await stage.projected();
      await stage.pause();
      await ballot(third, both, ['a']);
      await ballot(fourth, both, ['a']);
      await ballot(fourth, other, ['b']);
      await judge('BallotExcluded', third, both);
      stage.resume();
      expect((await view(third)).participants).toBe(2);
      await judge('BallotExcluded', fourth, both);
      expect((await view(third)).participants).toBe(1);
    });
  });

  it('has none of a consultation that does not exist', async () => {
    expect(await consultationResults(stage.dataSource, stage.keys, randomUUID())).toBeUndefined();
    expect(await consultationResults(stage.dataSource, stage.keys, 'none')).toBeUndefined();
  });

  it('catches up with five thousand votes and equals a plain count of the last ones', async () => {
    const place = await deliberation();
    const statements = await Promise.all(Array.from({ length: 50 }, () => statement(place)));
    await stage.projected();
    await stage.pause();
    const choices: VoteChoice[] = ['agree', 'disagree', 'pass'];
    const last = new Map<string, VoteChoice>();
    const appends = Array.from({ length: 50 }, (_, person) => () => {
      const voter = pseudonym();
      const votes = Array.from({ length: 100 }, (_, n) => {
        const statementId = statements[(n * 7) % 50]!;
        const choice = choices[(person * 31 + n * 17 + (n >> 3)) % 3]!;
        last.set(voter + statementId, choice);
        return { type: 'StatementVoteCast', data: { ...place, statementId, voter, choice, assurance: 'email' } } as const;
      });
      return stage.record(ballotStream(votes[0]!), votes);
    });
    for (let from = 0; from < appends.length; from += 20) await Promise.all(appends.slice(from, from + 20).map((append) => append()));
    stage.resume();
    await stage.projected(60_000);
    const found = await results(place);
    expect(found).toMatchObject({ participants: 50, votesCast: 5_000 });
    const counted = found.statements.map(({ agrees, disagrees, passes }) => agrees + disagrees + passes);
    expect(counted).toEqual(statements.map(() => 50));
    for (const { id, agrees } of found.statements) {
      expect(agrees).toBe([...last].filter(([key, choice]) => key.endsWith(id) && choice === 'agree').length);
    }
  }, 60_000);
});

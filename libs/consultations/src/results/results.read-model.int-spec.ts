import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssuranceLevel, EventMetadata } from '@isegoria/kernel';
import { ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ballotList } from '../ballot-exclusion/ballot-list.read-model';
import { myBallot } from '../ballot/my-ballot.read-model';
import type { ConsultationEvent } from '../events.contract';
import type { VoteChoice } from '../methods/deliberation/deliberation.contract';
import type { ConsultationKind } from '../methods/methods.contract';
import { consultationResults } from './results.read-model';

describe('the results of a consultation', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  async function consultation(kind: ConsultationKind): Promise<string> {
    const consultationId = randomUUID();
    const poll =
      kind === 'poll'
        ? {
            multiple: true,
            options: [
              { id: 'a', text: 'Trams' },
              { id: 'b', text: 'Buses' },
            ],
          }
        : null;
    const moderation = kind === 'poll' ? null : 'before';
    const data = { consultationId, kind, title: 'T', description: 'D', language: 'en', by, externalId: null, moderation, poll } as const;
    await stage.record(`consultation-${consultationId}`, { type: 'ConsultationDrafted', data } as ConsultationEvent);
    return consultationId;
  }

  async function statement(consultationId: string, outcome: 'accepted' | 'rejected' = 'accepted'): Promise<string> {
    const statementId = randomUUID();
    const text = { plain: 'A statement' };
    await stage.record(`statement-${statementId}`, [
      { type: 'StatementSubmitted', data: { statementId, consultationId, author: null, assurance: null, text, externalId: '17' } },
      outcome === 'accepted'
        ? { type: 'StatementAccepted', data: { statementId, consultationId, by } }
        : { type: 'StatementRejected', data: { statementId, consultationId, by, reason: 'Insult' } },
    ]);
    return statementId;
  }

  async function vote(
    [consultationId, statementId]: [string, string],
    voter: string,
    choice: VoteChoice,
    assurance: AssuranceLevel = 'confirmed',
    metadata: Partial<EventMetadata> = {},
  ) {
    const event = { type: 'StatementVoteCast', data: { consultationId, statementId, voter, choice, assurance } } as const;
    await stage.record(ballotStream(event), event, { at: '2026-03-01T12:00:00.000Z', ...metadata });
  }

  async function ballot(consultationId: string, voter: string, options: string[], assurance: AssuranceLevel = 'confirmed') {
    const event = { type: 'PollBallotCast', data: { consultationId, voter, options, assurance } } as const;
    await stage.record(ballotStream(event), event);
  }

  const results = async (id: string) => (await stage.projected(), (await consultationResults(stage.dataSource, stage.keys, id))!);

  it('counts the last vote of a person on a statement, changed in the same batch or a later one', async () => {
    const consultationId = await consultation('deliberation');
    const about: [string, string] = [consultationId, await statement(consultationId)];
    const [one, other] = [pseudonym(), pseudonym()];
    await stage.projected();
    await stage.pause();
    await vote(about, one, 'agree');
    await vote(about, one, 'disagree');
    await vote(about, other, 'agree');
    stage.resume();
    expect((await results(consultationId)).statements).toMatchObject([{ agrees: 1, disagrees: 1, passes: 0 }]);
    await vote(about, one, 'pass');
    expect(await results(consultationId)).toMatchObject({
      participants: 2,
      votesCast: 4,
      statements: [{ agrees: 1, disagrees: 0, passes: 1 }],
    });
    await vote(about, other, 'agree');
    expect(await results(consultationId)).toMatchObject({
      participants: 2,
      votesCast: 5,
      statements: [{ agrees: 1, disagrees: 0, passes: 1 }],
    });
  });

  it('tells verified and unverified apart: a vote by its own assurance, a person by that of the latest vote', async () => {
    const consultationId = await consultation('deliberation');
    const [first, second]: [string, string][] = [
      [consultationId, await statement(consultationId)],
      [consultationId, await statement(consultationId)],
    ] as never;
    const [changing, unverified] = [pseudonym(), pseudonym()];
    await vote(first!, changing, 'agree', 'unverified');
    await vote(first!, unverified, 'agree', 'unverified');
    expect(await results(consultationId)).toMatchObject({ participants: 2, participantsByAssurance: { verified: 0, unverified: 2 } });
    await vote(second!, changing, 'disagree', 'attested');
    expect(await results(consultationId)).toMatchObject({
      participants: 2,
      participantsByAssurance: { verified: 1, unverified: 1 },
      statements: [
        { agrees: 2, byAssurance: { verified: { agrees: 0 }, unverified: { agrees: 2 } } },
        { disagrees: 1, byAssurance: { verified: { disagrees: 1 }, unverified: { disagrees: 0 } } },
      ],
    });
    await vote(first!, changing, 'agree', 'confirmed');
    expect((await results(consultationId)).statements[0]).toMatchObject({
      agrees: 2,
      byAssurance: { verified: { agrees: 1 }, unverified: { agrees: 1 } },
    });
  });

  it('counts people on the day of their first vote, for an imported one by the original time', async () => {
    const consultationId = await consultation('deliberation');
    const about: [string, string] = [consultationId, await statement(consultationId)];
    const [early, late, imported] = [pseudonym(), pseudonym(), pseudonym()];
    await vote(about, early, 'agree', 'confirmed', { at: '2026-03-01T23:59:59.999Z' });
    await vote(about, late, 'agree', 'unverified', { at: '2026-03-02T00:00:00.000Z' });
    await vote(about, early, 'pass', 'confirmed', { at: '2026-03-05T00:00:00.000Z' });
    await vote(about, imported, 'agree', 'attested', { imported: { at: '2015-07-01T01:00:00+08:00', by } });
    const found = await results(consultationId);
    expect(found.participation).toEqual([
      { day: '2015-06-30', newParticipants: 1, participants: 1, byAssurance: { verified: 1, unverified: 0 } },
      { day: '2026-03-01', newParticipants: 1, participants: 2, byAssurance: { verified: 2, unverified: 0 } },
      { day: '2026-03-02', newParticipants: 1, participants: 3, byAssurance: { verified: 2, unverified: 1 } },
    ]);
    expect(found.participation.at(-1)!.byAssurance).toEqual(found.participantsByAssurance);
  });

  it('includes rejected statements with their votes and without their text, in order of submission', async () => {
    const consultationId = await consultation('deliberation');
    const rejected = await statement(consultationId, 'rejected');
    const accepted = await statement(consultationId);
    await vote([consultationId, rejected], pseudonym(), 'disagree');
    expect((await results(consultationId)).statements).toMatchObject([
      { id: rejected, externalId: '17', status: 'rejected', text: null, disagrees: 1 },
      { id: accepted, externalId: '17', status: 'accepted', text: 'A statement', agrees: 0, disagrees: 0, passes: 0 },
    ]);
  });

  it('counts the last ballot of a poll, by option and assurance', async () => {
    const consultationId = await consultation('poll');
    const [one, other] = [pseudonym(), pseudonym()];
    await ballot(consultationId, one, ['a', 'b'], 'unverified');
    await ballot(consultationId, other, ['a']);
    await ballot(consultationId, one, ['b'], 'confirmed');
    expect(await results(consultationId)).toMatchObject({
      kind: 'poll',
      participants: 2,
      participantsByAssurance: { verified: 2, unverified: 0 },
      votesCast: 3,
      statements: [],
      options: [
        { id: 'a', text: 'Trams', votes: 1, byAssurance: { verified: 1, unverified: 0 } },
        { id: 'b', text: 'Buses', votes: 1, byAssurance: { verified: 1, unverified: 0 } },
      ],
    });
  });

  it('counts questions and comments, and says at which position', async () => {
    const consultationId = await consultation('poll');
    const [question, answered, comment] = [randomUUID(), randomUUID(), randomUUID()];
    const said = { consultationId, author: pseudonym(), assurance: 'confirmed', text: { plain: 'x' } } as const;
    await stage.record(`question-${question}`, { type: 'QuestionAsked', data: { questionId: question, ...said } });
    await stage.record(`question-${answered}`, { type: 'QuestionAsked', data: { questionId: answered, ...said } });
    await stage.record(`question-${answered}`, { type: 'QuestionAnswered', data: { questionId: answered, consultationId, by, text: 'y' } });
    const position = await stage.record(`comment-${comment}`, { type: 'CommentSubmitted', data: { commentId: comment, ...said } });
    const found = await results(consultationId);
    expect(found).toMatchObject({ questions: { open: 1, answered: 1 }, comments: 1, participants: 0, participation: [] });
    expect(found.position).toBeGreaterThanOrEqual(position);
    expect(Date.now() - Date.parse(found.computedAt)).toBeLessThan(60_000);
  });

  it("gives a person the own last votes, and nobody else's", async () => {
    const [deliberation, poll] = [await consultation('deliberation'), await consultation('poll')];
    const statementId = await statement(deliberation);
    const [me, other] = [pseudonym(), pseudonym()];
    await vote([deliberation, statementId], me, 'agree');
    await vote([deliberation, statementId], me, 'pass');
    await vote([deliberation, statementId], other, 'disagree');
    await ballot(poll, me, ['b']);
    await stage.projected();
    expect(await myBallot(stage.dataSource, deliberation, me)).toEqual({
      consultationId: deliberation,
      votes: [{ statementId, choice: 'pass' }],
      options: [],
      excludedReason: null,
    });
    expect(await myBallot(stage.dataSource, poll, me)).toEqual({ consultationId: poll, votes: [], options: ['b'], excludedReason: null });
    expect(await myBallot(stage.dataSource, poll, other)).toEqual({ consultationId: poll, votes: [], options: [], excludedReason: null });
  });

  async function judge(type: 'BallotExcluded' | 'BallotReinstated', consultationId: string, voter: string) {
    const event = { type, data: { consultationId, voter, by, reason: 'Cast by a program' } } as const;
    await stage.record(ballotStream(event), event);
  }

  it('leaves an excluded ballot out of every count but that of events, and counts it again once it is put back', async () => {
    const consultationId = await consultation('deliberation');
    const about: [string, string][] = [
      [consultationId, await statement(consultationId)],
      [consultationId, await statement(consultationId)],
    ];
    const [one, other] = [pseudonym(), pseudonym()];
    await vote(about[0]!, one, 'agree', 'unverified');
    await vote(about[1]!, one, 'pass', 'confirmed');
    await vote(about[0]!, other, 'disagree');
    const before = await results(consultationId);
    await judge('BallotExcluded', consultationId, one);
    const without = await results(consultationId);
    expect(without).toMatchObject({
      participants: 1,
      participantsByAssurance: { verified: 1, unverified: 0 },
      excludedBallots: 1,
      votesCast: 3,
      participation: [{ newParticipants: 1, participants: 1 }],
      statements: [
        { agrees: 0, disagrees: 1, byAssurance: { unverified: { agrees: 0 } } },
        { passes: 0, byAssurance: { verified: { passes: 0 } } },
      ],
    });
    expect(await myBallot(stage.dataSource, consultationId, one)).toMatchObject({
      votes: [{ choice: expect.any(String) }, {}],
      excludedReason: 'Cast by a program',
    });
    await judge('BallotReinstated', consultationId, one);
    const again = await results(consultationId);
    expect({ ...again, position: 0, computedAt: '' }).toEqual({ ...before, position: 0, computedAt: '' });
  });

  it('does so whatever stands in one batch', async () => {
    const consultationId = await consultation('poll');
    const [one, other] = [pseudonym(), pseudonym()];
    await stage.projected();
    await stage.pause();
    await ballot(consultationId, one, ['a', 'b']);
    await ballot(consultationId, other, ['a']);
    await judge('BallotExcluded', consultationId, one);
    await judge('BallotReinstated', consultationId, one);
    await ballot(consultationId, one, ['b'], 'unverified');
    await judge('BallotExcluded', consultationId, other);
    stage.resume();
    expect(await results(consultationId)).toMatchObject({
      participants: 1,
      participantsByAssurance: { verified: 0, unverified: 1 },
      excludedBallots: 1,
      votesCast: 3,
      options: [
        { votes: 0, byAssurance: { verified: 0, unverified: 0 } },
        { votes: 1, byAssurance: { verified: 0, unverified: 1 } },
      ],
    });
  });

  it('lists the ballots by pseudonym, and the excluded ones with their reason', async () => {
    const consultationId = await consultation('poll');
    const [one, other] = [pseudonym(), pseudonym()].sort() as [string, string];
    await ballot(consultationId, one, ['a', 'b'], 'unverified');
    await ballot(consultationId, other, ['a']);
    await judge('BallotExcluded', consultationId, other);
    await stage.projected();
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    const excluded = { voter: other, firstDay: day, verified: true, votes: 1, excludedReason: 'Cast by a program' };
    expect(await ballotList(stage.dataSource, consultationId)).toEqual({
      items: [{ voter: one, firstDay: day, verified: false, votes: 2, excludedReason: null }, excluded],
      next: null,
      count: 2,
    });
    expect(await ballotList(stage.dataSource, consultationId, { excluded: true })).toEqual({ items: [excluded], next: null, count: 1 });
    expect(await ballotList(stage.dataSource, 'none')).toEqual({ items: [], next: null, count: 0 });
  });

  it('has none of a consultation that does not exist', async () => {
    expect(await consultationResults(stage.dataSource, stage.keys, randomUUID())).toBeUndefined();
    expect(await consultationResults(stage.dataSource, stage.keys, 'none')).toBeUndefined();
  });

  it('catches up with fifty thousand votes and equals a plain count of the last ones', async () => {
    const consultationId = await consultation('deliberation');
    const statements = await Promise.all(Array.from({ length: 50 }, () => statement(consultationId)));
    await stage.projected();
    await stage.pause();
    const choices: VoteChoice[] = ['agree', 'disagree', 'pass'];
    const last = new Map<string, VoteChoice>();
    const appends = Array.from({ length: 500 }, (_, person) => () => {
      const voter = pseudonym();
      const votes = Array.from({ length: 100 }, (_, n) => {
        const statementId = statements[(n * 7) % 50]!;
        const choice = choices[(person * 31 + n * 17 + (n >> 3)) % 3]!;
        last.set(voter + statementId, choice);
        return { type: 'StatementVoteCast', data: { consultationId, statementId, voter, choice, assurance: 'confirmed' } } as const;
      });
      return stage.record(ballotStream(votes[0]!), votes);
    });
    for (let from = 0; from < appends.length; from += 20) await Promise.all(appends.slice(from, from + 20).map((append) => append()));
    const begun = performance.now();
    stage.resume();
    await stage.projected(60_000);
    const rate = Math.round(50_000 / ((performance.now() - begun) / 1000));
    process.stdout.write(`caught up with 50,000 votes at ${rate} events/s\n`);
    const found = await results(consultationId);
    expect(found).toMatchObject({ participants: 500, votesCast: 50_000 });
    const counted = found.statements.map(({ agrees, disagrees, passes }) => agrees + disagrees + passes);
    expect(counted).toEqual(statements.map(() => 500));
    for (const { id, agrees } of found.statements) {
      expect(agrees).toBe([...last].filter(([key, choice]) => key.endsWith(id) && choice === 'agree').length);
    }
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsultationsEvent } from '@isegoria/contracts';
import type { AssuranceLevel } from '@isegoria/kernel';
import { aDeliberation, aPoll, ballotStream, pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { ballotList } from '../ballot-exclusion/ballot-list.read-model';
import { myBallot } from '../ballot/my-ballot.read-model';
import { consultationById } from '../consultation/view/consultation-views.read-model';
import { readContributions } from '../export/contributions/contributions.read-model';
import type { ExportContents } from '../export/export.contract';
import { outdatedOpinionMaps, refreshOpinionMap } from '../methods/deliberation/opinion-map/opinion-map.read-model';
import { pendingStatements, statementList } from '../methods/deliberation/statement/statement.read-model';
import type { VoteChoice } from '../methods/deliberation/vote/statement-vote.contract';
import { consultationResults } from '../results/results.read-model';

/** Events are appended straight to the store, as by another instance with a slow clock or by somebody who has the store. */
describe('what stands behind the closing in the log', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  let consultationId: string;
  let phaseIds: readonly string[];
  let talk: string;
  let poll: string;
  let statementId: string;
  const [faithful, changing, newcomer] = [pseudonym(), pseudonym(), pseudonym()];
  /** Before the closing by every clock. */
  const at = '2026-03-01T12:00:00.000Z';

  const record = (stream: string, event: ConsultationsEvent) => stage.record(stream, event, { at });
  const vote = (voter: string, choice: VoteChoice, about = statementId, assurance: AssuranceLevel = 'email') => {
    const data = { consultationId, activityId: talk, statementId: about, voter, choice, assurance };
    return record(ballotStream({ type: 'StatementVoteCast', data }), { type: 'StatementVoteCast', data });
  };
  const ballot = (voter: string, options: string[], assurance: AssuranceLevel = 'email') => {
    const data = { consultationId, activityId: poll, voter, options, assurance };
    return record(ballotStream({ type: 'PollBallotCast', data }), { type: 'PollBallotCast', data });
  };
  async function statement(author: string | null = null): Promise<string> {
    const id = randomUUID();
    const assurance = author === null ? null : ('email' as const);
    const data = { statementId: id, consultationId, activityId: talk, author, assurance, text: { plain: 'Words' }, externalId: null };
    await record(`statement-${id}`, { type: 'StatementSubmitted', data });
    return id;
  }
  const moderate = (id: string, type: 'StatementAccepted' | 'StatementRejected') =>
    record(`statement-${id}`, { type, data: { statementId: id, consultationId, activityId: talk, by, reason: 'R' } } as ConsultationsEvent);
  const judge = (type: 'BallotExcluded' | 'BallotReinstated', activityId: string, voter: string) => {
    const data = { consultationId, activityId, voter, by, reason: 'A program' };
    return record(ballotStream({ type, data }), { type, data });
  };
  const closePhase = (index: number) =>
    record(`consultation-${consultationId}`, { type: 'PhaseClosed', data: { consultationId, phaseId: phaseIds[index]! } });
  const closeEarly = () =>
    record(`consultation-${consultationId}`, { type: 'ConsultationClosed', data: { consultationId, by, reason: 'Flood' } });

  const results = async () => {
    await stage.projected();
    return (await consultationResults(stage.dataSource, stage.keys, consultationId))!.activities;
  };
  async function exported(activityId: string, contents: ExportContents) {
    await stage.projected();
    const found: Record<string, string | null>[] = [];
    await readContributions(
      stage.dataSource,
      stage.keys,
      { consultationId, activityId, contents, forModerator: true },
      async ({ columns, rows }) => {
        for await (const row of rows) found.push(Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])));
      },
    );
    return found;
  }

  /** Two people have voted in both phases. */
  beforeEach(async () => {
    const drafted = await stage.drafted([[aDeliberation('after')], [aPoll]], { countsFrom: 'anonymous' });
    ({ consultationId, phaseIds } = drafted);
    [talk, poll] = drafted.activityIds as [string, string];
    statementId = await statement();
    await vote(faithful, 'agree');
    await vote(changing, 'disagree');
    await ballot(faithful, ['a'], 'anonymous');
    await ballot(changing, ['a', 'b']);
  });

  describe.each(['by its date', 'early'] as const)('when it was closed %s', (how) => {
    const close = async () => {
      if (how === 'early') return void (await closeEarly());
      for (const index of phaseIds.keys()) await closePhase(index);
    };

    it('is in no tally, turnout or participation, and its number is told', async () => {
      const before = await results();
      await close();
      await vote(changing, 'agree', statementId, 'anonymous');
      await vote(newcomer, 'agree');
      await statement(newcomer);
      await ballot(changing, ['b'], 'anonymous');
      await ballot(newcomer, ['b']);
      const [ofTalk, ofPoll] = before as [(typeof before)[0], (typeof before)[0]];
      expect(await results()).toEqual([
        { ...ofTalk, late: 3, closed: true },
        { ...ofPoll, late: 2, closed: true },
      ]);
      expect(ofTalk).toMatchObject({ participants: 2, votesCast: 2, late: 0 });
      expect(ofTalk).not.toHaveProperty('closed');
      const consultation = await consultationById(stage.dataSource, consultationId, { now: new Date() });
      expect(consultation!.participants).toBe(2);
      expect(await ballotList(stage.dataSource, poll)).toMatchObject({ count: 2 });
    });

    it('is so in one batch with the closing, in between what counts and what does not', async () => {
      await stage.projected();
      await stage.pause();
      await ballot(newcomer, ['b']);
      await close();
      await ballot(newcomer, ['a']);
      await ballot(changing, ['b']);
      await judge('BallotExcluded', poll, changing);
      await ballot(changing, ['b']);
      await judge('BallotReinstated', poll, changing);
      stage.resume();
      expect((await results())[1]).toMatchObject({
        participants: 3,
        votesCast: 3,
        late: 3,
        excludedBallots: 0,
        options: [{ votes: 2 }, { votes: 2 }],
      });
    });
  });

  it('is what the phase of its activity closed, while the other goes on', async () => {
    await closePhase(0);
    await vote(changing, 'agree');
    await ballot(changing, ['b']);
    expect(await results()).toMatchObject([
      { votesCast: 2, late: 1, statements: [{ agrees: 1, disagrees: 1 }] },
      { votesCast: 3, late: 0, options: [{ votes: 1 }, { votes: 1 }] },
    ]);
  });

  it('stays what it is when ballots are left out or put back: those of before move, those of after do not', async () => {
    await closeEarly();
    await ballot(changing, ['b']);
    await ballot(newcomer, ['b']);
    for (const voter of [changing, newcomer]) await judge('BallotExcluded', poll, voter);
    expect((await results())[1]).toMatchObject({ participants: 1, excludedBallots: 1, late: 2, options: [{ votes: 1 }, { votes: 0 }] });
    for (const voter of [changing, newcomer]) await judge('BallotReinstated', poll, voter);
    expect((await results())[1]).toMatchObject({ participants: 2, excludedBallots: 0, late: 2, options: [{ votes: 2 }, { votes: 1 }] });
  });

  it('is on no map, and calls for none', async () => {
    await closeEarly();
    await stage.projected();
    await refreshOpinionMap(stage.dataSource, talk);
    await vote(newcomer, 'agree');
    await statement(newcomer);
    await stage.projected();
    expect((await outdatedOpinionMaps(stage.dataSource)).map(({ activityId }) => activityId)).not.toContain(talk);
    await refreshOpinionMap(stage.dataSource, talk);
    const [map] = await stage.dataSource.query(
      'SELECT participants, statements FROM read_opinion_maps.opinion_map WHERE activity_id = $1',
      [talk],
    );
    expect(map).toEqual({ participants: 2, statements: 1 });
  });

  it('has statements that nobody is asked to vote on or to judge, whatever a moderator says of them', async () => {
    const open = await statement(faithful);
    await closePhase(0);
    const late = await statement(newcomer);
    await moderate(late, 'StatementAccepted');
    await vote(faithful, 'agree', late);
    await moderate(open, 'StatementRejected');
    await stage.projected();
    const ids = async (status?: 'accepted' | 'pending' | 'rejected') =>
      (await statementList(stage.dataSource, stage.keys, talk, { status, forModerator: true })).items.map(({ id }) => id);
    expect([await ids(), await ids('accepted'), await ids('rejected')]).toEqual([[statementId], [], [open]]);
    expect((await pendingStatements(stage.dataSource, stage.keys, ['root'])).items.map(({ id }) => id)).not.toContain(late);
    expect((await results())[0]).toMatchObject({ late: 2, statements: [{ id: statementId }, { id: open, status: 'rejected' }] });
  });

  it('is told to the person, whose ballot of before stands', async () => {
    await closeEarly();
    await ballot(changing, ['b']);
    await vote(changing, 'pass');
    await vote(changing, 'agree');
    await stage.projected();
    const own = { votes: [], statementsAdded: 0, options: [], response: null, excludedReason: null };
    expect((await myBallot(stage.dataSource, consultationId, changing)).activities).toEqual([
      { ...own, activityId: talk, votes: [{ statementId, choice: 'disagree' }], late: 2 },
      { ...own, activityId: poll, options: ['a', 'b'], late: 1 },
    ]);
    expect((await myBallot(stage.dataSource, consultationId, faithful)).activities).toMatchObject([{ late: 0 }, { late: 0 }]);
  });

  it('is late in exports, below what counts', async () => {
    await judge('BallotExcluded', poll, faithful);
    await closeEarly();
    await ballot(newcomer, ['b', 'a'], 'anonymous');
    await vote(newcomer, 'pass');
    const [author] = [pseudonym()];
    const late = await statement(author);
    const both = 'Trams\nBuses';
    const inTime = [
      { voter: faithful, options: 'a', options_words: 'Trams', assurance: 'anonymous', status: 'excluded', excluded_reason: 'A program' },
      { voter: changing, options: 'a b', options_words: both, assurance: 'email', status: 'counted', excluded_reason: null },
    ].sort((one, other) => (one.voter < other.voter ? -1 : 1));
    expect(await exported(poll, 'votes')).toEqual([
      ...inTime,
      { voter: newcomer, options: 'b a', options_words: both, assurance: 'anonymous', status: 'late', excluded_reason: null },
    ]);
    expect((await exported(talk, 'votes')).at(-1)).toEqual({
      voter: newcomer,
      statement_id: statementId,
      statement_words: 'Words',
      choice: 'pass',
      assurance: 'email',
      status: 'late',
      excluded_reason: null,
    });
    expect(await exported(talk, 'statements')).toMatchObject([
      { statement_id: statementId, status: 'pending' },
      { statement_id: late, status: 'late', author, submitted_at: at, text_status: 'given', text: 'Words' },
    ]);
  });
});

import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assuranceLevels, type AssuranceLevel, type EventMetadata } from '@isegoria/kernel';
import {
  aDeliberation,
  aPoll,
  aMotion,
  aRankedVote,
  aScoreVote,
  ballotStream,
  pseudonym,
  readModelStage,
  type ReadModelStage,
} from '@isegoria/read-models/stage.fixture';
import { amongResults } from '../../consultation/audit/consultation.recount';
import { visibleActivity } from '../../activity/visible-activity.read-model';
import { hiddenCast } from '../../hidden-results/hidden-results.decider';
import type { CountedEvent } from '../../methods/method/method.recount';
import { methods, type CastEvent } from '../../methods/methods.contract';
import { ActivityRecount } from '../results.recount';
import { consultationResults } from '../results.read-model';
import type { VoteFilter } from './analysis.contract';
import { filteredResults } from './analysis.read-model';

interface Happens {
  readonly type: string;
  readonly data: object;
}

const withoutText = (name: string, value: unknown) => (name === 'text' ? undefined : value);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value, withoutText)) as object;

/** The same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const castIn = { poll: 'PollBallotCast', 'ranked-vote': 'RankingCast', 'score-vote': 'ScoresCast', motion: 'MotionBallotCast' } as const;
const drafts = { poll: aPoll, 'ranked-vote': aRankedVote, 'score-vote': aScoreVote, motion: aMotion, deliberation: aDeliberation('after') };

describe('the votes that stand, filtered', () => {
  let stage: ReadModelStage;
  const by = randomUUID();
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  /** An activity with the recount of the very same events beside it. */
  async function running(of: keyof typeof drafts, isHidden = false) {
    const drafted = isHidden ? { ...drafts[of], settings: { ...drafts[of].settings, resultsHidden: true as const } } : drafts[of];
    const hiding = { key: randomBytes(32), nonces: randomBytes(32) };
    const contract = methods.find(({ method }) => method === of)!;
    const { consultationId, phaseIds, activityIds } = await stage.drafted([[drafted]]);
    const [activityId, phaseId] = [activityIds[0]!, phaseIds[0]!];
    const place = { consultationId, activityId };
    const recount = new ActivityRecount({ ...place, phaseId, ...drafted, title: null, by });
    const happened = async (stream: string, event: Happens, metadata: Partial<EventMetadata> = {}) => {
      const position = await stage.record(stream, event as never, metadata);
      const known = { at: '2026-03-01T12:00:00.000Z', schema: 1, correlationId: 'spec', ...metadata };
      recount.take({ ...event, metadata: known, position, recordedAt: known.at } as unknown as CountedEvent);
      const { activities } = amongResults({ consultationId, activities: [recount.results()] });
      stood.push({ position, figures: plain(activities[0]) });
      return position;
    };
    const stood: { readonly position: number; readonly figures: object }[] = [];
    const dates = { opensAt: '2026-01-01T00:00:00.000Z', closesAt: '2036-01-01T00:00:00.000Z' };
    const published = { type: 'ConsultationPublished', data: { consultationId, phases: [{ phaseId, ...dates }], by } } as const;
    await stage.record(`consultation-${consultationId}`, published);
    const statements = of !== 'deliberation' ? [] : [randomUUID(), randomUUID(), randomUUID()];
    for (const statementId of statements) {
      const said = { statementId, ...place, author: null, assurance: null, text: { plain: 'Words' }, externalId: null };
      await happened(`statement-${statementId}`, { type: 'StatementSubmitted', data: said });
    }
    return {
      statements,
      async cast(voter: string, what: string, at: string, assurance: AssuranceLevel = 'email', imported = false) {
        const [statementId, choice] = what.split(' ') as [string, 'agree'];
        const scores = what.split(' ').map((each) => ({ option: each[0], score: Number(each[1]) }));
        const own = of === 'motion' ? { vote: what } : of === 'score-vote' ? { scores } : { options: [...what] };
        const open =
          of !== 'deliberation'
            ? ({ type: castIn[of], data: { ...place, voter, ...own, assurance } } as unknown as CastEvent)
            : ({ type: 'StatementVoteCast', data: { ...place, voter, statementId, choice, assurance } } as const);
        const event = isHidden ? hiddenCast(open, contract, drafted.settings, hiding) : open;
        const metadata = imported ? { at: '2026-06-01T00:00:00.000Z', imported: { at, by } } : { at };
        await happened(ballotStream(event), event, metadata as Partial<EventMetadata>);
      },
      async judge(type: 'BallotExcluded' | 'BallotReinstated', voter: string) {
        const event = { type, data: { ...place, voter, by, reason: 'A program' } } as const;
        await happened(ballotStream(event), event);
      },
      reveal: () =>
        happened(`activity-${activityId}`, { type: 'BallotsRevealed', data: { ...place, key: hiding.key.toString('base64url') } }),
      raise: (voter: string) =>
        happened(`consultation-${consultationId}`, { type: 'AssuranceRaised', data: { consultationId, level: 'email', voters: [voter] } }),
      async filtered(filter: VoteFilter) {
        await stage.projected();
        const { activity } = await visibleActivity(stage.dataSource, activityId, undefined);
        return filteredResults(stage.dataSource, stage.keys, activity, 'email', filter);
      },
      recounted: (filter: VoteFilter) =>
        recount.view({ name: 'filtered result', path: `/x?${new URLSearchParams(Object.entries(filter)).toString()}` }),
      /** Nothing tells what people chose: neither answers nor rows. */
      async hides(filters: readonly VoteFilter[]) {
        const nothing = { options: [], ranking: null, scores: null, motion: null, firstByLot: null };
        expect(await this.results()).toMatchObject({ ...nothing, resultsHidden: true });
        expect(recount.results()).toMatchObject({ ...nothing, resultsHidden: true });
        for (const filter of filters) {
          expect(await this.filtered(filter)).toMatchObject(nothing);
          expect(await this.filtered(filter)).toMatchObject(this.recounted(filter)!);
        }
        const rows = (table: string) => stage.dataSource.query<object[]>(`SELECT * FROM ${table} WHERE activity_id = $1`, [activityId]);
        expect(await rows('choice_tally')).toEqual([]);
        expect((await rows('choice_ballot')).every((row) => JSON.stringify((row as { choices: string[] }).choices) === '[]')).toBe(true);
        expect((await rows('standing_votes')).every((row) => (row as { about: string }).about === '')).toBe(true);
      },
      async results() {
        await stage.projected();
        return (await consultationResults(stage.dataSource, stage.keys, consultationId))!.activities[0]!;
      },
      /** What the recount found after each event. */
      stood: stood as readonly (typeof stood)[number][],
      /** Everything, as of a place. */
      asOf: (place: string | number) => consultationResults(stage.dataSource, stage.keys, consultationId, undefined, String(place)),
      say: happened,
      place,
    };
  }

  it('are those that were cast on the days of a zone, and a vote that was changed is where it was cast last', async () => {
    const { cast, filtered } = await running('poll');
    const [anna, ben] = [pseudonym(), pseudonym()];
    await cast(anna, 'a', '2026-03-01T22:30:00.000Z');
    await cast(ben, 'ab', '2026-03-01T12:00:00.000Z');
    expect(await filtered({ from: '2026-03-02' })).toMatchObject({ votes: 0, days: [], options: [{ votes: 0 }, { votes: 0 }] });
    const inCairo = { votes: 1, days: [{ day: '2026-03-02', office: 0 }], options: [{ id: 'a', votes: 1 }, { id: 'b', votes: 0 }] };
    expect(await filtered({ from: '2026-03-02', zone: 'Africa/Cairo' })).toMatchObject(inCairo);
    await cast(anna, 'b', '2026-03-05T10:00:00.000Z', 'attested');
    expect(await filtered({ to: '2026-03-04' })).toMatchObject({ votes: 1, options: [{ votes: 1 }, { votes: 1 }] });
    const both = { votes: 2, votesByAssurance: { email: 1, attested: 1 }, options: [{ votes: 1 }, { votes: 2 }] };
    expect(await filtered({})).toMatchObject(both);
    expect((await filtered({})).days.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-05']);
  });

  it('are told apart by whether an office brought them in, and by level, which then is the one that counts', async () => {
    const { cast, filtered, statements } = await running('deliberation');
    const vote = `${statements[0]!} agree`;
    await cast(pseudonym(), vote, '2015-03-01T22:30:00.000Z', 'anonymous', true);
    await cast(pseudonym(), vote, '2026-03-01T22:30:00.000Z');
    const days = [
      { day: '2015-03-01', office: 1, byAssurance: { anonymous: 1 } },
      { day: '2026-03-01', office: 0, byAssurance: { email: 1 } },
    ];
    expect(await filtered({})).toMatchObject({ countsFrom: 'email', votes: 1, days, statementCounts: { pending: 3 } });
    expect(await filtered({ channel: 'own' })).toMatchObject({ votes: 1, days: days.slice(1) });
    const office = { countsFrom: 'anonymous', votes: 1, days: days.slice(0, 1) };
    expect(await filtered({ assurance: 'anonymous' })).toMatchObject({ ...office, statements: [{ agrees: 1 }, {}, {}] });
    expect(await filtered({ channel: 'office', assurance: 'email' })).toMatchObject({ votes: 0, days: [] });
  });

  describe('as they stood at an earlier place', () => {
    it('are asked for by position, or by a time, which means the last position recorded by then', async () => {
      const { cast, asOf, stood, results } = await running('poll');
      const drafted = stood.length;
      await cast(pseudonym(), 'a', '2026-03-01T12:00:00.000Z');
      await cast(pseudonym(), 'b', '2026-03-01T12:00:00.000Z');
      await results();
      const first = stood[drafted]!.position;
      const activities = [{ participants: 1, options: [{ votes: 1 }, { votes: 0 }] }];
      expect(await asOf(first)).toMatchObject({ position: first, activities });
      const second = Math.ceil(Date.now() / 1_000) * 1_000;
      // Timers may be early by a millisecond.
      await new Promise((resolve) => setTimeout(resolve, second - Date.now() + 5));
      const now = new Date(second).toISOString();
      const by = stood.at(-1)!.position;
      expect(await asOf(now)).toMatchObject({ position: by, computedAt: now, activities: [{ participants: 2 }] });
    });

    it('are refused in the future, and before the consultation was published or open', async () => {
      const { cast, asOf, stood, results } = await running('motion');
      await cast(pseudonym(), 'yes', '2026-03-01T12:00:00.000Z');
      await results();
      await expect(asOf(stood.at(-1)!.position + 1_000_000)).rejects.toMatchObject({ code: 'NOT_RECORDED_YET' });
      await expect(asOf('2999-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'NOT_RECORDED_YET' });
      await expect(asOf(0)).rejects.toMatchObject({ code: 'NOT_OPEN_THEN' });
      await expect(asOf('2025-12-31T23:59:59Z')).rejects.toMatchObject({ code: 'NOT_OPEN_THEN' });
    });

    it('have statements with the status that they had, and no words that were hidden, withdrawn or changed since', async () => {
      const { asOf, say, place, statements, cast } = await running('deliberation');
      const [hidden, withdrawn, changed] = statements as [string, string, string];
      const at = (statementId: string) => ({ statementId, ...place, by });
      await say(`statement-${hidden}`, { type: 'StatementAccepted', data: at(hidden) });
      const then = await say(`statement-${withdrawn}`, { type: 'StatementAccepted', data: at(withdrawn) });
      await say(`statement-${hidden}`, { type: 'StatementRejected', data: { ...at(hidden), reason: 'Insult' } });
      await say(`statement-${withdrawn}`, { type: 'StatementWithdrawn', data: { ...at(withdrawn), author: pseudonym() } });
      const edit = { statementId: changed, ...place, author: pseudonym(), text: { plain: 'Others' } };
      const later = await say(`statement-${changed}`, { type: 'StatementEdited', data: edit });
      await cast(pseudonym(), `${hidden} agree`, '2026-03-01T12:00:00.000Z');
      await stage.projected();
      const [status, text] = [{ accepted: 2, pending: 1, rejected: 0, withdrawn: 0 }, null];
      expect(await asOf(then)).toMatchObject({
        activities: [{ statementCounts: status, statements: [{ status: 'accepted', text }, { status: 'accepted', text }, { text }] }],
      });
      const now = { accepted: 0, pending: 1, rejected: 1, withdrawn: 1 };
      const shown = [{ status: 'rejected', agrees: 0 }, { status: 'withdrawn' }, { status: 'pending', text: 'Others' }];
      expect(await asOf(later)).toMatchObject({ activities: [{ statementCounts: now, statements: shown }] });
    });
  });

  const filters: readonly VoteFilter[] = [
    {},
    { from: '2026-03-02' },
    { to: '2026-03-02', zone: 'Asia/Kathmandu' },
    { from: '2026-03-02', to: '2026-03-03', zone: 'America/St_Johns' },
    ...assuranceLevels.map((assurance) => ({ assurance })),
    { channel: 'own' },
    { channel: 'office' },
    { from: '2026-03-02', assurance: 'email', channel: 'own', zone: 'Pacific/Auckland' },
  ];

  it.each([
    ['poll', 'as they come', 1],
    ['poll', 'in one batch', 2],
    ['ranked-vote', 'as they come', 5],
    ['ranked-vote', 'in one batch', 6],
    ['motion', 'as they come', 7],
    ['motion', 'in one batch', 8],
    ['deliberation', 'as they come', 3],
    ['deliberation', 'in one batch', 4],
    ['poll', 'hidden at first', 9],
    ['ranked-vote', 'hidden at first', 10],
    ['motion', 'hidden at first', 11],
    ['score-vote', 'as they come', 12],
    ['score-vote', 'hidden at first', 13],
  ] as const)('are in a %s what the recount of the log finds, %s', async (of, how, seed) => {
    const here = await running(of, how === 'hidden at first');
    const roll = dice(seed);
    const people = Array.from({ length: 6 }, () => pseudonym());
    const leftOut = new Set<string>();
    const onStatements = here.statements.flatMap((id) => ['agree', 'disagree', 'pass'].map((choice) => `${id} ${choice}`));
    const said = {
      poll: ['a', 'b', 'ab'],
      'ranked-vote': ['a', 'b', 'ab', 'ba'],
      'score-vote': ['a5', 'b0', 'a3 b4', 'a1 b5'],
      motion: ['yes', 'no', 'abstain'],
      deliberation: onStatements,
    }[of];
    await stage.projected();
    if (how === 'in one batch') await stage.pause();
    for (let turn = 0; turn < 80; turn++) {
      const voter = people[roll(people.length)]!;
      const at = new Date(Date.parse('2026-03-01T00:00:00Z') + roll(4 * 96) * 900_000 + roll(900_000)).toISOString();
      const kind = roll(10);
      if (kind === 0 && !leftOut.has(voter)) await here.judge('BallotExcluded', voter).then(() => leftOut.add(voter));
      else if (kind === 1 && leftOut.delete(voter)) await here.judge('BallotReinstated', voter);
      else if (kind === 2) await here.raise(voter);
      else if (!leftOut.has(voter)) {
        await here.cast(voter, said[roll(said.length)]!, at, assuranceLevels[roll(3)]!, roll(3) === 0);
      }
      if (how !== 'in one batch' && turn % 8 === 0) await stage.projected();
    }
    if (how === 'in one batch') stage.resume();
    if (how === 'hidden at first') {
      await here.hides(filters);
      await here.reveal();
      for (const voter of people) if (leftOut.delete(voter)) await here.judge('BallotReinstated', voter).then(() => here.raise(voter));
      await here.judge('BallotExcluded', people[0]!);
    }
    const asked = await Promise.all(filters.map(here.filtered));
    for (const [index, filter] of filters.entries())
      expect({ filter, ...plain(asked[index]) }).toMatchObject(plain({ filter, ...here.recounted(filter) }));
    const { options, ranking, scores, motion, statements, participants } = await here.results();
    const own = { options, ranking, scores, motion, statements, ...(of === 'deliberation' ? {} : { votes: participants }) };
    expect(plain(asked[0])).toMatchObject(plain(own));
    expect(asked[0]!.votes).toBeGreaterThan(0);
    for (const { position, figures } of here.stood.filter((_, index) => index % 5 === 0 || index > here.stood.length - 5))
      expect({ position, then: plain((await here.asOf(position))!.activities[0]) }).toMatchObject({ position, then: figures });
  });

  it('and all that is kept of them are the same after a replay', async () => {
    const rows = async () => [
      await stage.dataSource.query('SELECT * FROM standing_votes ORDER BY 1, 2, 3, 4, 5'),
      await stage.dataSource.query('SELECT * FROM count_move ORDER BY 1, 2, 3'),
      await stage.dataSource.query('SELECT * FROM consultation_moment ORDER BY 1, 2'),
      await stage.dataSource.query('SELECT * FROM choice_tally ORDER BY 1, 2'),
    ];
    const grown: unknown = await rows();
    await stage.rebuild();
    expect(await rows()).toEqual(grown);
  });
});

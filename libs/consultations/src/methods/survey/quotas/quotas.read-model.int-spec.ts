import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pseudonym, readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { Questionnaire } from '../questionnaire/questionnaire.pure';
import { survey } from '../survey.read-model';
import { surveyedOn } from '../surveyed.fixture';

describe('a survey with quotas', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const quotas = [
    { option: 'tram', most: 10 },
    { option: 'other', most: 10 },
  ];
  const options = ['bus', 'tram'].map((id) => ({ id, text: id }));
  const how = { id: 'how', kind: 'single', text: 'How?', isRequired: true, options, hasOther: true, quotas } as const;
  const limited: Questionnaire = {
    sections: [{ questions: [how, { id: 'wish', kind: 'long-text', text: 'Wish?', isRequired: false }] }],
  };
  const surveyed = () => surveyedOn(stage, limited);
  const people = (count: number) => Array.from({ length: count }, () => pseudonym());
  const states: readonly (string | null)[] = ['counted', 'beyondQuota', 'received', 'excluded', 'belowLevel'];
  const [tram, bus] = [{ how: 'tram' }, { how: 'bus' }];

  /** How many responses stand in each way, as exports have it. */
  function countedIn(rows: readonly (readonly (string | null)[])[]): Record<string, number> {
    const found: Record<string, number> = {};
    for (const row of rows) {
      const state = row.find((cell) => states.includes(cell))!;
      found[state] = (found[state] ?? 0) + 1;
    }
    return found;
  }

  /** Every row of the tables that quotas move, in one order. */
  async function rows(activityId: string) {
    await stage.projected();
    const tables = ['quota_response', 'quota_taken', 'quota_exceeded', 'choice_ballot', 'choice_tally', 'channel_response'];
    const found: Record<string, unknown> = {};
    for (const table of [...tables, 'channel_tally', 'participant', 'participation_day', 'standing_votes'])
      found[table] = (await stage.dataSource.query(
        `SELECT to_jsonb(one) AS row FROM ${table} one WHERE activity_id = $1 ORDER BY to_jsonb(one)::text`,
        [activityId],
      )) as unknown;
    return found;
  }

  it('counts no more than they say over all channels, and nothing of it shows before the closing', async () => {
    const { respond, byLink, onPaper, issue, shown, results, happened, ballotOf, exported, close } = await surveyed();
    const told = async () => (await exported('responses')).map((row) => row.find((cell) => states.includes(cell)));
    await issue(1, Array.from({ length: 10 }, (_, n) => `${n}`));
    const all = people(18);
    for (const voter of all.slice(0, 8)) await respond(voter, tram);
    await byLink(1, '0', tram);
    await onPaper('1', tram);
    await onPaper('2', tram);
    await byLink(1, '1', tram);
    for (const voter of all.slice(8, 12)) await respond(voter, { how: 'tram', wish: { sealed: '1.x.y' } });
    for (const voter of all.slice(12)) await respond(voter, bus);
    expect(await shown()).toMatchObject({
      ...{ answersState: 'open', participants: 18 },
      channels: [
        { channel: 'link', responses: 2 },
        { channel: 'paper', responses: 2 },
      ],
    });
    expect(await shown()).not.toHaveProperty('beyondQuota', expect.anything());
    expect(await told()).toEqual(Array(18 + 4 + 4).fill('received'));
    expect((await results())[0]).toMatchObject({ answered: 14, choices: [{ votes: 6 }, { votes: 8 }, { votes: 0 }] });
    expect(await ballotOf(all[8]!)).toMatch(/^[0-9a-f]{64}$/);
    // A place that is given back goes to whoever came next, and whoever is put back has theirs again.
    await happened('BallotExcluded', all[0]!);
    await respond(all[1]!, bus);
    expect((await results())[0]).toMatchObject({ answered: 13, choices: [{ votes: 7 }, { votes: 6 }, { votes: 0 }] });
    await happened('BallotReinstated', all[0]!);
    await respond(all[1]!, tram);
    await respond(all[2]!, tram);
    await close();
    expect(await shown()).toMatchObject({ beyondQuota: 5, answers: [{ answered: 13, choices: [{ votes: 6 }, { votes: 7 }, {}] }, {}] });
    expect((await told()).filter((state) => state === 'beyondQuota').length).toBe(1 + 4 * 2 + 1);
  });

  it('has no place for programs that are found out, before the closing or after it', async () => {
    const { respond, happened, shown, close, place, exported } = await surveyed();
    const [programs, genuine, others] = [people(12), people(20), people(10)];
    for (const voter of [...programs, ...genuine]) await respond(voter, tram);
    for (const voter of others) await respond(voter, bus);
    const told = async (voter: string) => (await survey.ballot(stage.dataSource.manager, place.activityId, voter))['beyondQuota'] === true;
    for (const voter of programs.slice(0, 6)) await happened('BallotExcluded', voter);
    await close();
    expect(await shown()).toMatchObject({ beyondQuota: 16, answers: [{ choices: [{ votes: 10 }, { votes: 10 }, {}] }, {}] });
    expect([await told(genuine[3]!), await told(genuine[4]!)]).toEqual([false, true]);
    for (const voter of programs.slice(6)) await happened('BallotExcluded', voter);
    expect(await shown()).toMatchObject({ beyondQuota: 10, answers: [{ choices: [{ votes: 10 }, { votes: 10 }, {}] }, {}] });
    expect([await told(genuine[9]!), await told(genuine[10]!)]).toEqual([false, true]);
    expect(countedIn(await exported('responses'))).toEqual({ excluded: 12, counted: 20, beyondQuota: 10 });
    await happened('BallotReinstated', programs[0]!);
    expect(await shown()).toMatchObject({ beyondQuota: 11, answers: [{ choices: [{ votes: 10 }, { votes: 10 }, {}] }, {}] });
    expect([await told(programs[0]!), await told(genuine[9]!)]).toEqual([false, true]);
  });

  it('is filled by nobody below the level that is counted, who have the turn at which they answered once they confirm', async () => {
    const { respond, results, raise, shown, close, happened, exported } = await surveyed();
    const [crowd, counted] = [people(15), people(12)];
    for (const voter of crowd) await respond(voter, tram, 'anonymous');
    for (const voter of counted.slice(0, 8)) await respond(voter, tram);
    for (const voter of counted.slice(8)) await respond(voter, bus);
    expect((await results())[0]).toMatchObject({ answered: 12, choices: [{ votes: 4 }, { votes: 8 }, { votes: 0 }] });
    const told = async () => countedIn(await exported('responses'));
    expect(await told()).toEqual({ belowLevel: 15, received: 12 });
    await happened('BallotExcluded', crowd[14]!);
    await raise(...crowd.slice(0, 2), crowd[14]!);
    expect((await results())[0]).toMatchObject({ answered: 14, choices: [{ votes: 4 }, { votes: 10 }, { votes: 0 }] });
    await happened('BallotReinstated', crowd[14]!);
    await raise(...crowd.slice(2, 5));
    // Who is beyond is told by nothing else either: the answers are alike.
    const [{ alike }]: [{ alike: number }] = await stage.dataSource.query(
      'SELECT count(DISTINCT fingerprint)::int AS alike FROM participant WHERE voter = ANY ($1)',
      [[...crowd, ...counted.slice(0, 8)]],
    );
    expect(alike).toBe(1);
    await close();
    await raise(...crowd.slice(5));
    expect(await shown()).toMatchObject({ beyondQuota: 4, answers: [{ answered: 14, choices: [{}, { votes: 10 }, {}] }, {}] });
    expect(await told()).toEqual({ counted: 14, beyondQuota: 4, belowLevel: 9 });
  });

  it('keeps the rule with which it was drafted, so that what came out of it stays', async () => {
    const drafted = async (places: 'counted' | null) => {
      const { respond, raise, shown, close, happened } = await surveyedOn(stage, limited, places);
      const [crowd, counted] = [people(4), people(14)];
      for (const voter of crowd) await respond(voter, tram, 'anonymous');
      for (const voter of counted) await respond(voter, counted.indexOf(voter) < 8 ? tram : bus);
      await raise(...crowd.slice(0, 3));
      await close();
      const before = await shown();
      await happened('BallotExcluded', counted[0]!);
      return [before, await shown()];
    };
    expect(await drafted(null)).toMatchObject([
      { beyondQuota: 2, answers: [{ answered: 15, choices: [{ votes: 6 }, { votes: 9 }, {}] }, {}] },
      { beyondQuota: 2, answers: [{ answered: 14, choices: [{ votes: 6 }, { votes: 8 }, {}] }, {}] },
    ]);
    expect(await drafted('counted')).toMatchObject([
      { beyondQuota: 1, answers: [{ answered: 16, choices: [{ votes: 6 }, { votes: 10 }, {}] }, {}] },
      { beyondQuota: 1, answers: [{ answered: 15, choices: [{ votes: 6 }, { votes: 9 }, {}] }, {}] },
    ]);
  });

  it('says of answers how likely they are, whether they are counted or not', async () => {
    const { respond, place } = await surveyed();
    const all = people(12);
    for (const voter of all) await respond(voter, tram);
    await respond(people(1)[0]!, bus);
    await respond(all[11]!, bus);
    await respond(all[11]!, tram);
    await stage.projected();
    const chanceOf = (voter: string) => survey.chance(stage.dataSource.manager, place.activityId, voter);
    for (const voter of [all[0]!, all[11]!]) expect(await chanceOf(voter)).toBeCloseTo(12 / 13);
    const found: { fingerprint: string }[] = await stage.dataSource.query(
      'SELECT DISTINCT fingerprint FROM participant WHERE activity_id = $1 AND voter = ANY ($2)',
      [place.activityId, all],
    );
    expect(found).toHaveLength(1);
  });

  it('is counted as auditors count it, whatever happens in whatever order and batches, and rows equal a replay', async () => {
    const act = fc.record({
      who: fc.nat(24),
      how: fc.constantFrom('tram' as const, 'tram' as const, 'bus' as const),
      level: fc.constantFrom('email' as const, 'anonymous' as const),
      is: fc.constantFrom('response', 'response', 'response', 'response', 'paper', 'BallotExcluded', 'BallotReinstated', 'raise', 'raise'),
      more: fc.uniqueArray(fc.nat(24), { maxLength: 3 }),
      waits: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 50, maxLength: 70 }), async (acts) => {
        const { respond, onPaper, happened, raise, results, close, shown, ballotOf, place } = await surveyed();
        const all = people(25);
        const [leftOut, seen, raised] = [new Set<number>(), new Set<number>(), new Set<number>()];
        for (const [at, { who, how, level, is, more, waits }] of acts.entries()) {
          if (is === 'paper') await onPaper(`${at}`, { how });
          else if (is === 'raise') {
            const named = [...new Set([who, ...more])].filter((one) => !raised.has(one));
            for (const one of named) raised.add(one);
            if (named.length > 0) await raise(...named.map((one) => all[one]!));
          } else if (is === 'response' && !leftOut.has(who)) {
            await respond(all[who]!, { how }, level);
            seen.add(who);
          } else if (is !== 'response' && seen.has(who)) {
            await happened(is, all[who]!);
            if (is === 'BallotExcluded') leftOut.add(who);
            else leftOut.delete(who);
          }
          if (waits) await ballotOf(all[who]!);
        }
        const [answered] = await results();
        expect(answered?.choices.find(({ choice }) => choice === 'tram')?.votes ?? 0).toBeLessThanOrEqual(10);
        await close();
        await raise(...all);
        const before = [await shown(), await rows(place.activityId)];
        await stage.rebuild();
        expect([await shown(), await rows(place.activityId)]).toEqual(before);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 120_000);
});

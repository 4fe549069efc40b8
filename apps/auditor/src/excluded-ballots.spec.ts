import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { opinionMapOf } from '@isegoria/consultations/recount';
import { atEachLevel, type ActivityResults } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

describe('an audit of ballots that moderators left out', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
  });
  afterEach(() => audited.close());

  const official = () => audited.history.official;
  /** Of the history, whose account events are withheld: drafts, dates, moderation and an answer. */
  const acts = 10;

  async function judge(type: 'BallotExcluded' | 'BallotReinstated', voter: string, by: string = official()): Promise<number> {
    const { consultationId } = audited.history.deliberation;
    const { activityId } = audited.history.deliberated;
    const event = {
      type,
      data: { consultationId, activityId, voter, by, reason: 'Cast by a program' },
      metadata: { schema: 1, at: audited.site.at },
    };
    const { position } = await audited.site.store.append(`ballot-${activityId}-${voter}`, [event] as never, 'any');
    await audited.site.sign();
    return position;
  }

  function publish(position: number, results: ActivityResults, votes: [string, string, 'agree' | 'disagree' | 'pass'][]): void {
    const { consultationId, computedAt } = audited.history.deliberation;
    const { activityId } = results;
    const map = opinionMapOf(
      votes.map(([voter, statementId, choice]) => ({ voter, statementId, choice })),
      results.statements,
    );
    audited.site.published.set(`/api/v1/consultations/${consultationId}/results`, {
      ...audited.history.deliberation,
      position,
      activities: [results],
    });
    audited.site.published.set(`/api/v1/activities/${activityId}/opinion-map`, { activityId, position, computedAt, ...map });
  }

  /** The deliberation without Ben, counted by hand. */
  function withoutBen(): ActivityResults {
    const { deliberated } = audited.history;
    const [first, second, rejected] = deliberated.statements;
    const [imported, day] = deliberated.participation;
    const others = { ...deliberated.participantsByAssurance, anonymous: 0 };
    return {
      ...deliberated,
      participants: 3,
      participantsByAssurance: others,
      excludedBallots: 1,
      participation: [imported!, { ...day!, newParticipants: 2, participants: 3, byAssurance: others }],
      statements: [
        { ...first!, agrees: 0, byAssurance: { ...first!.byAssurance, anonymous: { agrees: 0, disagrees: 0, passes: 1 } } },
        { ...second!, passes: 0, byAssurance: { ...second!.byAssurance, anonymous: { agrees: 0, disagrees: 0, passes: 0 } } },
        rejected!,
      ],
    };
  }

  const votesWithoutBen = (): [string, string, 'agree' | 'disagree' | 'pass'][] => {
    const [first, second] = audited.history.statements;
    return [
      ['anna', first, 'disagree'],
      ['anna', second, 'disagree'],
      ['cem', first, 'disagree'],
      ['cem', second, 'agree'],
      ['dora', first, 'pass'],
      ['dora', second, 'agree'],
    ];
  };

  it('recounts without them, map included', async () => {
    publish(await judge('BallotExcluded', 'ben'), withoutBen(), votesWithoutBen());
    expect(await audited.audit()).toMatchObject({ exitCode: 0, acts: acts + 1 });
  });

  it('recounts with nobody left, on no map', async () => {
    let position = 0;
    for (const voter of ['anna', 'ben', 'cem', 'dora']) position = await judge('BallotExcluded', voter);
    const { deliberated } = audited.history;
    const none = { agrees: 0, disagrees: 0, passes: 0 };
    const nobody = atEachLevel(0);
    const results = {
      ...deliberated,
      participants: 0,
      participantsByAssurance: nobody,
      excludedBallots: 4,
      participation: deliberated.participation.map(({ day }) => ({ day, newParticipants: 0, participants: 0, byAssurance: nobody })),
      statements: deliberated.statements.map((statement) => ({
        ...statement,
        ...none,
        byAssurance: atEachLevel(none),
      })),
    };
    publish(position, results, []);
    expect(await audited.audit()).toMatchObject({ exitCode: 0, acts: acts + 4 });
  });

  it('finds one that the site goes on counting', async () => {
    const position = await judge('BallotExcluded', 'ben');
    publish(position, { ...audited.history.deliberated, excludedBallots: 1 }, votesWithoutBen());
    expect(await audited.audit()).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('participants: published 4, recounted 3'),
    });
    publish(position, { ...withoutBen(), statements: audited.history.deliberated.statements }, votesWithoutBen());
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('agrees: published 1, recounted 0') });
  });

  it('finds one that the site leaves out and no event does, and one whose number it does not tell', async () => {
    const { position } = audited.history.deliberation;
    publish(position, withoutBen(), votesWithoutBen());
    expect(await audited.audit()).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('participants: published 3, recounted 4'),
    });
    publish(await judge('BallotExcluded', 'ben'), { ...withoutBen(), excludedBallots: 0 }, votesWithoutBen());
    expect(await audited.audit()).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('excludedBallots: published 0, recounted 1'),
    });
  });

  it('finds one that nobody with a role left out, or put back', async () => {
    await judge('BallotExcluded', 'ben', 'somebody');
    const index = audited.site.events.length - 1;
    expect(await audited.audit()).toMatchObject({
      exitCode: 12,
      index,
      finding: expect.stringContaining('(BallotExcluded) is by account somebody'),
    });
  });

  it('finds one by somebody with another role, where the bodies of account events say which', async () => {
    const { administrator } = audited.history;
    const [clerk] = audited.site.events
      .flatMap(({ type, stream }) => (type === 'AccountRegistered' ? [stream.slice('account-'.length)] : []))
      .slice(-1);
    const granted = {
      type: 'RoleGranted',
      data: { accountId: clerk!, role: 'official', unit: 'root', by: administrator },
      metadata: { schema: 1, at: audited.site.at },
    };
    await audited.site.store.append(`account-${clerk}`, [granted] as never, 'any');
    publish(await judge('BallotExcluded', 'ben', clerk), withoutBen(), votesWithoutBen());
    expect(await audited.audit()).toMatchObject({ exitCode: 0 });
    audited.site.showsAll = true;
    expect(await audited.audit()).toMatchObject({
      exitCode: 12,
      finding: expect.stringContaining('had no role at that point that may do so'),
    });
  });

  it('recounts with one that was put back', async () => {
    await judge('BallotExcluded', 'ben');
    const position = await judge('BallotReinstated', 'ben');
    const { deliberated, statements } = audited.history;
    // In the order of the log, in which Ben came second.
    publish(position, deliberated, votesWithoutBen().toSpliced(2, 0, ['ben', statements[0], 'agree'], ['ben', statements[1], 'pass']));
    expect(await audited.audit()).toMatchObject({ exitCode: 0, acts: acts + 2 });
  });

  it('finds one of somebody who did not vote', async () => {
    await judge('BallotExcluded', 'nobody');
    expect(await audited.audit()).toMatchObject({ exitCode: 18, finding: expect.stringContaining('excluded-was-cast') });
  });

  it('tells of them in words', async () => {
    const position = await judge('BallotExcluded', 'ben');
    const { lines } = await audited.command('replay', '--as-of', String(position));
    expect((lines as string[]).join('\n')).toContain('3 people had cast 9 votes');
    expect((lines as string[]).join('\n')).toContain('Counted from level anonymous; all who voted: 1 attested, 2 email.');
    expect((lines as string[]).join('\n')).toContain('1 ballot left out of the counts by moderators.');
    const { lines: changed } = await audited.command('diff', '--from', String(position - 1), '--to', String(position));
    for (const words of [
      'people who voted: 4 before, 3 after',
      'ballots left out of the counts: 0 before, 1 after',
      `ballot of ben left out of the counts by account ${official()}: "Cast by a program"`,
    ]) {
      expect((changed as string[]).join('\n')).toContain(words);
    }
  });
});

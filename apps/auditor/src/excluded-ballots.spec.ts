import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { opinionMapOf } from '@isegoria/consultations/read-models';
import type { ConsultationResults } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';

describe('an audit of ballots that moderators left out', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
  });
  afterEach(() => audited.close());

  const official = () => audited.history.official;
  /** Of the history, whose account events are withheld: dates, moderation and an answer. */
  const acts = 8;

  async function judge(type: 'BallotExcluded' | 'BallotReinstated', voter: string, by = official()): Promise<number> {
    const { consultationId } = audited.history.deliberation;
    const event = {
      type,
      data: { consultationId, voter, by, reason: 'Cast by a program' },
      metadata: { schema: 1, at: '2026-03-02T13:00:00.000Z' },
    };
    const { position } = await audited.site.store.append(`ballot-${consultationId}-${voter}`, [event] as never, 'any');
    await audited.site.sign();
    return position;
  }

  function publish(results: ConsultationResults, votes: [string, string, 'agree' | 'disagree' | 'pass'][]): void {
    const { consultationId, position, computedAt } = results;
    const map = opinionMapOf(
      votes.map(([voter, statementId, choice]) => ({ voter, statementId, choice })),
      results.statements,
    );
    audited.site.published.set(`/api/v1/consultations/${consultationId}/results`, results);
    audited.site.published.set(`/api/v1/consultations/${consultationId}/opinion-map`, { consultationId, position, computedAt, ...map });
  }

  /** The deliberation without Ben, counted by hand. */
  function withoutBen(position: number): ConsultationResults {
    const { deliberation } = audited.history;
    const [first, second, rejected] = deliberation.statements;
    const [imported, day] = deliberation.participation;
    const verified = { verified: 3, unverified: 0 };
    return {
      ...deliberation,
      position,
      participants: 3,
      participantsByAssurance: verified,
      excludedBallots: 1,
      participation: [imported!, { ...day!, newParticipants: 2, participants: 3, byAssurance: verified }],
      statements: [
        { ...first!, agrees: 0, byAssurance: { ...first!.byAssurance, unverified: { agrees: 0, disagrees: 0, passes: 1 } } },
        { ...second!, passes: 0, byAssurance: { ...second!.byAssurance, unverified: { agrees: 0, disagrees: 0, passes: 0 } } },
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
    publish(withoutBen(await judge('BallotExcluded', 'ben')), votesWithoutBen());
    expect(await audited.audit()).toMatchObject({ exitCode: 0, acts: acts + 1 });
  });

  it('recounts with nobody left, on no map', async () => {
    let position = 0;
    for (const voter of ['anna', 'ben', 'cem', 'dora']) position = await judge('BallotExcluded', voter);
    const { deliberation } = audited.history;
    const none = { agrees: 0, disagrees: 0, passes: 0 };
    const nobody = { verified: 0, unverified: 0 };
    const results = {
      ...deliberation,
      position,
      participants: 0,
      participantsByAssurance: nobody,
      excludedBallots: 4,
      participation: deliberation.participation.map(({ day }) => ({ day, newParticipants: 0, participants: 0, byAssurance: nobody })),
      statements: deliberation.statements.map((statement) => ({
        ...statement,
        ...none,
        byAssurance: { verified: none, unverified: none },
      })),
    };
    publish(results, []);
    expect(await audited.audit()).toMatchObject({ exitCode: 0, acts: acts + 4 });
  });

  it('finds one that the site goes on counting', async () => {
    const position = await judge('BallotExcluded', 'ben');
    publish({ ...audited.history.deliberation, position, excludedBallots: 1 }, votesWithoutBen());
    expect(await audited.audit()).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('participants: published 4, recounted 3'),
    });
    publish({ ...withoutBen(position), statements: audited.history.deliberation.statements }, votesWithoutBen());
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('agrees: published 1, recounted 0') });
  });

  it('finds one that the site leaves out and no event does, and one whose number it does not tell', async () => {
    const { position } = audited.history.deliberation;
    publish(withoutBen(position), votesWithoutBen());
    expect(await audited.audit()).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('participants: published 3, recounted 4'),
    });
    publish({ ...withoutBen(await judge('BallotExcluded', 'ben')), excludedBallots: 0 }, votesWithoutBen());
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
      data: { accountId: clerk!, role: 'official', by: administrator },
      metadata: { schema: 1, at: '2026-03-02T12:30:00.000Z' },
    };
    await audited.site.store.append(`account-${clerk}`, [granted] as never, 'any');
    publish(withoutBen(await judge('BallotExcluded', 'ben', clerk)), votesWithoutBen());
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
    const { deliberation, statements } = audited.history;
    publish({ ...deliberation, position }, [...votesWithoutBen(), ['ben', statements[0], 'agree'], ['ben', statements[1], 'pass']]);
    expect(await audited.audit()).toMatchObject({ exitCode: 0, acts: acts + 2 });
  });

  it('takes an exclusion of somebody who did not vote for nothing', async () => {
    const position = await judge('BallotExcluded', 'nobody');
    expect(await audited.audit()).toMatchObject({ exitCode: 0 });
    expect(position).toBeGreaterThan(audited.history.deliberation.position);
  });

  it('tells of them in words', async () => {
    const position = await judge('BallotExcluded', 'ben');
    const { lines } = await audited.command('replay', '--as-of', String(position));
    expect((lines as string[]).join('\n')).toContain('3 people had cast 9 votes (3 verified, 0 not)');
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

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { activityDrafted, atEachLevel, type ConsultationResults, type VoteChoice } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { hiddenBallot } from './forbidden-in-hidden-votes.fixture';
import { hiddenPoll, recordBefore, recordSample } from './what-comes-before.fixture';

describe('an audit of what stands behind the closing in the log', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    await closedEarly('poll');
    await closed('deliberation');
  });
  afterEach(() => audited.close());

  const placeOf = (which: 'deliberation' | 'poll') => {
    const { consultationId, activities } = audited.history[which];
    return { consultationId, activityId: activities[0]!.activityId, phaseId: activities[0]!.phaseId };
  };
  async function append(stream: string, type: string, data: object): Promise<void> {
    // Received before the closing, as far as the dates say: only the place in the log counts.
    const at = new Date(Date.parse(audited.site.at) - 2 * 60_000).toISOString();
    const event = { type, data, metadata: { schema: 1, at } };
    await audited.site.store.append(stream, [event] as never, 'any');
  }
  const closedEarly = (which: 'deliberation' | 'poll') => {
    const { consultationId } = placeOf(which);
    const data = { consultationId, by: audited.history.official, reason: 'R' };
    return append(`consultation-${consultationId}`, 'ConsultationClosed', data);
  };
  const closed = async (which: 'deliberation' | 'poll') => {
    const { consultationId, phaseId } = placeOf(which);
    await append(`consultation-${consultationId}`, 'PhaseOpened', { consultationId, phaseId });
    audited.site.passed += 31 * 24 * 60 * 60 * 1000;
    await append(`consultation-${consultationId}`, 'PhaseClosed', { consultationId, phaseId });
  };
  const ballot = (voter: string, options: string[]) => {
    const { consultationId, activityId } = placeOf('poll');
    const data = { consultationId, activityId, voter, options, assurance: 'email' };
    return append(`ballot-${activityId}-${voter}`, 'PollBallotCast', data);
  };
  const vote = (voter: string, statementId: string, choice: VoteChoice) => {
    const { consultationId, activityId } = placeOf('deliberation');
    const data = { consultationId, activityId, statementId, voter, choice, assurance: 'email' };
    return append(`ballot-${activityId}-${voter}`, 'StatementVoteCast', data);
  };
  const statement = (statementId: string) => {
    const { consultationId, activityId } = placeOf('deliberation');
    const said = { author: 'anna', assurance: 'email', text: { sealed: '1.x.y' }, externalId: null };
    return append(`statement-${statementId}`, 'StatementSubmitted', { statementId, consultationId, activityId, ...said });
  };
  async function publish(which: 'deliberation' | 'poll', change: Partial<ConsultationResults['activities'][number]>): Promise<void> {
    await audited.site.sign();
    const results = audited.history[which];
    const position = audited.site.positionOf(audited.site.events.length - 1);
    const activities = [{ ...results.activities[0]!, closed: true as const, ...change }];
    audited.site.published.set(`/api/v1/consultations/${results.consultationId}/results`, { ...results, position, activities });
    const { opinionMap } = audited.history;
    audited.site.published.set(`/api/v1/activities/${opinionMap.activityId}/opinion-map`, { ...opinionMap, position });
  }

  it('counts none of it, map included, and tells how much there is', async () => {
    await ballot('anna', ['a']);
    await ballot('dora', ['a']);
    const [first] = audited.history.statements;
    await vote('anna', first, 'agree');
    await statement('behind');
    await publish('poll', { late: 2 });
    await publish('deliberation', { late: 2 });
    const { activityId } = placeOf('poll');
    expect(await audited.audit()).toMatchObject({
      exitCode: 0,
      late: expect.arrayContaining([`activity ${activityId}: 2 contributions after the closing, in no count`]),
      lines: expect.arrayContaining([expect.stringContaining('LATE')]),
    });
    const { lines } = await audited.command('replay', '--as-of', String(audited.site.positionOf(audited.site.events.length - 1)));
    expect((lines as string[]).join('\n')).toContain('2 contributions came after the closing, and count for nothing.');
  });

  it('finds a site that counts it, and one that hides it', async () => {
    await ballot('dora', ['a']);
    const { options, ...polled } = audited.history.poll.activities[0]!;
    const one = atEachLevel(0, { email: 1 });
    await publish('poll', { late: 1, options: [{ ...options[0]!, votes: 1, byAssurance: one }, ...options.slice(1)] });
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('votes: published 1, recounted 0') });
    await publish('poll', { votesCast: polled.votesCast + 1 });
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('votesCast: published 3, recounted 2') });
    await publish('poll', { late: 0 });
    expect(await audited.audit()).toMatchObject({ exitCode: 10, finding: expect.stringContaining('late: published 0, recounted 1') });
  });
});

describe('an audit of what nobody may be told yet', () => {
  const { consultationId, activityId } = activityDrafted.sample;
  const ofActivity = `/api/v1/activities/${activityId}`;
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    audited.site.isLive = false;
  });
  afterEach(() => audited.close());

  /** As an honest site answers at a path, but for these members. */
  async function tell(path: string, differing: object): Promise<void> {
    audited.site.published.set(path, { ...JSON.parse((await audited.site.optional(path)) ?? '{}'), ...differing });
  }
  async function openSurvey(): Promise<void> {
    const { site, history } = audited;
    await recordBefore(site, 'AnswersGiven', history.administrator);
    await recordSample(site, 'AnswersGiven', null);
    await site.sign();
  }
  async function hiddenVote(): Promise<void> {
    const { site, history } = audited;
    await recordSample(site, 'ConsultationDrafted', history.administrator);
    await recordSample(site, 'ActivityDrafted', history.administrator, hiddenPoll);
    await recordSample(site, 'ConsultationPublished', history.administrator);
    await recordSample(site, 'PollBallotCast', null, { assurance: 'email', ...hiddenBallot({ options: ['1'] }) });
    await site.sign();
  }

  const groups = [{ choice: 'tram', people: 12, questions: [] }];
  const answers = [{ id: 'transport', kind: 'single', text: '?', tellsApart: true, state: 'shown', answered: 1, choices: [], mean: null }];
  const options = [{ id: '1', text: 'A', votes: 1, byAssurance: atEachLevel(0, { email: 1 }) }];
  const items = [{ text: 'b'.repeat(64), words: 'A tram' }];
  const leaks: [where: string, begin: () => Promise<void>, path: string, told: object][] = [
    ['by the answers to a question of an open survey', openSurvey, `${ofActivity}/answers-by/transport`, { state: 'shown', groups }],
    ['by how many texts an open survey has', openSurvey, `${ofActivity}/texts/wish`, { texts: 1 }],
    ['by texts to a question that some are asked', openSurvey, `${ofActivity}/texts/which`, { state: 'shown', items }],
    ['by a filter over an open survey', openSurvey, `${ofActivity}/filtered-results`, { answers }],
    ['by a filter over a hidden vote', hiddenVote, `${ofActivity}/filtered-results`, { options }],
  ];

  it.each(leaks)('finds figures %s', async (_, begin, path, told) => {
    await begin();
    audited.show(consultationId);
    expect(await audited.audit()).toMatchObject({ exitCode: 0 });
    await tell(path, told);
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining(activityId) });
  });

  it('asks for what the site does not say is there', async () => {
    await openSurvey();
    audited.show(consultationId);
    const { site } = audited;
    const honest = site.optional.bind(site);
    const path = `/api/v1/consultations/${consultationId}`;
    let asked = 0;
    site.optional = async (one) => (one === path && asked++ === 0 ? JSON.stringify({ activities: [] }) : honest(one));
    expect(await audited.audit()).toMatchObject({ exitCode: 0 });
    asked = 0;
    await tell(`${ofActivity}/answers-by/transport`, { state: 'shown', groups });
    expect(await audited.audit()).toMatchObject({ exitCode: 4, finding: expect.stringContaining('The answer table of activity') });
  });

  describe('of a survey that is closed while the audit runs', () => {
    const table = `${ofActivity}/answers-by/transport`;
    let told: object = {};
    beforeEach(async () => {
      await openSurvey();
      const { site, history } = audited;
      site.isLive = true;
      told = {};
      const honest = site.optional.bind(site);
      let [asked, closed] = [0, 0];
      site.optional = async (path) => {
        // The office shows no activity at first, so that the table is asked for once the log has been read.
        if (site.isLive && path === `/api/v1/consultations/${consultationId}` && asked++ === 0) return '{"activities":[]}';
        if (site.isLive && path === table && closed++ === 0) {
          await recordSample(site, 'ConsultationClosed', history.administrator);
          await site.sign();
        }
        const answer = await honest(path);
        return path === table && answer ? JSON.stringify({ ...JSON.parse(answer), ...told }) : answer;
      };
    });

    it('counts what is asked last up to the place that it states, and so from a bundle', async () => {
      const bundle = join(audited.folder, 'b.bundle');
      expect(await audited.audit('--wait', '3', '--bundle', bundle)).toMatchObject({ exitCode: 0 });
      expect(await audited.offline(bundle)).toMatchObject({ exitCode: 0 });
    });

    it('finds a table that is none of that place', async () => {
      told = { state: 'shown', groups };
      expect(await audited.audit('--wait', '3')).toMatchObject({ exitCode: 4, finding: expect.stringContaining('The answer table') });
    });

    it('names a table of a place that the log never comes to', async () => {
      told = { state: 'shown', groups, position: 1_000_000 };
      const beyond = expect.stringContaining('states position 1000000, beyond what was read');
      expect(await audited.audit('--wait', '0')).toMatchObject({ exitCode: 0, notChecked: expect.arrayContaining([beyond]) });
    });

    it('refuses a table that states no place', async () => {
      told = { state: 'shown', groups, position: null };
      expect(await audited.audit('--wait', '0')).toMatchObject({ exitCode: 1, finding: expect.stringContaining('which position') });
    });
  });

  it('finds them as of an earlier place too', async () => {
    await hiddenVote();
    const position = audited.site.positionOf(audited.site.events.length - 1);
    const { site } = audited;
    expect(await audited.audit('--as-of', String(position))).toMatchObject({ exitCode: 0 });
    const path = `${ofActivity}/filtered-results`;
    await tell(path, { options });
    site.published.set(`${path}?asOf=${position}`, site.published.get(path));
    expect(await audited.audit('--as-of', String(position))).toMatchObject({ exitCode: 4 });
  });
});

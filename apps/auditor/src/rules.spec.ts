import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { everyEvent, type EventContract } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { rooms } from './recount/rooms';
import { recordBefore, recordSample, streamOf, whatComesBefore } from './what-comes-before.fixture';

/** What is not in the log cannot be judged there. */
const contracts = (everyEvent as readonly EventContract[]).filter(({ stream }) => stream.bodies !== 'unlogged');
const books = () => rooms.flatMap(({ rules }) => rules());
/** That of all samples. */
const consultationId = 'c0450000-0000-4000-8000-000000000001';

describe('the rules of an audit', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  beforeEach(async () => {
    audited = await auditedHistory();
    [audited.site.isLive, audited.site.showsAll] = [false, true];
  });
  afterEach(() => audited.close());

  const last = () => audited.site.events.length - 1;
  const by = () => audited.history.administrator;
  const audit = async () => {
    const isShown = audited.site.events.some(({ stream }) => stream === `consultation-${consultationId}`);
    if (isShown) audited.show(consultationId);
    await audited.site.sign();
    return audited.audit();
  };

  it.each(contracts.map(({ type }) => type))('judge a %s, or say why it needs no rule', (type) => {
    const sentences = books().flatMap(({ rules }) => {
      const own = rules[type] ?? [];
      return typeof own === 'string' ? [own] : own.map(({ says }) => says);
    });
    expect(sentences).not.toEqual([]);
    for (const says of sentences) expect(says).toMatch(/^[A-Z].*\.$/);
  });

  it('have a name each, which is that of no other', () => {
    const says = new Map<string, Set<string>>();
    for (const { rules, ofAll = [] } of books()) {
      const all = [...ofAll, ...Object.values(rules).flatMap((own) => (typeof own === 'string' ? [] : own))];
      for (const rule of all) says.set(rule.name, (says.get(rule.name) ?? new Set()).add(rule.says));
    }
    expect([...says].filter(([, sentences]) => sentences.size > 1)).toEqual([]);
  });

  it.each(contracts.map((contract) => [contract.type, contract] as const))('take a %s once all has happened that must', async (type) => {
    await recordBefore(audited.site, type, by());
    await recordSample(audited.site, type, by());
    expect(await audit()).toMatchObject({ exitCode: 0, judged: audited.site.events.length });
  });

  it.each(Object.keys(whatComesBefore))('find a %s before any of it has', async (type) => {
    await recordSample(audited.site, type, by());
    const { exitCode, index } = await audit();
    // That no more accounts are erased than there are is looked for besides.
    expect([exitCode, index]).toEqual([type === 'AccountsErased' ? 12 : 18, last()]);
  });

  /** Those that may come again and again; what else comes twice is found. */
  const repeated = [
    'PageRevised',
    'PagePublicationPlanned',
    'ServiceRevised',
    'ServiceTranslated',
    'StatementVoteCast',
    'PollBallotCast',
    'AnswersGiven',
    'TestAnswersGiven',
    'ActivityCorrected',
    'ResponseSubmitted',
    'LinkedResponseSubmitted',
    'RankingCast',
    'ScoresCast',
    'MotionBallotCast',
    'PhaseDatesChanged',
    'ConsultationCorrected',
    'ConsultationTranslated',
    'OutcomePublished',
    'QuestionAnswered',
    'CommentEdited',
    'StatementEdited',
    'QuestionEdited',
  ];
  const noticed = [
    'ErasureOrdered',
    'ProfileChanged',
    'UnitRenamed',
    'UnitReviewSet',
    'UnitSmallestGroupSet',
    'UnitAnswerTermSet',
    'ProjectionEventSkipped',
    'StaffSignedIn',
    'SignInsFailed',
    'SecondFactorReset',
  ];
  const once = contracts.map(({ type }) => type).filter((type) => ![...repeated, ...noticed].includes(type));
  it.each(once)('find a second %s', async (type) => {
    await recordBefore(audited.site, type, by());
    await recordSample(audited.site, type, by());
    await recordSample(audited.site, type, by());
    expect(await audit()).toMatchObject({ exitCode: 18, index: last(), finding: expect.stringContaining(`(${type}) breaks the rule`) });
  });

  it('take data that are not in the form of their event for a breach', async () => {
    await recordBefore(audited.site, 'PollBallotCast', by());
    await recordSample(audited.site, 'PollBallotCast', by(), { options: null });
    await audited.site.sign();
    expect(await audited.audit()).toMatchObject({ exitCode: 18, index: last() });
  });

  it('say which of them nobody could judge without a token', async () => {
    audited.site.showsAll = false;
    const { notChecked } = (await audit()) as { notChecked: readonly string[] };
    expect(notChecked).toContainEqual(expect.stringMatching(/rules about events whose bodies.*role-not-held/));
  });

  it('judge accounts by their leaves, so that everybody can', async () => {
    audited.site.showsAll = false;
    const role = contracts.find(({ type }) => type === 'RoleGranted')!;
    await recordSample(audited.site, 'RoleGranted', by());
    const finding = expect.stringContaining('account-exists');
    expect(audited.site.events.at(-1)!.stream).toBe(streamOf(role, role.sample));
    expect(await audit()).toMatchObject({ exitCode: 18, index: last(), finding });
  });

  it('judge by its leaf that nobody can tell how much somebody wrote', async () => {
    audited.site.showsAll = false;
    await recordBefore(audited.site, 'AnswersGiven', by());
    await recordSample(audited.site, 'AnswersGiven', by());
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await recordSample(audited.site, 'AnswersGiven', by(), { unsaid: [] });
    expect(await audit()).toMatchObject({ exitCode: 18, index: last(), finding: expect.stringContaining('answers-fill-their-leaf') });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsultationResults, OpinionMap } from '@isegoria/contracts';
import { auditedHistory } from './audited-history.fixture';
import { recordBefore, recordSample } from './what-comes-before.fixture';

const [consultationId, activityId] = ['7a3f0f52-6a0e-4b93-9f4e-0d7f5b0a1c11', '7a3f0f52-6a0e-4b93-9f4e-0d7f5b0a1c12'];
const results = `/api/v1/consultations/${consultationId}/results`;

describe('an audit of votes cast before confirming', () => {
  let audited: Awaited<ReturnType<typeof auditedHistory>>;
  let statementId: string;
  beforeEach(async () => {
    audited = await auditedHistory();
    await recordBefore(audited.site, 'StatementVoteCast', audited.history.official, { consultationId, activityId });
    const submitted = audited.site.events.findLast(({ type }) => type === 'StatementSubmitted')!;
    ({ statementId } = submitted.data as { statementId: string });
  });
  afterEach(() => audited.close());

  const append = (stream: string, type: string, data: object) =>
    audited.site.store.append(stream, [{ type, data, metadata: { schema: 1, at: audited.site.at } }] as never, 'any');
  const vote = (voter: string, choice = 'agree', assurance = 'anonymous') =>
    append(`ballot-${activityId}-${voter}`, 'StatementVoteCast', { consultationId, activityId, statementId, voter, choice, assurance });
  const confirm = async (accountId: string) => {
    await append(`account-${accountId}`, 'AccountRegistered', { accountId, profile: { sealed: '1.x.y' } });
    await append(`account-${accountId}`, 'EmailConfirmed', { accountId });
  };
  const raise = (...voters: string[]) =>
    append(`consultation-${consultationId}`, 'AssuranceRaised', { consultationId, level: 'email', voters });
  const close = () =>
    append(`consultation-${consultationId}`, 'ConsultationClosed', { consultationId, by: audited.history.official, reason: 'R' });
  const audit = async () => {
    audited.show(consultationId);
    await audited.site.sign();
    return audited.audit();
  };
  const last = () => audited.site.events.length - 1;
  const published = () => (audited.site.published.get(results) as ConsultationResults).activities[0]!;

  /** Anna and Ben voted, Anna twice, and both confirmed an address then; Cem did neither again. */
  const raised = async () => {
    await vote('anna');
    await vote('ben', 'disagree');
    await vote('cem');
    await vote('anna', 'pass');
    for (const account of ['account-of-anna', 'account-of-ben']) await confirm(account);
    await raise('anna', 'ben');
  };

  it('counts them at the level that was confirmed, in every figure and on the map', async () => {
    await raised();
    expect(await audit()).toMatchObject({ exitCode: 0, views: { 'opinion map of everybody': 1 } });
    expect(published()).toMatchObject({
      participants: 2,
      participantsByAssurance: { anonymous: 1, email: 2 },
      votesCast: 3,
      votesCastByAssurance: { anonymous: 1, email: 3 },
      statements: [{ agrees: 0, disagrees: 1, passes: 1, byAssurance: { anonymous: { agrees: 1 } } }],
    });
    expect(audited.site.published.get(`/api/v1/activities/${activityId}/opinion-map`) as OpinionMap).toMatchObject({ participants: 2 });
    await vote('anna', 'agree');
    await audit();
    expect(published()).toMatchObject({ participants: 2, votesCast: 4, statements: [{ agrees: 1, disagrees: 1, passes: 0 }] });
  });

  it('finds a site that does not count them', async () => {
    await vote('anna');
    await confirm('account-of-anna');
    audited.show(consultationId);
    const before = audited.site.published.get(results) as ConsultationResults;
    await raise('anna');
    await audit();
    const position = audited.site.positionOf(last());
    audited.site.published.set(results, { ...before, position });
    expect(await audited.audit()).toMatchObject({
      exitCode: 10,
      finding: expect.stringContaining('participants: published 0, recounted 1'),
    });
  });

  it('finds a batch that no service signed', async () => {
    await raised();
    const { metadata } = audited.site.events.at(-1)! as { metadata: { act?: unknown } };
    delete metadata.act;
    expect(await audit()).toMatchObject({ exitCode: 20, index: last(), finding: expect.stringContaining('no service signed') });
  });

  it('finds a batch behind the closing, whose people count nowhere', async () => {
    await vote('anna');
    await confirm('account-of-anna');
    await close();
    await raise('anna');
    expect(await audit()).toMatchObject({ exitCode: 18, index: last(), finding: expect.stringContaining('raised-before-the-closing') });
    expect(published()).toMatchObject({ participants: 0, votesCast: 0 });
  });

  it('finds more people than were confirmed since the consultation was published, in all batches together', async () => {
    for (const voter of ['anna', 'ben']) await vote(voter);
    await confirm('account-of-anna');
    await raise('anna');
    expect(await audit()).toMatchObject({ exitCode: 0 });
    await raise('ben');
    const finding = expect.stringContaining('raises person 2');
    expect(await audit()).toMatchObject({ exitCode: 11, index: last(), finding });
  });

  it('does not take an account for confirmed whose address was released before', async () => {
    await vote('anna');
    await confirm('account-of-anna');
    await recordSample(audited.site, 'CredentialReissued', undefined, { accountId: 'account-of-anna' });
    await raise('anna');
    expect(await audit()).toMatchObject({ exitCode: 11, index: last() });
  });

  it.each([
    ['somebody again', () => raise('anna'), 'raised-once'],
    ['nobody', () => raise(), 'raised-sorted'],
    ['people in an order that may say something', () => raise('dan', 'cem'), 'raised-sorted'],
    [
      'people whom only an office can vouch for',
      () => append(`consultation-${consultationId}`, 'AssuranceRaised', { consultationId, level: 'attested', voters: ['cem'] }),
      'raised-to-email',
    ],
  ])('finds a batch that raises %s', async (_, forge, rule) => {
    await raised();
    for (const account of ['account-of-cem', 'account-of-dan']) await confirm(account);
    await forge();
    expect(await audit()).toMatchObject({ exitCode: 18, index: last(), finding: expect.stringContaining(rule) });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits, milestoneSet, officialAnswerPublished, textDecidedOn, type OfficialActionKind } from '@isegoria/contracts';
import { officialActions } from '../index';
import { aDeliberation, readModelStage, type ReadModelStage } from '../stage.fixture';

describe('the list of what officials did', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const [by, accountId, consultationId, phaseId, activityId, pageId, statementId, commentId, questionId, exportId] = Array.from(
    { length: 10 },
    () => randomUUID(),
  ) as [string, string, string, string, string, string, string, string, string, string];
  const milestoneId = randomUUID();
  const unit = 'root.1f0c22aa';
  const short = (account: string) => account.slice(0, 8);
  const kindsOf = async (kind?: OfficialActionKind) =>
    (await officialActions(stage.dataSource, { kind })).items.map((action) => action.kind);

  it('has each public act once, newest first, with who did it, what it was about and why', async () => {
    const words = { title: 'T', body: 'B', language: 'en', by } as const;
    await stage.record(`account-${accountId}`, { type: 'RoleGranted', data: { accountId, role: 'moderator', unit, by } });
    await stage.record(`unit-${unit}`, [
      { type: 'UnitMade', data: { unit, name: 'Water', by } },
      { type: 'UnitRenamed', data: { unit, name: 'Water and Shores', by } },
      { type: 'UnitClosed', data: { unit, by, reason: 'Merged.' } },
    ]);
    await stage.record(`page-${pageId}`, [
      { type: 'PageDrafted', data: { pageId, unit, kind: 'information', ...words } },
      { type: 'PagePublished', data: { pageId, by } },
      { type: 'PageRevised', data: { pageId, ...words } },
      { type: 'PageWithdrawn', data: { pageId, by, reason: 'Outdated.' } },
    ]);
    await stage.record(`consultation-${consultationId}`, [
      {
        type: 'ConsultationDrafted',
        data: {
          consultationId,
          unit,
          title: 'Which?',
          description: 'D',
          language: 'en',
          phases: [{ phaseId, title: null }],
          countsFrom: 'email',
          by,
          externalId: null,
        },
      },
      {
        type: 'ConsultationPublished',
        data: { consultationId, phases: [{ phaseId, opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-02-01T00:00:00Z' }], by },
      },
      { type: 'PhaseOpened', data: { consultationId, phaseId } },
      { type: 'ConsultationClosed', data: { consultationId, by, reason: 'A mistake.' } },
      { type: 'OutcomePublished', data: { consultationId, youSaid: 'Y', weDid: 'W', by } },
    ]);
    const talk = { method: 'deliberation', title: 'Say it', settings: { moderation: 'before' } };
    await stage.record(`activity-${activityId}`, {
      type: 'ActivityDrafted',
      data: { activityId, consultationId, phaseId, ...talk, by },
    } as never);
    await stage.record(`statement-${statementId}`, { type: 'StatementAccepted', data: { consultationId, activityId, statementId, by } });
    await stage.record(`statement-${statementId}`, {
      type: 'StatementRejected',
      data: { consultationId, activityId, statementId, by, reason: 'Named a person.' },
    });
    const hidden = { consultationId, commentId, by, reason: 'Insult.', rule: 'respect' } as const;
    await stage.record(`comment-${commentId}`, { type: 'CommentHidden', data: hidden });
    const judged = { consultationId, activityId, voter: 'ab'.repeat(16), by };
    await stage.record(`ballot-${activityId}-${judged.voter}`, [
      { type: 'BallotExcluded', data: { ...judged, reason: 'A program.' } },
      { type: 'BallotReinstated', data: { ...judged, reason: 'A person.' } },
    ]);
    await stage.record(`question-${questionId}`, {
      type: 'QuestionAnswered',
      data: { consultationId: null, questionId, by, text: 'Yes.' },
    });
    const milestone = { ...milestoneSet.sample, milestoneId, consultationId, note: null, by };
    await stage.record(`milestone-${milestoneId}`, [
      { type: 'MilestoneSet', data: { ...milestone, title: 'A pool' } },
      { type: 'MilestoneSet', data: { ...milestone, note: 'Sooner.' } },
    ]);
    await stage.record(`export-${exportId}`, {
      type: 'ContributionsExported',
      data: { exportId, consultationId, activityId, contents: 'votes', purpose: 'For the report.', by },
    });
    await stage.record(`official-answers-${consultationId}`, {
      type: 'OfficialAnswerPublished',
      data: { ...officialAnswerPublished.sample, consultationId, activityId, about: 'paragraph', aboutId: questionId, named: 'p3', by },
    });
    await stage.record(`written-texts-${activityId}`, {
      type: 'TextDecidedOn',
      data: { ...textDecidedOn.sample, consultationId, activityId, by },
    });
    await stage.record('log-keys', [
      { type: 'LogKeyIntroduced', data: { verifierKey: 'ministry.example/log+033de0ae+Ac4z' } },
      { type: 'LogKeyRetired', data: { verifierKey: 'ministry.example/log+1a2b3c4d+Ab12' } },
    ]);
    await stage.record('settings', {
      type: 'SettingsChanged',
      data: {
        institution: null,
        contactEmail: null,
        notice: { en: 'Closed on Friday.' },
        contributionsPerPerson: null,
        editMinutes: null,
        staffNeedSecondFactor: null,
        timeZone: null,
        colour: null,
        by,
      },
    });
    await stage.record(`account-${accountId}`, { type: 'RoleRevoked', data: { accountId, role: 'moderator', unit, by } });
    await stage.record(`erased-${accountId}`, { type: 'AccountErased', data: { accountId, by, reason: 'Asked for by letter.' } });
    const batch = randomUUID();
    await stage.record(`erasures-${batch}`, { type: 'ErasureOrdered', data: { batch, by, reason: 'Asked for by letter.' } });
    await stage.projected();

    const { items, next } = await officialActions(stage.dataSource);
    const about = {
      ...{ consultationId: null, unit: null, title: null, language: null, milestone: null },
      ...{ role: null, contents: null, reason: null, rule: null },
      ...{ activityId: null, method: null, activity: null, about: null, named: null },
    };
    const inConsultation = { ...about, consultationId, unit, title: 'Which?', language: 'en' };
    const decided = textDecidedOn.sample;
    const inActivity = { ...inConsultation, activityId, method: 'deliberation', activity: 'Say it' };
    expect(items.map(({ eventId: _, position: __, at: ___, ...rest }) => rest)).toEqual(
      [
        { kind: 'erasure-ordered', subject: batch, ...about, reason: 'Asked for by letter.' },
        { kind: 'role-revoked', subject: short(accountId), ...about, unit, role: 'moderator' },
        { kind: 'settings-changed', subject: 'settings', ...about },
        { kind: 'log-key-retired', official: null, subject: 'ministry.example/log+1a2b3c4d', ...about },
        { kind: 'log-key-introduced', official: null, subject: 'ministry.example/log+033de0ae', ...about },
        { kind: 'text-decided-on', subject: activityId, ...inActivity, named: decided.text, reason: decided.reason },
        { kind: 'official-answer-published', subject: questionId, ...inActivity, about: 'paragraph', named: 'p3' },
        { kind: 'contributions-exported', subject: exportId, ...inActivity, contents: 'votes', reason: 'For the report.' },
        { kind: 'milestone-set', subject: milestoneId, ...inConsultation, milestone: 'The pool is dug', reason: 'Sooner.' },
        { kind: 'milestone-set', subject: milestoneId, ...inConsultation, milestone: 'The pool is dug' },
        { kind: 'question-answered', subject: questionId, ...about },
        { kind: 'ballot-reinstated', subject: judged.voter, ...inActivity, reason: 'A person.' },
        { kind: 'ballot-excluded', subject: judged.voter, ...inActivity, reason: 'A program.' },
        { kind: 'comment-hidden', subject: commentId, ...inConsultation, reason: 'Insult.', rule: 'respect' },
        { kind: 'statement-rejected', subject: statementId, ...inActivity, reason: 'Named a person.' },
        { kind: 'statement-accepted', subject: statementId, ...inActivity },
        { kind: 'outcome-published', subject: consultationId, ...inConsultation },
        { kind: 'consultation-closed', subject: consultationId, ...inConsultation, reason: 'A mistake.' },
        { kind: 'consultation-published', subject: consultationId, ...inConsultation },
        { kind: 'page-withdrawn', subject: pageId, ...about, reason: 'Outdated.' },
        { kind: 'page-revised', subject: pageId, ...about },
        { kind: 'page-published', subject: pageId, ...about },
        { kind: 'unit-closed', subject: unit, ...about, unit, reason: 'Merged.' },
        { kind: 'unit-renamed', subject: unit, ...about, unit },
        { kind: 'unit-made', subject: unit, ...about, unit },
        { kind: 'role-granted', subject: short(accountId), ...about, unit, role: 'moderator' },
      ].map((action) => ({ official: short(by), ...action })),
    );
    expect(next).toBeNull();

    const [recorded] = await stage.store.readStream(`comment-${commentId}`);
    expect(items.find(({ kind }) => kind === 'comment-hidden')).toMatchObject({
      eventId: recorded!.id,
      position: recorded!.position,
      at: recorded!.recordedAt,
    });
    expect(await kindsOf('comment-hidden')).toEqual(['comment-hidden']);
  });

  it('has nothing of what citizens do, of sign-ins, or of what comes about by itself', async () => {
    const before = await kindsOf();
    const closed = randomUUID();
    await stage.record(`consultation-${closed}`, { type: 'PhaseClosed', data: { consultationId: closed, phaseId } });
    await stage.record('staff-sign-ins', {
      type: 'StaffSignedIn',
      data: { accountId, roles: [{ role: 'official', unit: 'root' }], blind: 'ab' },
    } as never);
    await stage.record(`erased-${closed}`, { type: 'AccountErased', data: { accountId: closed, by: closed, reason: null } });
    await stage.record(`comment-${randomUUID()}`, {
      type: 'CommentSubmitted',
      data: { commentId: randomUUID(), consultationId, author: 'p', assurance: 'email', text: { plain: 'x' } },
    });
    await stage.projected();
    expect(await kindsOf()).toEqual(before);
  });

  it('gives no title and no unit of what is not for everybody yet', async () => {
    const draft = await stage.drafted([[aDeliberation()]], { unit });
    const seed = { statementId: randomUUID(), consultationId: draft.consultationId, activityId: draft.activityId, by };
    await stage.record(`statement-${seed.statementId}`, { type: 'StatementAccepted', data: seed });
    await stage.projected();
    const { items } = await officialActions(stage.dataSource, { kind: 'statement-accepted' });
    const { consultationId: unpublished, activityId: within } = draft;
    const nothing = { title: null, unit: null, method: null, activity: null };
    expect(items[0]).toMatchObject({ consultationId: unpublished, activityId: within, ...nothing });
  });

  it('comes in pages', async () => {
    for (let count = 0; count <= limits.pageSize; count++)
      await stage.record(`page-${pageId}`, { type: 'PagePublished', data: { pageId, by } });
    await stage.projected();
    const first = await officialActions(stage.dataSource, { kind: 'page-published' });
    expect([first.items.length, first.count]).toEqual([limits.pageSize, limits.pageSize + 2]);
    const last = await officialActions(stage.dataSource, { kind: 'page-published', cursor: first.next! });
    expect([last.items.length, last.next]).toEqual([2, null]);
    expect(new Set([...first.items, ...last.items].map(({ eventId }) => eventId)).size).toBe(limits.pageSize + 2);
  });
});

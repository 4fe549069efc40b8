import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limits, type OfficialActionKind } from '@isegoria/contracts';
import { officialActions } from '../index';
import { readModelStage, type ReadModelStage } from '../stage.fixture';

describe('the list of what officials did', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const [by, accountId, consultationId, pageId, statementId, commentId, questionId, exportId] = Array.from({ length: 8 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string, string, string];
  const short = (account: string) => account.slice(0, 8);
  const kindsOf = async (kind?: OfficialActionKind) =>
    (await officialActions(stage.dataSource, { kind })).items.map((action) => action.kind);

  it('has each public act once, newest first, with who did it, what it was about and why', async () => {
    const words = { title: 'T', body: 'B', language: 'en', by } as const;
    await stage.record(`account-${accountId}`, { type: 'RoleGranted', data: { accountId, role: 'moderator', by } });
    await stage.record(`page-${pageId}`, [
      { type: 'PageDrafted', data: { pageId, kind: 'information', ...words } },
      { type: 'PagePublished', data: { pageId, by } },
      { type: 'PageRevised', data: { pageId, ...words } },
      { type: 'PageWithdrawn', data: { pageId, by, reason: 'Outdated.' } },
    ]);
    await stage.record(`consultation-${consultationId}`, [
      {
        type: 'ConsultationDrafted',
        data: {
          consultationId,
          kind: 'deliberation',
          title: 'Which?',
          description: 'D',
          language: 'en',
          by,
          externalId: null,
          moderation: 'after',
          poll: null,
        },
      },
      { type: 'ConsultationPublished', data: { consultationId, opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-02-01T00:00:00Z', by } },
      { type: 'ConsultationOpened', data: { consultationId } },
      { type: 'ConsultationClosed', data: { consultationId, by, reason: 'A mistake.' } },
      { type: 'OutcomePublished', data: { consultationId, youSaid: 'Y', weDid: 'W', by } },
    ]);
    await stage.record(`statement-${statementId}`, { type: 'StatementAccepted', data: { consultationId, statementId, by } });
    await stage.record(`statement-${statementId}`, {
      type: 'StatementRejected',
      data: { consultationId, statementId, by, reason: 'Named a person.' },
    });
    await stage.record(`comment-${commentId}`, { type: 'CommentHidden', data: { consultationId, commentId, by, reason: 'Insult.' } });
    const judged = { consultationId, voter: 'ab'.repeat(16), by };
    await stage.record(`ballot-${consultationId}-${judged.voter}`, [
      { type: 'BallotExcluded', data: { ...judged, reason: 'A program.' } },
      { type: 'BallotReinstated', data: { ...judged, reason: 'A person.' } },
    ]);
    await stage.record(`question-${questionId}`, {
      type: 'QuestionAnswered',
      data: { consultationId: null, questionId, by, text: 'Yes.' },
    });
    await stage.record(`export-${exportId}`, {
      type: 'ContributionsExported',
      data: { exportId, consultationId, contents: 'votes', purpose: 'For the report.', by },
    });
    await stage.record('log-keys', [
      { type: 'LogKeyIntroduced', data: { verifierKey: 'ministry.example/log+033de0ae+Ac4z' } },
      { type: 'LogKeyRetired', data: { verifierKey: 'ministry.example/log+1a2b3c4d+Ab12' } },
    ]);
    await stage.record('settings', {
      type: 'SettingsChanged',
      data: { institution: null, contactEmail: null, notice: { en: 'Closed on Friday.' }, by },
    });
    await stage.record(`account-${accountId}`, { type: 'RoleRevoked', data: { accountId, role: 'moderator', by } });
    await stage.record(`account-${accountId}`, { type: 'AccountErased', data: { accountId, by, reason: 'Asked for by letter.' } });
    await stage.projected();

    const { items, next } = await officialActions(stage.dataSource);
    const about = { consultationId: null, title: null, role: null, contents: null, reason: null };
    const inConsultation = { ...about, consultationId, title: 'Which?' };
    expect(items.map(({ eventId: _, position: __, at: ___, ...rest }) => rest)).toEqual(
      [
        { kind: 'account-erased', subject: short(accountId), ...about, reason: 'Asked for by letter.' },
        { kind: 'role-revoked', subject: short(accountId), ...about, role: 'moderator' },
        { kind: 'settings-changed', subject: 'settings', ...about },
        { kind: 'log-key-retired', official: null, subject: 'ministry.example/log+1a2b3c4d', ...about },
        { kind: 'log-key-introduced', official: null, subject: 'ministry.example/log+033de0ae', ...about },
        { kind: 'contributions-exported', subject: exportId, ...inConsultation, contents: 'votes', reason: 'For the report.' },
        { kind: 'question-answered', subject: questionId, ...about },
        { kind: 'ballot-reinstated', subject: judged.voter, ...inConsultation, reason: 'A person.' },
        { kind: 'ballot-excluded', subject: judged.voter, ...inConsultation, reason: 'A program.' },
        { kind: 'comment-hidden', subject: commentId, ...inConsultation, reason: 'Insult.' },
        { kind: 'statement-rejected', subject: statementId, ...inConsultation, reason: 'Named a person.' },
        { kind: 'statement-accepted', subject: statementId, ...inConsultation },
        { kind: 'outcome-published', subject: consultationId, ...inConsultation },
        { kind: 'consultation-closed', subject: consultationId, ...inConsultation, reason: 'A mistake.' },
        { kind: 'consultation-published', subject: consultationId, ...inConsultation },
        { kind: 'page-withdrawn', subject: pageId, ...about, reason: 'Outdated.' },
        { kind: 'page-revised', subject: pageId, ...about },
        { kind: 'page-published', subject: pageId, ...about },
        { kind: 'role-granted', subject: short(accountId), ...about, role: 'moderator' },
      ].map((action) => ({ official: short(by), ...action })),
    );
    expect(next).toBeNull();

    const [recorded] = await stage.store.readStream(`comment-${commentId}`);
    expect(items[9]).toMatchObject({ eventId: recorded!.id, position: recorded!.position, at: recorded!.recordedAt });
    expect(await kindsOf('comment-hidden')).toEqual(['comment-hidden']);
  });

  it('has nothing of what citizens do, of sign-ins, or of what comes about by itself', async () => {
    const before = await kindsOf();
    const closed = randomUUID();
    await stage.record(`consultation-${closed}`, { type: 'ConsultationClosed', data: { consultationId: closed, by: null, reason: null } });
    await stage.record('staff-sign-ins', { type: 'StaffSignedIn', data: { accountId, roles: ['official'], blind: 'ab' } } as never);
    await stage.record(`account-${closed}`, { type: 'AccountErased', data: { accountId: closed, by: closed, reason: null } });
    await stage.record(`comment-${randomUUID()}`, {
      type: 'CommentSubmitted',
      data: { commentId: randomUUID(), consultationId, author: 'p', assurance: 'confirmed', text: { plain: 'x' } },
    });
    await stage.projected();
    expect(await kindsOf()).toEqual(before);
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

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { registerAccount } from '@isegoria/contracts';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.services.received.length = 0;
  gateway.services.forgetAnswers();
});

describe('every write', () => {
  const id = randomUUID();
  const poll = { method: 'poll', options: ['a', 'b'] };
  const draft = { unit: 'root', title: 't', description: 'd', language: 'en', phases: [{ title: 'p', activities: [poll] }] };
  const dates = { opensAt: '2030-01-01T00:00:00Z', closesAt: '2030-02-01T00:00:00Z' };
  const writes: { method: 'post' | 'put' | 'delete'; path: string; body?: object; status: number; subject: string; command: object }[] = [
    {
      method: 'post',
      path: '/accounts/confirmations',
      body: { token: 't', password: 'p' },
      status: 200,
      subject: 'command.confirm-email',
      command: { token: 't', password: 'p' },
    },
    {
      method: 'post',
      path: '/accounts/confirmations/anew',
      body: { token: 't', name: 'n', password: 'long enough 1' },
      status: 200,
      subject: 'command.confirm-anew',
      command: { token: 't', name: 'n', password: 'long enough 1' },
    },
    {
      method: 'post',
      path: '/links',
      body: { token: 't' },
      status: 200,
      subject: 'command.show-link',
      command: { token: 't' },
    },
    {
      method: 'post',
      path: '/accounts/current/confirmation-links',
      body: { email: 'a@ministry.example' },
      status: 204,
      subject: 'command.send-confirmation',
      command: { email: 'a@ministry.example' },
    },
    {
      method: 'post',
      path: '/accounts/password-links',
      body: { email: 'a@ministry.example' },
      status: 204,
      subject: 'command.request-new-password',
      command: { email: 'a@ministry.example' },
    },
    {
      method: 'put',
      path: '/accounts/password',
      body: { token: 't', password: 'long enough 1' },
      status: 200,
      subject: 'command.choose-new-password',
      command: { token: 't', password: 'long enough 1' },
    },
    {
      method: 'put',
      path: '/accounts/current/password',
      body: { password: 'p', newPassword: 'long enough 1' },
      status: 200,
      subject: 'command.change-password',
      command: { password: 'p', newPassword: 'long enough 1' },
    },
    {
      method: 'put',
      path: '/accounts/current/profile',
      body: { name: 'n', language: 'ar' },
      status: 200,
      subject: 'command.change-profile',
      command: { name: 'n', language: 'ar' },
    },
    {
      method: 'post',
      path: '/accounts/current/address-links',
      body: { email: 'b@ministry.example', password: 'p' },
      status: 204,
      subject: 'command.change-address',
      command: { email: 'b@ministry.example', password: 'p' },
    },
    {
      method: 'put',
      path: '/accounts/address',
      body: { token: 't', password: 'p' },
      status: 200,
      subject: 'command.confirm-new-address',
      command: { token: 't', password: 'p' },
    },
    {
      method: 'put',
      path: '/accounts/old-address',
      body: { token: 't', password: 'long enough 1' },
      status: 200,
      subject: 'command.keep-old-address',
      command: { token: 't', password: 'long enough 1' },
    },
    {
      method: 'post',
      path: '/sessions',
      body: { email: 'a@ministry.example', password: 'p' },
      status: 201,
      subject: 'command.sign-in',
      command: { email: 'a@ministry.example', password: 'p' },
    },
    {
      method: 'post',
      path: '/accounts/current/erasure',
      body: { password: 'p' },
      status: 200,
      subject: 'command.erase-own-account',
      command: { password: 'p' },
    },
    {
      method: 'post',
      path: `/accounts/${id}/erasure`,
      body: { reason: 'r' },
      status: 200,
      subject: 'command.erase-account',
      command: { accountId: id, reason: 'r' },
    },
    {
      method: 'put',
      path: `/accounts/${id}/roles/root.1f0c22aa/analyst`,
      status: 200,
      subject: 'command.grant-role',
      command: { accountId: id, unit: 'root.1f0c22aa', role: 'analyst' },
    },
    {
      method: 'delete',
      path: `/accounts/${id}/roles/root.1f0c22aa/analyst`,
      status: 200,
      subject: 'command.revoke-role',
      command: { accountId: id, unit: 'root.1f0c22aa', role: 'analyst' },
    },
    {
      method: 'post',
      path: '/units',
      body: { above: 'root', name: 'n' },
      status: 201,
      subject: 'command.make-unit',
      command: { above: 'root', name: 'n' },
    },
    {
      method: 'put',
      path: '/units/root.1f0c22aa/name',
      body: { name: 'n' },
      status: 200,
      subject: 'command.rename-unit',
      command: { unit: 'root.1f0c22aa', name: 'n' },
    },
    {
      method: 'post',
      path: '/units/root.1f0c22aa/closure',
      body: { reason: 'r' },
      status: 201,
      subject: 'command.close-unit',
      command: { unit: 'root.1f0c22aa', reason: 'r' },
    },
    {
      method: 'post',
      path: `/activities/${id}/exclusions`,
      body: { voter: 'ab'.repeat(16), reason: 'r' },
      status: 201,
      subject: 'command.exclude-ballot',
      command: { activityId: id, voter: 'ab'.repeat(16), reason: 'r' },
    },
    {
      method: 'post',
      path: '/imports/accounts',
      body: { source: 's', externalIds: ['1'] },
      status: 200,
      subject: 'command.import-accounts',
      command: { source: 's', externalIds: ['1'] },
    },
    {
      method: 'post',
      path: '/pages',
      body: { kind: 'announcement', title: 't', body: 'b', language: 'en' },
      status: 201,
      subject: 'command.draft-page',
      command: { kind: 'announcement', title: 't', body: 'b', language: 'en' },
    },
    {
      method: 'put',
      path: `/pages/${id}`,
      body: { title: 't', body: 'b', language: 'ar' },
      status: 200,
      subject: 'command.revise-page',
      command: { pageId: id, title: 't', body: 'b', language: 'ar' },
    },
    { method: 'post', path: `/pages/${id}/publication`, body: {}, status: 201, subject: 'command.publish-page', command: { pageId: id } },
    {
      method: 'post',
      path: `/pages/${id}/withdrawal`,
      body: { reason: 'r' },
      status: 201,
      subject: 'command.withdraw-page',
      command: { pageId: id, reason: 'r' },
    },
    {
      method: 'put',
      path: '/settings',
      body: { notice: { en: 'n' } },
      status: 200,
      subject: 'command.change-settings',
      command: { notice: { en: 'n' } },
    },
    {
      method: 'post',
      path: '/consultations',
      body: { ...draft },
      status: 201,
      subject: 'command.draft-consultation',
      command: { ...draft },
    },
    {
      method: 'post',
      path: `/consultations/${id}/publication`,
      body: { phases: [dates] },
      status: 201,
      subject: 'command.publish-consultation',
      command: { consultationId: id, phases: [dates] },
    },
    {
      method: 'post',
      path: `/consultations/${id}/closure`,
      body: { reason: 'r' },
      status: 201,
      subject: 'command.close-consultation',
      command: { consultationId: id, reason: 'r' },
    },
    {
      method: 'post',
      path: `/consultations/${id}/outcome`,
      body: { youSaid: 'y', weDid: 'w' },
      status: 201,
      subject: 'command.publish-outcome',
      command: { consultationId: id, youSaid: 'y', weDid: 'w' },
    },
    {
      method: 'post',
      path: `/activities/${id}/statements`,
      body: { text: 't' },
      status: 201,
      subject: 'command.submit-statement',
      command: { activityId: id, text: 't' },
    },
    {
      method: 'post',
      path: `/statements/${id}/acceptance`,
      body: { edits: 0 },
      status: 201,
      subject: 'command.accept-statement',
      command: { statementId: id, edits: 0 },
    },
    {
      method: 'post',
      path: `/statements/${id}/rejection`,
      body: { reason: 'r' },
      status: 201,
      subject: 'command.reject-statement',
      command: { statementId: id, reason: 'r' },
    },
    {
      method: 'put',
      path: `/activities/${id}/ballot`,
      body: { options: ['a'] },
      status: 200,
      subject: 'command.cast-poll-ballot',
      command: { activityId: id, options: ['a'] },
    },
    {
      method: 'put',
      path: `/activities/${id}/response`,
      body: { answers: { transport: 'bus' } },
      status: 200,
      subject: 'command.submit-response',
      command: { activityId: id, answers: { transport: 'bus' } },
    },
    {
      method: 'put',
      path: `/activities/${id}/response-draft`,
      body: { answers: { transport: 'bus' } },
      status: 200,
      subject: 'command.keep-answers',
      command: { activityId: id, answers: { transport: 'bus' } },
    },
    {
      method: 'post',
      path: `/consultations/${id}/exports`,
      body: { contents: 'votes', activityId: id, purpose: 'p' },
      status: 201,
      subject: 'command.export-contributions',
      command: { consultationId: id, contents: 'votes', activityId: id, purpose: 'p' },
    },
    {
      method: 'post',
      path: `/consultations/${id}/comments`,
      body: { text: 't' },
      status: 201,
      subject: 'command.submit-comment',
      command: { consultationId: id, text: 't' },
    },
    {
      method: 'post',
      path: `/comments/${id}/hiding`,
      body: { reason: 'r' },
      status: 201,
      subject: 'command.hide-comment',
      command: { commentId: id, reason: 'r' },
    },
    ...(['comment', 'question'] as const).map((item) => ({
      method: 'put' as const,
      path: `/${item}s/${id}/support`,
      body: { supports: true },
      status: 200,
      subject: `command.support-${item}`,
      command: { [`${item}Id`]: id, supports: true },
    })),
    {
      method: 'post',
      path: '/reports',
      body: { item: 'comment', itemId: id, reason: 'spam' },
      status: 201,
      subject: 'command.report-contribution',
      command: { item: 'comment', itemId: id, reason: 'spam' },
    },
    { method: 'post', path: '/questions', body: { text: 't' }, status: 201, subject: 'command.ask-question', command: { text: 't' } },
    {
      method: 'post',
      path: `/questions/${id}/answers`,
      body: { text: 't' },
      status: 201,
      subject: 'command.answer-question',
      command: { questionId: id, text: 't' },
    },
  ];
  it.each(writes)('$method $path is $subject', async ({ method, path, body, status, subject, command }) => {
    const { token } = gateway.services.signIn('official', 'moderator', 'administrator');
    const answer = await gateway.api[method](path).set('authorization', `Bearer ${token}`).send(body);
    expect(answer.status).toBe(status);
    const answersSomethingElse = status === 204 || ['command.sign-in', 'command.show-link', 'command.keep-answers'].includes(subject);
    if (!answersSomethingElse) expect(answer.body).toMatchObject({ position: 7 });
    expect(gateway.services.commands.map((received) => ({ subject: received.subject, command: received.command }))).toEqual([
      { subject, command },
    ]);
  });

  it('registers with the session that begins, and nothing beside it', async () => {
    const account = { id: randomUUID(), name: 'A', email: 'a@ministry.example', language: 'ar', roles: [], assurance: 'anonymous' };
    const session = { token: 't', expiresAt: new Date().toISOString(), account, position: 7 };
    gateway.services.answer(registerAccount.subject, () => ({ ...session, holder: randomUUID() }));
    const registration = { email: 'a@ministry.example', name: 'A', password: 'long enough 1', language: 'ar' };
    const { body } = await gateway.api.post('/accounts').send(registration).expect(201);
    expect(body).toEqual(session);
  });
});

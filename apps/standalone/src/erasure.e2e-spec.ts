import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  askQuestion,
  castStatementVote,
  checkReceipt,
  eraseOwnAccount,
  grantRole,
  listAccounts,
  listOfficialActions,
  rootUnit,
  showOwnAccount,
  showPendingErasures,
  showQuestion,
  showResults,
  signIn,
  submitComment,
  submitStatement,
  type ConsultationResults,
  type RejectionCode,
} from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { auditOf } from './npm-run.fixture';
import { password, published, registered } from './taking-part.fixture';

const words = ['My statement, to be erased', 'My comment, to be erased', 'My question, to be erased'] as const;
const refused = (code: RejectionCode) => ({ problem: { code } });

describe('the erasure of a person, from the page to the auditor', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let consultationId: string;
  let activityId: string;

  beforeAll(async () => {
    process.env['ERASURES_TOGETHER'] = '2';
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { id: accountId } = await office.ask(showOwnAccount, {});
    await office.do(grantRole, { accountId, unit: rootUnit, role: 'moderator' });
    ({ consultationId, activityId } = await published(office, { method: 'deliberation', statements: ['One', 'Two'] }));
  }, 120_000);
  afterAll(async () => {
    delete process.env['ERASURES_TOGETHER'];
    await platform?.stop();
  });

  /** A vote, a statement that a moderator accepts, a comment and a question. @returns receipts, and the address of the question */
  async function takePart(api: ApiClient) {
    const statement = await api.do(submitStatement, { activityId, text: words[0] });
    await office.do(acceptStatement, { statementId: statement.id });
    const vote = await api.do(castStatementVote, { activityId, statementId: statement.id, choice: 'agree' });
    const comment = await api.do(submitComment, { consultationId, text: words[1] });
    const question = await api.do(askQuestion, { consultationId, text: words[2] });
    return {
      receipts: [statement, vote, comment, question].map(({ receipt }) => receipt!),
      question: question.id,
      position: question.position,
    };
  }

  const resultsAfter = (after: number) => visitor.as({ after }).ask(showResults, { consultationId });
  const figuresOf = ({ position: _, computedAt: __, activities, ...figures }: ConsultationResults) => ({
    ...figures,
    activities: activities.map(({ statements, ...ofActivity }) => ({
      ...ofActivity,
      statements: statements.map(({ text: ___, ...figure }) => figure),
    })),
  });
  /** What anybody can read, pages and API alike. */
  const everything = async (question: string) => {
    const path = `/consultations/${consultationId}`;
    const addresses = [
      `/api/v1/activities/${activityId}/statements`,
      `/api/v1${path}/comments`,
      `/api/v1${path}/results`,
      `/api/v1/questions`,
      `/api/v1/questions/${question}`,
      path,
      `${path}/results`,
      `/questions/${question}`,
    ];
    return Promise.all(addresses.map(async (address) => (await fetch(platform.origin + address)).text()));
  };
  const expectGone = (question: string) =>
    eventually(async () => {
      for (const text of await everything(question)) for (const one of words) expect(text).not.toContain(one);
    }, 10_000);

  it('takes words, name and sessions, and leaves counts, proofs and receipts', async () => {
    const person = await registered(visitor);
    const part = await takePart(person.api);
    const before = await resultsAfter(part.position);
    expect((await everything(part.question)).filter((text) => words.some((one) => text.includes(one)))).toHaveLength(8);

    await expect(person.api.do(eraseOwnAccount, { password: 'not my password' })).rejects.toMatchObject(refused('WRONG_CREDENTIALS'));
    const erased = await person.api.do(eraseOwnAccount, { password });
    expect(erased.id).toBe(person.id);

    await expect(person.api.ask(showOwnAccount, {})).rejects.toMatchObject(refused('SESSION_EXPIRED'));
    await expect(visitor.signIn(person.email, password)).rejects.toMatchObject(refused('WRONG_CREDENTIALS'));
    await expectGone(part.question);
    const after = await resultsAfter(erased.position);
    expect(figuresOf(after)).toEqual(figuresOf(before));
    expect(after.activities[0]!.statements.map(({ text }) => text)).toEqual(['One', 'Two', null]);
    expect(await visitor.ask(showQuestion, { questionId: part.question })).toMatchObject({ text: null, status: 'open' });
    expect(await (await fetch(`${platform.origin}/questions/${part.question}`)).text()).toContain('This text was erased.');
    for (const receipt of part.receipts) {
      await eventually(async () => expect((await visitor.do(checkReceipt, { receipt })).valid).toBe(true), 20_000);
    }
    const { items } = await office.as({ after: erased.position }).ask(listAccounts, {});
    expect(items.find(({ id }) => id === person.id)).toMatchObject({ name: '', email: '', roles: [], erased: true });
    expect((await visitor.ask(listOfficialActions, { kind: 'erasure-ordered' })).items).toEqual([]);

    const again = await registered(visitor, person.email);
    expect(again.id).not.toBe(person.id);
    await again.api.ask(showOwnAccount, {});
  }, 60_000);

  it('waits for others before the log tells of it: until then an auditor takes the site at its word, and says so', async () => {
    expect(await visitor.do(showPendingErasures, {})).toEqual({ pending: 1, together: 2, withinDays: 30 });
    const notChecked = expect.arrayContaining([expect.stringContaining('3 texts are gone of which no erasure on record tells yet')]);
    expect(await auditOf(platform)).toMatchObject({ exitCode: 0, erasures: 0, notChecked });
  }, 60_000);

  it('is done by an administrator on request, by the forms of the site, and stands among the acts of officials', async () => {
    const person = await registered(visitor);
    const part = await takePart(person.api);
    const { token } = await visitor.do(signIn, platform.operator);
    const form = (path: string, fields: Record<string, string>, session: string) =>
      fetch(platform.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: platform.origin, cookie: `isegoria_session=${session}` },
        body: new URLSearchParams({ key: `${person.id}-${fields['reason']}`.replaceAll(' ', '-'), ...fields }),
      });
    expect((await form(`/office/accounts/${person.id}/erasure`, { reason: 'Mine' }, person.token)).status).toBe(403);
    const answer = await form(`/office/accounts/${person.id}/erasure`, { reason: 'Asked for by letter' }, token);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/office\/accounts\?after=\d+$/)]);
    const after = Number(/\d+$/.exec(answer.headers.get('location')!)![0]);
    await expectGone(part.question);
    await expect(person.api.ask(showOwnAccount, {})).rejects.toMatchObject(refused('SESSION_EXPIRED'));
    // The two of them are a batch.
    await eventually(async () => {
      const { items } = await visitor.as({ after }).ask(listOfficialActions, { kind: 'erasure-ordered' });
      expect(items).toMatchObject([{ reason: 'Asked for by letter' }]);
    }, 10_000);
    const ownErasure = office.do(eraseOwnAccount, { password: platform.operator.password });
    await expect(ownErasure).rejects.toMatchObject(refused('OWN_ADMINISTRATOR_ROLE'));
  }, 60_000);

  it('verifies for an auditor who reads the bodies of account events too', async () => {
    expect(await visitor.do(showPendingErasures, {})).toMatchObject({ pending: 0 });
    const auditor = await registered(visitor);
    await office.do(grantRole, { accountId: auditor.id, unit: rootUnit, role: 'auditor' });
    await eventually(async () => expect(await auditOf(platform, auditor.token)).toMatchObject({ exitCode: 0, erasures: 2 }), 30_000);
  }, 120_000);
});

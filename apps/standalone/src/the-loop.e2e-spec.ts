import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  answerQuestion,
  askQuestion,
  castPollBallot,
  castStatementVote,
  checkReceipt,
  closeConsultation,
  confirmEmail,
  draftPage,
  grantRole,
  listStatements,
  publishOutcome,
  publishPage,
  readMailbox,
  registerAccount,
  rejectStatement,
  rootUnit,
  showConsultation,
  showMyBallot,
  showOwnAccount,
  showPage,
  showQuestion,
  showResults,
  submitComment,
  submitStatement,
  undoStatementDecision,
  watchConsultation,
  type ReceiptCheck,
  type VoteChoice,
} from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { password, published } from './taking-part.fixture';

describe('the whole loop, from a draft to "you said, we did"', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  let office: ApiClient;
  let citizen: ApiClient;
  const address = `citizen-${Date.now()}@example.org`;

  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
    office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { id: accountId } = await office.ask(showOwnAccount, {});
    await office.do(grantRole, { accountId, unit: rootUnit, role: 'moderator' });
  });
  afterAll(() => platform.stop());

  it('a citizen registers, confirms by e-mail, and signs in', async () => {
    const begun = await visitor.do(registerAccount, { email: address, name: 'A citizen', password, language: 'ar' });
    citizen = visitor.as({ token: begun.token });
    const token = await eventually(async () => {
      const { items } = await visitor.do(readMailbox, {});
      return /token=([\w.-]+)/.exec(items.find(({ to }) => to === address)!.body)![1]!;
    });
    const { position } = await visitor.do(confirmEmail, { token, password });
    const account = await citizen.as({ after: position }).ask(showOwnAccount, {});
    expect(account).toMatchObject({ email: address, name: 'A citizen', language: 'ar', assurance: 'email', roles: [] });
    citizen = await visitor.signIn(address, password);
  });

  it('an official publishes an announcement that everyone reads', async () => {
    const news = { kind: 'announcement', title: 'News', body: 'Something *new*.', language: 'en' } as const;
    const { id: pageId, position } = await office.do(draftPage, news);
    await expect(visitor.as({ after: position }).ask(showPage, { pageId })).rejects.toMatchObject({ problem: { status: 404 } });
    const { position: after } = await office.do(publishPage, { pageId });
    expect(await visitor.as({ after }).ask(showPage, { pageId })).toMatchObject({ title: 'News', status: 'published' });
  });

  it('a deliberation takes votes, counts the last one, and shows at which levels', async () => {
    const { consultationId, activityId } = await published(office, { method: 'deliberation', statements: ['One', 'Two'] });
    const { items } = await visitor.ask(listStatements, { activityId });
    const { id: statementId } = items[0]!;
    const vote = (choice: VoteChoice) => citizen.do(castStatementVote, { activityId, statementId, choice });
    const replaced = await vote('agree');
    const { position, receipt } = await vote('disagree');
    const results = await visitor.as({ after: position }).ask(showResults, { consultationId });
    const figures = results.activities[0]!;
    expect(figures).toMatchObject({ activityId, method: 'deliberation', participants: 1 });
    expect(figures.participantsByAssurance).toEqual({ anonymous: 0, email: 1, attested: 0, register: 0, eid: 0 });
    expect(figures.statements.find(({ id }) => id === statementId)).toMatchObject({ agrees: 0, disagrees: 1, passes: 0, text: 'One' });
    expect(results.position).toBeGreaterThanOrEqual(position);
    const mine = await citizen.ask(showMyBallot, { consultationId });
    expect(mine.activities).toMatchObject([{ activityId, votes: [{ statementId, choice: 'disagree' }] }]);
    const { proof } = await checkedReceipt(receipt!);
    const expected = { valid: true, replacedBy: proof!.seq, late: false };
    expect(await visitor.do(checkReceipt, { receipt: replaced.receipt! })).toMatchObject(expected);
  });

  it('a statement that a citizen adds waits for the moderator', async () => {
    const { consultationId, activityId } = await published(office, { method: 'deliberation', statements: ['One', 'Two'] });
    const { id: statementId, position: added } = await citizen.do(submitStatement, { activityId, text: 'مقترح من مواطن' });
    const vote = () => citizen.do(castStatementVote, { activityId, statementId, choice: 'agree' });
    await expect(vote()).rejects.toMatchObject({ problem: { code: 'STATEMENT_NOT_ACCEPTED' } });
    const pending = await office.as({ after: added }).ask(listStatements, { activityId, status: 'pending' });
    expect(pending.items).toMatchObject([{ id: statementId, text: 'مقترح من مواطن' }]);
    const undo = async () => (await office.do(undoStatementDecision, { statementId })).position;
    const waiting = async (after: number) => (await office.as({ after }).ask(listStatements, { activityId, status: 'pending' })).items;
    await office.do(rejectStatement, { statementId, reason: 'A slip.' });
    expect(await waiting(await undo())).toMatchObject([{ id: statementId, rejectionReason: null }]);
    await office.do(acceptStatement, { statementId });
    expect(await waiting(await undo())).toMatchObject([{ id: statementId, status: 'pending' }]);
    await expect(undo()).rejects.toMatchObject({ problem: { code: 'DECISION_STANDS' } });
    await expect(vote()).rejects.toMatchObject({ problem: { code: 'STATEMENT_NOT_ACCEPTED' } });
    await office.do(acceptStatement, { statementId });
    const { position: after } = await vote();
    const results = await visitor.as({ after }).ask(showResults, { consultationId });
    expect(results.activities[0]!.statements.find(({ id }) => id === statementId)).toMatchObject({ agrees: 1, status: 'accepted' });
    await expect(undo()).rejects.toMatchObject({ problem: { code: 'VOTED_ON_SINCE' } });
  });

  it('a poll takes one ballot a person, is closed, and is answered', async () => {
    const { consultationId, activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    const cast = (option: string, idempotencyKey?: string) =>
      citizen.do(castPollBallot, { activityId, options: [option] }, { idempotencyKey });
    const first = await cast('2', 'my ballot');
    expect(await cast('2', 'my ballot')).toEqual(first);
    const unchanged = await cast('2', 'once more');
    await cast('1');
    // Late retries have the first answers and change nothing, and a key is of one request.
    expect([await cast('2', 'my ballot'), await cast('2', 'once more')]).toEqual([first, unchanged]);
    for (const used of ['my ballot', 'once more'])
      await expect(cast('1', used)).rejects.toMatchObject({ problem: { status: 422, code: 'IDEMPOTENCY_KEY_REUSED' } });
    await office.do(closeConsultation, { consultationId, reason: 'Enough was said.' });
    await expect(cast('2')).rejects.toMatchObject({ problem: { code: 'CONSULTATION_CLOSED' } });
    const { position: after } = await office.do(publishOutcome, { consultationId, youSaid: 'Red.', weDid: 'Painted it red.' });
    expect(await visitor.as({ after }).ask(showConsultation, { consultationId })).toMatchObject({
      status: 'decided',
      outcome: { weDid: 'Painted it red.' },
      participants: 1,
    });
    const [figures] = (await visitor.ask(showResults, { consultationId })).activities;
    expect(figures!.options.map(({ text, votes }) => [text, votes])).toEqual([
      ['Red', 1],
      ['Green', 0],
    ]);
    expect(figures!.votesCast).toBe(2);
  });

  it('a question gets a public answer, and open ones are told apart', async () => {
    const { consultationId } = await published(office, { method: 'deliberation', statements: ['One', 'Two'] });
    const comment = await citizen.do(submitComment, { consultationId, text: 'A comment' });
    const asked = await citizen.do(askQuestion, { consultationId, text: 'Why?' });
    await citizen.do(askQuestion, { consultationId, text: 'When?' });
    const { position: after } = await office.do(answerQuestion, { questionId: asked.id, text: 'Because.' });
    const question = await visitor.as({ after }).ask(showQuestion, { questionId: asked.id });
    expect(question).toMatchObject({ status: 'answered', answer: 'Because.', text: 'Why?' });
    // Questions and results are of two groups of read models: one that has come so far says nothing of the other.
    const results = await visitor.as({ after }).ask(showResults, { consultationId });
    expect([results.questions, results.comments]).toEqual([{ open: 1, answered: 1, withdrawn: 0 }, 1]);
    for (const { receipt } of [comment, asked]) await checkedReceipt(receipt!);
  });

  it('the page hears of new votes while it is open', async () => {
    const { consultationId, activityId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    const live = await visitor.open(watchConsultation, { consultationId });
    const reader = live.body!.getReader();
    const { position } = await citizen.do(castPollBallot, { activityId, options: ['1'] });
    let heard = '';
    while (!heard.includes('event: advanced')) heard += new TextDecoder().decode((await reader.read()).value);
    expect(Number(/"position":(\d+)/.exec(heard)![1])).toBeGreaterThanOrEqual(position);
    await reader.cancel();
  });

  async function checkedReceipt(receipt: string): Promise<ReceiptCheck> {
    return eventually(async () => {
      const check = await visitor.do(checkReceipt, { receipt });
      expect(check.valid).toBe(true);
      return check;
    }, 20_000);
  }
});

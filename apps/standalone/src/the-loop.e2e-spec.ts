import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import type {
  Accepted,
  ConsultationResults,
  ConsultationView,
  MailboxMessage,
  MyBallot,
  PageView,
  QuestionView,
  ReceiptCheck,
  StatementView,
} from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';

const hour = 3_600_000;
const inAnHour = () => new Date(Date.now() + hour).toISOString();
const now = () => new Date().toISOString();

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
    const me = await office.get<{ id: string }>('/me');
    await office.put(`/accounts/${me.id}/roles/moderator`);
  });
  afterAll(() => platform.stop());

  it('a citizen registers, signs in, and confirms by e-mail', async () => {
    await visitor.post('/accounts', { email: address, name: 'A citizen', password: 'a long password', language: 'ar' });
    citizen = await visitor.signIn(address, 'a long password');
    const token = await eventually(async () => {
      const { items } = await visitor.get<{ items: MailboxMessage[] }>('/mailbox');
      return /token=([\w.-]+)/.exec(items.find(({ to }) => to === address)!.body)![1]!;
    });
    const { position } = await visitor.post<Accepted>('/accounts/confirmations', { token });
    expect(await citizen.get(`/me?after=${position}`)).toMatchObject({ email: address, name: 'A citizen', language: 'ar', assurance: 'confirmed', roles: ['citizen'] });
  });

  it('an official publishes an announcement that everyone reads', async () => {
    const draft = await office.post<Accepted>('/pages', { kind: 'announcement', title: 'News', body: 'Something *new*.', language: 'en' });
    await expect(visitor.get(`/pages/${draft.id}?after=${draft.position}`)).rejects.toMatchObject({ problem: { status: 404 } });
    const published = await office.post<Accepted>(`/pages/${draft.id}/publication`);
    expect(await visitor.get<PageView>(`/pages/${draft.id}?after=${published.position}`)).toMatchObject({ title: 'News', status: 'published' });
  });

  it('a deliberation takes votes, counts the last one, and shows who is verified', async () => {
    const id = await openConsultation({ kind: 'deliberation', statements: ['One', 'Two'] });
    const { items } = await visitor.get<{ items: StatementView[] }>(`/consultations/${id}/statements`);
    const [one] = items;
    const vote = (choice: string) => citizen.put<Accepted>(`/consultations/${id}/statements/${one!.id}/vote`, { choice });
    await vote('agree');
    const { position, receipt } = await vote('disagree');
    const results = await visitor.get<ConsultationResults>(`/consultations/${id}/results?after=${position}`);
    expect(results.participants).toBe(1);
    expect(results.participantsByAssurance).toEqual({ verified: 1, unverified: 0 });
    expect(results.statements.find(({ id: statementId }) => statementId === one!.id)).toMatchObject({ agrees: 0, disagrees: 1, passes: 0, text: 'One' });
    expect(results.position).toBeGreaterThanOrEqual(position);
    expect(await citizen.get<MyBallot>(`/consultations/${id}/my-ballot`)).toMatchObject({ votes: [{ statementId: one!.id, choice: 'disagree' }] });
    await checkedReceipt(receipt!);
  });

  it('a statement that a citizen adds waits for the moderator', async () => {
    const id = await openConsultation({ kind: 'deliberation', statements: ['One', 'Two'] });
    const added = await citizen.post<Accepted>(`/consultations/${id}/statements`, { text: 'مقترح من مواطن' });
    await expect(citizen.put(`/consultations/${id}/statements/${added.id}/vote`, { choice: 'agree' })).rejects.toMatchObject({
      problem: { code: 'STATEMENT_NOT_ACCEPTED' },
    });
    const pending = await office.get<{ items: StatementView[] }>(`/consultations/${id}/statements?status=pending&after=${added.position}`);
    expect(pending.items).toMatchObject([{ id: added.id, text: 'مقترح من مواطن' }]);
    await office.post(`/statements/${added.id}/acceptance`);
    const vote = await citizen.put<Accepted>(`/consultations/${id}/statements/${added.id}/vote`, { choice: 'agree' });
    const results = await visitor.get<ConsultationResults>(`/consultations/${id}/results?after=${vote.position}`);
    expect(results.statements.find((statement) => statement.id === added.id)).toMatchObject({ agrees: 1, status: 'accepted' });
  });

  it('a poll takes one ballot a person, is closed, and is answered', async () => {
    const id = await openConsultation({ kind: 'poll', options: ['Red', 'Green'] });
    const key = { idempotencyKey: 'my ballot' };
    const first = await citizen.put<Accepted>(`/consultations/${id}/ballot`, { options: ['2'] }, key);
    const again = await citizen.put<Accepted>(`/consultations/${id}/ballot`, { options: ['2'] }, key);
    expect(again).toEqual(first);
    await citizen.put(`/consultations/${id}/ballot`, { options: ['1'] });
    await office.post(`/consultations/${id}/closure`, { reason: 'Enough was said.' });
    await expect(citizen.put(`/consultations/${id}/ballot`, { options: ['2'] })).rejects.toMatchObject({ problem: { code: 'CONSULTATION_CLOSED' } });
    const outcome = await office.post<Accepted>(`/consultations/${id}/outcome`, { youSaid: 'Red.', weDid: 'Painted it red.' });
    expect(await visitor.get<ConsultationView>(`/consultations/${id}?after=${outcome.position}`)).toMatchObject({
      phase: 'decided',
      outcome: { weDid: 'Painted it red.' },
      participants: 1,
    });
    const results = await visitor.get<ConsultationResults>(`/consultations/${id}/results`);
    expect(results.options.map(({ text, votes }) => [text, votes])).toEqual([['Red', 1], ['Green', 0]]);
    expect(results.votesCast).toBe(2);
  });

  it('a question gets a public answer, and open ones are told apart', async () => {
    const id = await openConsultation({ kind: 'deliberation', statements: ['One', 'Two'] });
    const comment = await citizen.post<Accepted>(`/consultations/${id}/comments`, { text: 'A comment' });
    const asked = await citizen.post<Accepted>('/questions', { consultationId: id, text: 'Why?' });
    await citizen.post('/questions', { consultationId: id, text: 'When?' });
    const answered = await office.post<Accepted>(`/questions/${asked.id}/answers`, { text: 'Because.' });
    expect(await visitor.get<QuestionView>(`/questions/${asked.id}?after=${answered.position}`)).toMatchObject({ status: 'answered', answer: 'Because.', text: 'Why?' });
    const results = await visitor.get<ConsultationResults>(`/consultations/${id}/results`);
    expect([results.questions, results.comments]).toEqual([{ open: 1, answered: 1 }, 1]);
    for (const { receipt } of [comment, asked]) await checkedReceipt(receipt!);
  });

  it('the page hears of new votes while it is open', async () => {
    const id = await openConsultation({ kind: 'poll', options: ['Red', 'Green'] });
    const abort = new AbortController();
    const live = await fetch(`${platform.origin}/api/v1/consultations/${id}/live`, { signal: abort.signal });
    const reader = live.body!.getReader();
    const { position } = await citizen.put<Accepted>(`/consultations/${id}/ballot`, { options: ['1'] });
    let heard = '';
    while (!heard.includes('event: advanced')) heard += new TextDecoder().decode((await reader.read()).value);
    expect(Number(/"position":(\d+)/.exec(heard)![1])).toBeGreaterThanOrEqual(position);
    abort.abort();
  });

  async function openConsultation(draft: object): Promise<string> {
    const { id } = await office.post<Accepted>('/consultations', { title: 'A question', description: 'About it.', language: 'en', ...draft });
    const { position } = await office.post<Accepted>(`/consultations/${id}/publication`, { opensAt: now(), closesAt: inAnHour() });
    await visitor.get(`/consultations/${id}?after=${position}`);
    return id;
  }

  async function checkedReceipt(receipt: string): Promise<void> {
    await eventually(async () => {
      const check = await visitor.post<ReceiptCheck>('/receipts/checks', { receipt });
      expect(check.valid).toBe(true);
    }, 20_000);
  }
});

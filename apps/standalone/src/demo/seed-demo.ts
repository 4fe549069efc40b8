import { createHash } from 'node:crypto';
import { SingleBar } from 'cli-progress';
import { ApiClient, allPages, unless } from '@isegoria/api-client';
import {
  answerQuestion,
  askQuestion,
  castPollBallot,
  castStatementVote,
  closeConsultation,
  confirmEmail,
  draftConsultation,
  draftPage,
  grantRole,
  importAccounts,
  listStatements,
  publishConsultation,
  publishOutcome,
  publishPage,
  readMailbox,
  registerAccount,
  showConsultation,
  showOwnAccount,
  submitComment,
  type Accepted,
  type DraftConsultation,
  type PageKind,
  type StatementView,
  type VoteChoice,
} from '@isegoria/contracts';
import { demoAccounts, demoPassword } from './demo-accounts';
import { announcements, closedPoll, comments, currents, deliberation, information, poll, questions } from './demo-content';

const citizens = 60;
const day = 86_400_000;

/**
 * Fills an empty platform with a small demo, through the public API alone: every demo answer took the way of a real one.
 * Every request has a key of its own, so that an interrupted seeding goes on where it was.
 */
export async function seedDemo(origin: string, operator: { email: string; password: string }): Promise<void> {
  const office = await new ApiClient(origin).signIn(operator.email, operator.password);
  const bar = new SingleBar({ format: '  demo [{bar}] {value}/{total}', noTTYOutput: true, notTTYSchedule: 5_000, hideCursor: true });
  bar.start(demoAccounts.length + 4 + citizens * 3, 0);
  const done = () => bar.increment();

  for (const account of demoAccounts) await makeAccount(origin, office, account).then(done);
  for (const page of announcements) await makePage(office, 'announcement', page).then(done);
  await makePage(office, 'information', information).then(done);

  const busNetwork = await openConsultation(office, { kind: 'deliberation', ...deliberation }, 21 * day);
  const townHall = await openConsultation(office, { kind: 'poll', ...without(poll, 'weights') }, 14 * day);
  const libraries = await openConsultation(office, { kind: 'poll', ...without(closedPoll, 'weights', 'outcome') }, day);
  done();
  const people = await importPeople(office);
  const reader = office.as({ after: busNetwork.position });
  const statements = await allPages((cursor) => reader.ask(listStatements, { consultationId: busNetwork.id, cursor }));

  for (const [index, accountId] of people.entries()) {
    await castVotes(office, busNetwork.id, statements, accountId, index).then(done);
    await castBallot(office, townHall.id, poll.weights, accountId, index).then(done);
    await castBallot(office, libraries.id, closedPoll.weights, accountId, index).then(done);
  }
  await talk(origin, office, busNetwork.id);
  await close(office, libraries.id);
  bar.stop();
}

async function makeAccount(origin: string, office: ApiClient, { email, name, role }: (typeof demoAccounts)[number]): Promise<void> {
  const visitor = new ApiClient(origin);
  await visitor.do(registerAccount, { email, name, password: demoPassword, language: 'en' }, { idempotencyKey: `demo ${email}` });
  const { items } = await visitor.do(readMailbox, {});
  const token = /token=([\w.-]+)/.exec(items.find(({ to }) => to === email)?.body ?? '')?.[1];
  if (token) await visitor.do(confirmEmail, { token }).catch(unless('CONFIRMATION_INVALID'));
  if (role === 'citizen') return;
  const citizen = await visitor.signIn(email, demoPassword);
  const { id: accountId } = await citizen.ask(showOwnAccount, {});
  await office.do(grantRole, { accountId, role });
}

async function makePage(office: ApiClient, kind: PageKind, page: { title: string; body: string }): Promise<void> {
  const { id: pageId } = await office.do(draftPage, { kind, language: 'en', ...page }, { idempotencyKey: `demo page ${page.title}` });
  await office.do(publishPage, { pageId });
}

async function openConsultation(office: ApiClient, draft: Omit<DraftConsultation, 'language'>, duration: number): Promise<Accepted> {
  const drafted = await office.do(draftConsultation, { language: 'en', ...draft }, { idempotencyKey: `demo consultation ${draft.title}` });
  const now = Date.now();
  const dates = { opensAt: new Date(now).toISOString(), closesAt: new Date(now + duration).toISOString() };
  const published = await office.do(publishConsultation, { consultationId: drafted.id, ...dates }).catch(unless('ALREADY_DONE'));
  return { id: drafted.id, position: published?.position ?? drafted.position };
}

async function importPeople(office: ApiClient): Promise<string[]> {
  const externalIds = Array.from({ length: citizens }, (_, index) => `citizen ${index + 1}`);
  const { accounts } = await office.do(importAccounts, { source: 'demo', externalIds });
  return accounts.map(({ accountId }) => accountId);
}

async function castVotes(
  office: ApiClient,
  consultationId: string,
  statements: readonly StatementView[],
  accountId: string,
  person: number,
): Promise<void> {
  const current = person / citizens < currents[0]!.share ? currents[0]! : currents[1]!;
  for (const [index, { id: statementId }] of statements.entries()) {
    if (chance(`skip ${person} ${index}`) < 0.2) continue;
    const choice = choiceOf(current.agrees[index] ?? 0.5, `vote ${person} ${index}`);
    await office.do(castStatementVote, { consultationId, statementId, choice }, voiceOf(accountId, `vote ${statementId}`, person));
  }
}

function choiceOf(agrees: number, name: string): VoteChoice {
  const drawn = chance(name);
  return drawn < agrees ? 'agree' : drawn < agrees + (1 - agrees) * 0.7 ? 'disagree' : 'pass';
}

async function castBallot(
  office: ApiClient,
  consultationId: string,
  weights: readonly number[],
  accountId: string,
  person: number,
): Promise<void> {
  let left = chance(`ballot ${consultationId.length} ${weights.join()} ${person}`);
  const option = weights.findIndex((weight) => (left -= weight) < 0);
  const options = [String(Math.max(option, 0) + 1)];
  await office.do(castPollBallot, { consultationId, options }, voiceOf(accountId, `ballot ${consultationId}`, person));
}

function voiceOf(accountId: string, what: string, person: number) {
  const originalTime = new Date(Date.now() - (citizens - person) * 60_000).toISOString();
  return { idempotencyKey: `demo ${what} ${accountId}`, onBehalfOf: { accountId, originalTime } };
}

async function talk(origin: string, office: ApiClient, consultationId: string): Promise<void> {
  const citizen = await new ApiClient(origin).signIn('citizen@example.org', demoPassword);
  for (const text of comments) await citizen.do(submitComment, { consultationId, text }, { idempotencyKey: `demo ${text}` });
  for (const { text, answer } of questions) {
    const { id } = await citizen.do(askQuestion, { consultationId, text }, { idempotencyKey: `demo ${text}` });
    if (answer) await office.do(answerQuestion, { questionId: id, text: answer }, { idempotencyKey: `demo answer ${id}` });
  }
}

/** The last step of the demo: returns when everybody can read it. */
async function close(office: ApiClient, consultationId: string): Promise<void> {
  const reason = 'The demo shows a consultation that is over.';
  const closed = await office.do(closeConsultation, { consultationId, reason }).catch(unless('ALREADY_DONE'));
  const { phase } = await office.as({ after: closed?.position }).ask(showConsultation, { consultationId });
  if (phase === 'decided') return;
  const key = { idempotencyKey: `demo outcome ${consultationId}` };
  const { position } = await office.do(publishOutcome, { consultationId, ...closedPoll.outcome }, key);
  await office.as({ after: position }).ask(showConsultation, { consultationId });
}

/** A number from 0 to 1 that is always the same for the same name, so that every demo is alike. */
function chance(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
}

function without<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

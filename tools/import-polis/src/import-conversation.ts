import { ApiProblem, allPages, unless, type ApiClient } from '@isegoria/api-client';
import {
  acceptStatement,
  castStatementVote,
  closeConsultation,
  draftConsultation,
  importAccounts,
  listConsultations,
  listStatements,
  publishConsultation,
  rejectStatement,
  showConsultation,
  submitStatement,
  type DraftPhase,
} from '@isegoria/contracts';
import type { Conversation, Statement, Vote } from './conversation';
import { inLanes, pace } from './pace';

const accountsAtOnce = 500;
const inHand = 48;
const open = 365 * 86_400_000;
const retryFor = 60_000;

export interface Progress {
  total(count: number): void;
  done(): void;
}

export interface ImportOutcome {
  readonly consultationId: string;
  readonly wasThere: boolean;
  /** The log position that includes everything. */
  readonly position: number;
  /** Contributions of people who were erased since an earlier import. What that import brought in of theirs stays. */
  readonly leftOut: number;
}

/**
 * Replays the conversation as its importing office, through the commands that citizens use. Every request has a key, so a repeat adds
 * nothing.
 */
export async function importConversation(
  office: ApiClient,
  conversation: Conversation,
  { rate, keepOpen, progress }: { rate: number; keepOpen: boolean; progress: Progress },
): Promise<ImportOutcome> {
  const source = `polis/${conversation.name}`;
  const consultationId = await openConsultation(office, conversation, source);
  const { status, activities } = await office.ask(showConsultation, { consultationId });
  if (status === 'closed' || status === 'decided') return { consultationId, wasThere: true, position: 0, leftOut: 0 };

  const activityId = activities[0]!.id;
  progress.total(conversation.statements.length + conversation.votes.length);
  const accounts = await importPeople(office, conversation, source);
  let position = 0;
  const voice = (person: string, at: string, what: string) => ({
    idempotencyKey: `${source} ${what}`,
    onBehalfOf: { accountId: accounts.get(person)!, originalTime: at },
  });

  let leftOut = 0;
  const unlessErased = (error: unknown): undefined => {
    unless('ACCOUNT_ERASED')(error);
    leftOut += 1;
  };

  const statementIds = await statementsThere(office, activityId);
  await inLanes(
    conversation.statements,
    ({ author }) => author,
    inHand,
    async ({ id, author, at, text }: Statement) => {
      const accepted = await patiently(() =>
        office.do(submitStatement, { activityId, text, externalId: id }, voice(author, at, `statement ${id}`)).catch(unlessErased),
      );
      if (accepted) statementIds.set(id, accepted.id);
      position = Math.max(position, accepted?.position ?? 0);
      progress.done();
    },
  );

  const paced = pace(rate);
  await inLanes(
    conversation.votes,
    ({ voter }) => voter,
    inHand,
    async ({ statement, voter, at, choice, line }: Vote) => {
      await paced();
      const statementId = statementIds.get(statement);
      // Without one, its author was erased before it was ever imported.
      if (statementId === undefined) leftOut += 1;
      else {
        const vote = { activityId, statementId, choice };
        const spoken = voice(voter, at, `vote ${line} ${at}`);
        const accepted = await patiently(() => office.do(castStatementVote, vote, spoken).catch(unlessErased));
        position = Math.max(position, accepted?.position ?? 0);
      }
      progress.done();
    },
  );

  position = Math.max(position, await moderate(office, activityId, conversation, statementIds, position));
  if (!keepOpen) position = Math.max(position, await close(office, consultationId));
  return { consultationId, wasThere: false, position, leftOut };
}

async function openConsultation(office: ApiClient, { topic, description, url }: Conversation, source: string): Promise<string> {
  const existing = await existingConsultation(office, source);
  if (existing) return existing;
  const phases: DraftPhase[] = [{ activities: [{ method: 'deliberation', moderation: 'after' }] }];
  const draft = {
    title: topic.slice(0, 200),
    description: description || `Imported from ${url}`,
    language: 'en',
    phases,
    externalId: source,
  } as const;
  const { id: consultationId } = await patiently(() => office.do(draftConsultation, draft, { idempotencyKey: source }));
  const now = Date.now();
  const dates = { opensAt: new Date(now).toISOString(), closesAt: new Date(now + open).toISOString() };
  const published = await patiently(() =>
    office.do(publishConsultation, { consultationId, phases: [dates] }).catch(unless('ALREADY_DONE')),
  );
  if (published) await office.as({ after: published.position }).ask(showConsultation, { consultationId });
  return consultationId;
}

/** One that was published before: drafting it again would be harmless, publishing it again might move its dates. */
async function existingConsultation(office: ApiClient, source: string): Promise<string | undefined> {
  const consultations = await allPages((cursor) => office.ask(listConsultations, { cursor }));
  return consultations.find(({ externalId, status }) => externalId === source && status !== 'draft')?.id;
}

/** Statements of an earlier run, by their numbers in the conversation. */
async function statementsThere(office: ApiClient, activityId: string): Promise<Map<string, string>> {
  const statements = await allPages((cursor) => office.ask(listStatements, { activityId, cursor }));
  return new Map(statements.flatMap(({ externalId, id }) => (externalId === null ? [] : [[externalId, id] as const])));
}

async function importPeople(office: ApiClient, { statements, votes }: Conversation, source: string): Promise<Map<string, string>> {
  const people = [...new Set([...statements.map(({ author }) => author), ...votes.map(({ voter }) => voter)])];
  const accounts = new Map<string, string>();
  for (let from = 0; from < people.length; from += accountsAtOnce) {
    const externalIds = people.slice(from, from + accountsAtOnce);
    const imported = await patiently(() => office.do(importAccounts, { source, externalIds }));
    for (const { externalId, accountId } of imported.accounts) accounts.set(externalId, accountId);
  }
  return accounts;
}

async function moderate(
  office: ApiClient,
  activityId: string,
  { statements }: Conversation,
  ids: ReadonlyMap<string, string>,
  after: number,
): Promise<number> {
  const reader = office.as({ after });
  const current = await allPages((cursor) => reader.ask(listStatements, { activityId, status: 'pending', cursor }));
  const pending = new Set(current.map(({ id }) => id));
  let position = after;
  await inLanes(
    statements,
    ({ id }) => id,
    inHand,
    async ({ id, moderation }) => {
      const statementId = ids.get(id);
      if (moderation === 'none' || statementId === undefined || !pending.has(statementId)) return;
      const accepted = await patiently(() =>
        moderation === 'accepted'
          ? office.do(acceptStatement, { statementId })
          : office.do(rejectStatement, { statementId, reason: 'Rejected by the moderators of the original conversation.' }),
      );
      position = Math.max(position, accepted.position);
    },
  );
  return position;
}

async function close(office: ApiClient, consultationId: string): Promise<number> {
  const reason = 'The original conversation is over.';
  const accepted = await patiently(() => office.do(closeConsultation, { consultationId, reason }).catch(unless('ALREADY_DONE')));
  return accepted?.position ?? 0;
}

/** Repeats a request while a part of the platform restarts: its key makes that harmless. */
async function patiently<T>(request: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + retryFor;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      const passing = !(error instanceof ApiProblem) || ['UNAVAILABLE', 'TOO_MANY_REQUESTS', 'INTERNAL'].includes(error.problem.code);
      if (!passing || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

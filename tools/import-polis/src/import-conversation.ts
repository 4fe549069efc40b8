import { allPages, unless, type ApiClient } from '@isegoria/api-client';
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
  type Accepted,
} from '@isegoria/contracts';
import { draftOf, peopleOf, sourceOf } from './check';
import type { Conversation, Statement, Vote } from './conversation';
import { HowFar } from './how-far';
import { inLanes, pace } from './pace';

const accountsAtOnce = 500;
const inHand = 48;
const open = 365 * 86_400_000;
/** In milliseconds. */
export const repeatsFor = 60_000;

export interface Progress {
  total(count: number): void;
  done(count?: number): void;
}

export interface ImportOptions {
  /** Votes a second at most. */
  readonly rate: number;
  readonly keepOpen: boolean;
  readonly language: string;
  /** The file that remembers how far the import is. */
  readonly progressFile: string;
  readonly progress: Progress;
}

export interface ImportOutcome {
  readonly consultationId: string;
  readonly wasThere: boolean;
  /** The log position that includes everything. */
  readonly position: number;
  /** Contributions of people who were erased since an earlier import. What that import brought in of theirs stays. */
  readonly leftOut: number;
  /** Those of them that are votes. */
  readonly votesLeftOut: readonly Vote[];
}

/**
 * Replays the conversation, which is checked, as its importing office, through the commands that citizens use. Every contribution has a
 * key, so that a repeat adds nothing and changes nothing, whatever came after it.
 */
export async function importConversation(by: ApiClient, conversation: Conversation, options: ImportOptions): Promise<ImportOutcome> {
  const office = by.as({ repeatsFor });
  const { rate, keepOpen, language, progressFile, progress } = options;
  const source = sourceOf(conversation);
  const consultationId = await openConsultation(office, conversation, language);
  const { status, phases, activities } = await office.ask(showConsultation, { consultationId });
  if (status === 'closed' || status === 'decided') return { consultationId, wasThere: true, position: 0, leftOut: 0, votesLeftOut: [] };

  const activityId = activities[0]!.id;
  const howFar = new HowFar(progressFile, { consultationId, opensAt: phases[0]!.opensAt, votesDigest: conversation.votesDigest });
  progress.total(conversation.statements.length + conversation.votes.length);
  const accounts = await importPeople(office, conversation, source);
  let position = howFar.position;
  let statementsLeftOut = 0;
  const voice = (person: string, at: string, what: string) => ({
    idempotencyKey: keyFor(consultationId, what),
    onBehalfOf: { accountId: accounts.get(person)!, originalTime: at },
  });

  const statementIds = await statementsThere(office, activityId);
  await inLanes(
    conversation.statements,
    ({ author }) => author,
    inHand,
    async ({ id, author, at, text }: Statement) => {
      if (!statementIds.has(id)) {
        const statement = { activityId, text, externalId: id };
        const spoken = voice(author, at, `statement ${id}`);
        const accepted = await office.do(submitStatement, statement, spoken).catch(unless('ACCOUNT_ERASED'));
        if (accepted) statementIds.set(id, accepted.id);
        else statementsLeftOut += 1;
        position = Math.max(position, accepted?.position ?? 0);
      }
      progress.done();
    },
  );

  const paced = pace(rate);
  const first = howFar.votes;
  progress.done(first);
  const rest = conversation.votes.slice(first).map((vote, index) => ({ vote, row: first + index }));
  await inLanes(
    rest,
    ({ vote }) => vote.voter,
    inHand,
    async ({ vote, row }) => {
      await paced();
      howFar.done(row, (await castVote(vote))?.position);
      progress.done();
    },
  ).finally(() => howFar.save());
  position = Math.max(position, howFar.position);

  const moderating = { consultationId, activityId, statementIds, after: position };
  position = Math.max(position, await moderate(office, conversation, moderating));
  if (!keepOpen) position = Math.max(position, await close(office, consultationId));
  howFar.end();
  const votesLeftOut = howFar.leftOut.map((row) => conversation.votes[row]!);
  return { consultationId, wasThere: false, position, leftOut: statementsLeftOut + votesLeftOut.length, votesLeftOut };

  /** Undefined for a vote of somebody who was erased, or on a statement that was never imported because its author was. */
  async function castVote({ statement, voter, time, choice, line }: Vote): Promise<Accepted | undefined> {
    const statementId = statementIds.get(statement);
    if (statementId === undefined) return undefined;
    const at = new Date(time).toISOString();
    const spoken = voice(voter, at, `vote ${line} ${at}`);
    return office.do(castStatementVote, { activityId, statementId, choice }, spoken).catch(unless('ACCOUNT_ERASED'));
  }
}

/** The id is the same for every run, and of the characters that a key may have, as the name of a folder may not be. */
const keyFor = (consultationId: string, what: string): string => `polis ${consultationId} ${what}`;

async function openConsultation(office: ApiClient, conversation: Conversation, language: string): Promise<string> {
  const existing = await existingConsultation(office, sourceOf(conversation));
  if (existing) return existing;
  // The source names it: drafted again, it is the same.
  const { id: consultationId } = await office.do(draftConsultation, draftOf(conversation, language));
  const now = Date.now();
  const dates = { opensAt: new Date(now).toISOString(), closesAt: new Date(now + open).toISOString() };
  const published = await office.do(publishConsultation, { consultationId, phases: [dates] }).catch(unless('ALREADY_DONE'));
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

async function importPeople(office: ApiClient, conversation: Conversation, source: string): Promise<Map<string, string>> {
  const people = peopleOf(conversation);
  const accounts = new Map<string, string>();
  for (let from = 0; from < people.length; from += accountsAtOnce) {
    const externalIds = people.slice(from, from + accountsAtOnce);
    const imported = await office.do(importAccounts, { source, externalIds });
    for (const { externalId, accountId } of imported.accounts) accounts.set(externalId, accountId);
  }
  return accounts;
}

interface Moderating {
  readonly consultationId: string;
  readonly activityId: string;
  readonly statementIds: ReadonlyMap<string, string>;
  readonly after: number;
}

async function moderate(
  office: ApiClient,
  { statements }: Conversation,
  { consultationId, activityId, statementIds, after }: Moderating,
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
      const statementId = statementIds.get(id);
      if (moderation === 'none' || statementId === undefined || !pending.has(statementId)) return;
      const key = { idempotencyKey: keyFor(consultationId, `moderation ${id}`) };
      const accepted = await (moderation === 'accepted'
        ? office.do(acceptStatement, { statementId }, key)
        : office.do(rejectStatement, { statementId, reason: 'Rejected by the moderators of the original conversation.' }, key));
      position = Math.max(position, accepted.position);
    },
  );
  return position;
}

async function close(office: ApiClient, consultationId: string): Promise<number> {
  const reason = 'The original conversation is over.';
  const key = { idempotencyKey: keyFor(consultationId, 'closure') };
  const accepted = await office.do(closeConsultation, { consultationId, reason }, key).catch(unless('ALREADY_DONE'));
  return accepted?.position ?? 0;
}

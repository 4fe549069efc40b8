import type { Accepted, ConsultationSummary, ConsultationView, ImportedAccounts, StatementView } from '@isegoria/contracts';
import { ApiProblem, unless, type ApiClient } from '@isegoria/api-client';
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
  const { phase } = await office.get<ConsultationView>(`/consultations/${consultationId}`);
  if (phase === 'closed' || phase === 'decided') return { consultationId, wasThere: true, position: 0, leftOut: 0 };

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

  const statementIds = await statementsThere(office, consultationId);
  await inLanes(
    conversation.statements,
    ({ author }) => author,
    inHand,
    async ({ id, author, at, text }: Statement) => {
      const accepted = await patiently(() =>
        office
          .post<Accepted>(`/consultations/${consultationId}/statements`, { text, externalId: id }, voice(author, at, `statement ${id}`))
          .catch(unlessErased),
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
      const path = `/consultations/${consultationId}/statements/${statementId}/vote`;
      const cast = () => office.put<Accepted>(path, { choice }, voice(voter, at, `vote ${line} ${at}`)).catch(unlessErased);
      // Without one, its author was erased before it was ever imported.
      const accepted = statementId === undefined ? void (leftOut += 1) : await patiently(cast);
      position = Math.max(position, accepted?.position ?? 0);
      progress.done();
    },
  );

  position = Math.max(position, await moderate(office, consultationId, conversation, statementIds, position));
  if (!keepOpen) position = Math.max(position, await close(office, consultationId));
  return { consultationId, wasThere: false, position, leftOut };
}

async function openConsultation(office: ApiClient, { topic, description, url }: Conversation, source: string): Promise<string> {
  const existing = await existingConsultation(office, source);
  if (existing) return existing;
  const draft = {
    kind: 'deliberation',
    title: topic.slice(0, 200),
    description: description || `Imported from ${url}`,
    language: 'en',
    moderation: 'after',
    externalId: source,
  };
  const { id } = await patiently(() => office.post<Accepted>('/consultations', draft, { idempotencyKey: source }));
  const now = Date.now();
  const dates = { opensAt: new Date(now).toISOString(), closesAt: new Date(now + open).toISOString() };
  const published = await patiently(() => office.post<Accepted>(`/consultations/${id}/publication`, dates).catch(unless('ALREADY_DONE')));
  if (published) await office.get(`/consultations/${id}?after=${published.position}`);
  return id;
}

/** One that was published before: drafting it again would be harmless, publishing it again might move its dates. */
async function existingConsultation(office: ApiClient, source: string): Promise<string | undefined> {
  for (let page: number | null = 1; page !== null;) {
    const list: { items: ConsultationSummary[]; next: number | null } = await office.get(`/consultations?page=${page}`);
    const found = list.items.find(({ externalId, phase }) => externalId === source && phase !== 'draft');
    if (found) return found.id;
    page = list.next;
  }
  return undefined;
}

/** Statements of an earlier run, by their numbers in the conversation. */
async function statementsThere(office: ApiClient, consultationId: string): Promise<Map<string, string>> {
  const { items } = await office.get<{ items: StatementView[] }>(`/consultations/${consultationId}/statements`);
  return new Map(items.flatMap(({ externalId, id }) => (externalId === null ? [] : [[externalId, id] as const])));
}

async function importPeople(office: ApiClient, { statements, votes }: Conversation, source: string): Promise<Map<string, string>> {
  const people = [...new Set([...statements.map(({ author }) => author), ...votes.map(({ voter }) => voter)])];
  const accounts = new Map<string, string>();
  for (let from = 0; from < people.length; from += accountsAtOnce) {
    const externalIds = people.slice(from, from + accountsAtOnce);
    const imported = await patiently(() => office.post<ImportedAccounts>('/imports/accounts', { source, externalIds }));
    for (const { externalId, accountId } of imported.accounts) accounts.set(externalId, accountId);
  }
  return accounts;
}

async function moderate(
  office: ApiClient,
  consultationId: string,
  { statements }: Conversation,
  ids: ReadonlyMap<string, string>,
  after: number,
): Promise<number> {
  const current = await office.get<{ items: StatementView[] }>(`/consultations/${consultationId}/statements?status=pending&after=${after}`);
  const pending = new Set(current.items.map(({ id }) => id));
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
          ? office.post<Accepted>(`/statements/${statementId}/acceptance`)
          : office.post<Accepted>(`/statements/${statementId}/rejection`, {
              reason: 'Rejected by the moderators of the original conversation.',
            }),
      );
      position = Math.max(position, accepted.position);
    },
  );
  return position;
}

async function close(office: ApiClient, consultationId: string): Promise<number> {
  const reason = 'The original conversation is over.';
  const accepted = await patiently(() =>
    office.post<Accepted>(`/consultations/${consultationId}/closure`, { reason }).catch(unless('ALREADY_DONE')),
  );
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

import type { TakenEntry } from '../tree/taken-entry';

/** What somebody in office did, in words, where it was recorded. */
export interface Act {
  readonly seq: number;
  readonly at: string;
  readonly words: string;
  /** Null where it concerns none. */
  readonly consultation: string | null;
}

type Data = Readonly<Record<string, unknown>>;

const wordsOf: Readonly<Record<string, (data: Data) => string>> = {
  ConsultationDrafted: ({ title, by }) => `drafted by account ${by}: "${title}"`,
  ConsultationPublished: ({ by, opensAt, closesAt }) => `published by account ${by}, open from ${opensAt} to ${closesAt}`,
  ConsultationOpened: () => 'opened, since its date had come',
  ConsultationClosed: ({ by, reason }) => (by === null ? 'closed, since its date had come' : `closed before its date by account ${by}: "${reason}"`),
  OutcomePublished: ({ by, weDid }) => `outcome published by account ${by}: "${weDid}"`,
  StatementRejected: ({ statementId, by, reason }) => `statement ${statementId} rejected by account ${by}: "${reason}"`,
  CommentHidden: ({ commentId, by, reason }) => `comment ${commentId} hidden by account ${by}: "${reason}"`,
  BallotExcluded: ({ voter, by, reason }) => `ballot of ${voter} left out of the counts by account ${by}: "${reason}"`,
  BallotReinstated: ({ voter, by, reason }) => `ballot of ${voter} put back into the counts by account ${by}: "${reason}"`,
  QuestionAnswered: ({ questionId, by }) => `question ${questionId} answered by account ${by}`,
  ContributionsExported: ({ contents, by, purpose }) => `${contents} exported by account ${by}: "${purpose}"`,
  PagePublished: ({ pageId, by }) => `page ${pageId} published by account ${by}`,
  LogKeyIntroduced: ({ verifierKey }) => `the key ${verifierKey} begins to sign the log`,
  LogKeyRetired: ({ verifierKey }) => `the key ${verifierKey} signs the log no more`,
  SettingsChanged: ({ by, ...settings }) => `settings changed by account ${by}: ${JSON.stringify(settings)}`,
  ProjectionEventSkipped: ({ group, eventId, by, reason }) => `event ${eventId} left out of the read models "${group}" by account ${by}: "${reason}"`,
  PageWithdrawn: ({ pageId, by, reason }) => `page ${pageId} withdrawn by account ${by}: "${reason}"`,
};

/** That an account was erased, everybody sees; by whom and why, only auditors with an account. */
function erasureInWords(stream: string, data: Data | undefined): string {
  if (!data) return `${stream} erased`;
  return `account-${data.by}` === stream ? `${stream} erased by the person` : `${stream} erased by account ${data.by}: "${data.reason}"`;
}

/** The act that an entry records; undefined for what citizens do, but for the erasure of their accounts. */
export function actOf({ seq, leaf, body }: TakenEntry): Act | undefined {
  const at = leaf.time;
  // Of staff accounts everybody sees the leaves: that a role was given or taken, and whose.
  if (/^Role(Granted|Revoked)$/.test(leaf.type)) {
    const role = typeof body?.data.role === 'string' ? `role ${body.data.role}` : 'a role';
    return { seq, at, words: `${role} ${leaf.type === 'RoleGranted' ? 'given to' : 'taken from'} ${leaf.stream}`, consultation: null };
  }
  if (leaf.type === 'AccountErased') return { seq, at, words: erasureInWords(leaf.stream, body?.data), consultation: null };
  const words = body && wordsOf[leaf.type]?.(body.data);
  if (words === undefined) return undefined;
  const id = body?.data.consultationId;
  return { seq, at, words, consultation: typeof id === 'string' ? id : null };
}

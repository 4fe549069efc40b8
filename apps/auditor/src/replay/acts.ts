import { eventCatalogue, type DataOf, type EventType } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';

/** What somebody in office did, in words, where it was recorded. */
export interface Act {
  readonly seq: number;
  readonly at: string;
  readonly words: string;
  /** Null where it concerns none. */
  readonly consultation: string | null;
}

type Words<Type extends EventType> = (data: DataOf<Type>, stream: string) => string;

/** Every event in words; null for what citizens do and for what only makes an account ready. */
const wordsOf: { readonly [Type in EventType]: Words<Type> | null } = {
  PageDrafted: null,
  PageRevised: ({ pageId, by }) => `page ${pageId} revised by account ${by}`,
  PagePublished: ({ pageId, by }) => `page ${pageId} published by account ${by}`,
  PageWithdrawn: ({ pageId, by, reason }) => `page ${pageId} withdrawn by account ${by}: "${reason}"`,
  SettingsChanged: ({ by, ...settings }) => `settings changed by account ${by}: ${JSON.stringify(settings)}`,
  ConsultationDrafted: ({ title, by }) => `drafted by account ${by}: "${title}"`,
  ConsultationPublished: ({ by, opensAt, closesAt }) => `published by account ${by}, open from ${opensAt} to ${closesAt}`,
  ConsultationOpened: () => 'opened, since its date had come',
  ConsultationClosed: ({ by, reason }) =>
    by === null ? 'closed, since its date had come' : `closed before its date by account ${by}: "${reason}"`,
  OutcomePublished: ({ by, weDid }) => `outcome published by account ${by}: "${weDid}"`,
  StatementSubmitted: null,
  StatementAccepted: ({ statementId, by }) => `statement ${statementId} accepted by account ${by}`,
  StatementRejected: ({ statementId, by, reason }) => `statement ${statementId} rejected by account ${by}: "${reason}"`,
  StatementVoteCast: null,
  PollBallotCast: null,
  BallotExcluded: ({ voter, by, reason }) => `ballot of ${voter} left out of the counts by account ${by}: "${reason}"`,
  BallotReinstated: ({ voter, by, reason }) => `ballot of ${voter} put back into the counts by account ${by}: "${reason}"`,
  ContributionsExported: ({ contents, by, purpose }) => `${contents} exported by account ${by}: "${purpose}"`,
  CommentSubmitted: null,
  CommentHidden: ({ commentId, by, reason }) => `comment ${commentId} hidden by account ${by}: "${reason}"`,
  QuestionAsked: null,
  QuestionAnswered: ({ questionId, by }) => `question ${questionId} answered by account ${by}`,
  EmailClaimed: null,
  EmailReleased: null,
  AccountRegistered: null,
  AccountImported: null,
  EmailConfirmationRequested: null,
  EmailConfirmed: null,
  CredentialReissued: (_, stream) => `${stream} verified by a credential that an erased account had`,
  RoleGranted: ({ role }, stream) => `role ${role} given to ${stream}`,
  RoleRevoked: ({ role }, stream) => `role ${role} taken from ${stream}`,
  AccountErased: ({ by, reason }, stream) =>
    `account-${by}` === stream ? `${stream} erased by the person` : `${stream} erased by account ${by}: "${reason}"`,
  StaffSignedIn: null,
  StaffSignInFailed: null,
  LogKeyIntroduced: ({ verifierKey }) => `the key ${verifierKey} begins to sign the log`,
  LogKeyRetired: ({ verifierKey }) => `the key ${verifierKey} signs the log no more`,
  ProjectionEventSkipped: ({ group, eventId, by, reason }) =>
    `event ${eventId} left out of the read models "${group}" by account ${by}: "${reason}"`,
};

/** What everybody sees of events whose bodies only auditors with an account get: that it happened, and to which account. */
const wordsOfLeaves: Partial<Record<EventType, (stream: string) => string>> = {
  RoleGranted: (stream) => `a role given to ${stream}`,
  RoleRevoked: (stream) => `a role taken from ${stream}`,
  AccountErased: (stream) => `${stream} erased`,
  CredentialReissued: (stream) => `${stream} verified by a credential that an erased account had`,
};

/** The act that an entry records; undefined for what citizens do, but for the erasure of their accounts, and for what nobody here knows. */
export function actOf({ seq, leaf, body }: TakenEntry): Act | undefined {
  const type = eventCatalogue.of(leaf.type)?.type as EventType | undefined;
  if (!type) return undefined;
  const words = body ? (wordsOf[type] as Words<never> | null)?.(body.data as never, leaf.stream) : wordsOfLeaves[type]?.(leaf.stream);
  if (words === undefined) return undefined;
  const id = body?.data.consultationId;
  return { seq, at: leaf.time, words, consultation: typeof id === 'string' ? id : null };
}

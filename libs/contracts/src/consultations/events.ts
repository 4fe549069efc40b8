import { event, stream, type AssuranceLevel, type DomainEvent, type Language, type RecordedText } from '@isegoria/kernel';

export const consultationKinds = ['deliberation', 'poll'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

export const voteChoices = ['agree', 'disagree', 'pass'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** When added statements may be voted on: `before` = only once a moderator accepted them, `after` = at once, until one rejects them. */
export const moderationModes = ['before', 'after'] as const;
export type ModerationMode = (typeof moderationModes)[number];

export interface PollOption {
  readonly id: string;
  readonly text: string;
}

const consultationId = 'c0450000-0000-4000-8000-000000000001';
const by = '0ff1ce00-0000-4000-8000-000000000001';
const voter = '000102030405060708090a0b0c0d0e0f';

/** A consultation's own life only. */
const consultations = stream('consultation-<consultationId>', 'public');

/** `externalId` names an imported conversation. */
export type ConsultationDrafted = DomainEvent<
  'ConsultationDrafted',
  {
    consultationId: string;
    kind: ConsultationKind;
    title: string;
    description: string;
    language: Language;
    by: string;
    externalId: string | null;
    /** Deliberations only, else null. */
    moderation: ModerationMode | null;
    /** Polls only, else null. */
    poll: { multiple: boolean; options: readonly PollOption[] } | null;
  }
>;
export const consultationDrafted = event<ConsultationDrafted>('ConsultationDrafted', {
  stream: consultations,
  says: 'A consultation is begun; nobody outside sees it. `moderation` (`before`, `after`) is null in a poll, `poll` null elsewhere.',
  may: 'consult',
  sample: {
    consultationId,
    kind: 'poll',
    title: 'Lake park',
    description: 'What shall be built?',
    language: 'en',
    by,
    externalId: null,
    moderation: null,
    poll: { multiple: true, options: [{ id: '1', text: 'A pool' }, { id: '2', text: 'A garden' }] },
  },
});

export type ConsultationPublished = DomainEvent<
  'ConsultationPublished',
  { consultationId: string; opensAt: string; closesAt: string; by: string }
>;
export const consultationPublished = event<ConsultationPublished>('ConsultationPublished', {
  stream: consultations,
  says: 'Everybody sees the consultation and its dates. Again before the opening: new dates.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, opensAt: '2026-03-01T00:00:00.000Z', closesAt: '2026-04-01T00:00:00.000Z', by },
});

export type ConsultationOpened = DomainEvent<'ConsultationOpened', { consultationId: string }>;
export const consultationOpened = event<ConsultationOpened>('ConsultationOpened', {
  stream: consultations,
  says: 'Recorded when the opening date has come.',
  sample: { consultationId },
});

export type ConsultationClosed = DomainEvent<'ConsultationClosed', { consultationId: string; by: string | null; reason: string | null }>;
export const consultationClosed = event<ConsultationClosed>('ConsultationClosed', {
  stream: consultations,
  says: 'Recorded when the closing date has come (`by` and `reason` null), or when an official closed early and says why.',
  may: 'consult',
  orElse: 'by itself',
  act: { subject: 'consultationId' },
  sample: { consultationId, by, reason: 'The plan was withdrawn.' },
});

export type OutcomePublished = DomainEvent<'OutcomePublished', { consultationId: string; youSaid: string; weDid: string; by: string }>;
export const outcomePublished = event<OutcomePublished>('OutcomePublished', {
  stream: consultations,
  says: 'Closes the loop: "you said, we did". Again: a revision; the earlier one stays in the log.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, youSaid: 'You want a pool.', weDid: 'We build one.', by },
});
export type ConsultationEvent = ConsultationDrafted | ConsultationPublished | ConsultationOpened | ConsultationClosed | OutcomePublished;

const statements = stream('statement-<statementId>', 'public');
const statementId = '57a70000-0000-4000-8000-000000000001';

/** `author` is the pseudonym of the person who added it, null for one that the office put first. */
export type StatementSubmitted = DomainEvent<
  'StatementSubmitted',
  {
    statementId: string;
    consultationId: string;
    author: string | null;
    assurance: AssuranceLevel | null;
    text: RecordedText;
    externalId: string | null;
  }
>;
export const statementSubmitted = event<StatementSubmitted>('StatementSubmitted', {
  stream: statements,
  says: 'A statement to vote on; `text` is sealed. The office puts one in plain words, with `author` and `assurance` null.',
  sample: { statementId, consultationId, author: null, assurance: null, text: { plain: 'There should be a pool.' }, externalId: null },
});

export type StatementAccepted = DomainEvent<'StatementAccepted', { statementId: string; consultationId: string; by: string }>;
export const statementAccepted = event<StatementAccepted>('StatementAccepted', {
  stream: statements,
  says: 'It may be voted on. What the office puts first, the official who puts it accepts at once.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, by },
});

export type StatementRejected = DomainEvent<
  'StatementRejected',
  { statementId: string; consultationId: string; by: string; reason: string }
>;
export const statementRejected = event<StatementRejected>('StatementRejected', {
  stream: statements,
  says: 'It is not shown, and may not be voted on; the reason is shown.',
  may: 'moderate',
  act: { subject: 'statementId' },
  sample: { statementId, consultationId, by, reason: 'Names a private person.' },
});
export type StatementEvent = StatementSubmitted | StatementAccepted | StatementRejected;

/** Everything that one person cast in one consultation. */
const ballots = stream('ballot-<consultationId>-<voter>', 'public');

export type StatementVoteCast = DomainEvent<
  'StatementVoteCast',
  { consultationId: string; statementId: string; voter: string; choice: VoteChoice; assurance: AssuranceLevel }
>;
export const statementVoteCast = event<StatementVoteCast>('StatementVoteCast', {
  stream: ballots,
  says: 'A vote on a statement (`agree`, `disagree`, `pass`); for each statement the last one counts.',
  sample: { consultationId, statementId, voter, choice: 'agree', assurance: 'confirmed' },
});

/** `options` are option ids, in the poll's order, without repeats. */
export type PollBallotCast = DomainEvent<
  'PollBallotCast',
  { consultationId: string; voter: string; options: readonly string[]; assurance: AssuranceLevel }
>;
export const pollBallotCast = event<PollBallotCast>('PollBallotCast', {
  stream: ballots,
  says: 'A ballot in a poll; the last one counts.',
  sample: { consultationId, voter, options: ['1', '2'], assurance: 'attested' },
});

export type BallotExcluded = DomainEvent<'BallotExcluded', { consultationId: string; voter: string; by: string; reason: string }>;
export const ballotExcluded = event<BallotExcluded>('BallotExcluded', {
  stream: ballots,
  says: 'All that the person cast is left out of every count, for a reason that everybody may read. It cannot be changed then.',
  may: 'moderate',
  act: { subject: 'voter' },
  sample: { consultationId, voter, by, reason: 'Cast by a program.' },
});

export type BallotReinstated = DomainEvent<'BallotReinstated', { consultationId: string; voter: string; by: string; reason: string }>;
export const ballotReinstated = event<BallotReinstated>('BallotReinstated', {
  stream: ballots,
  says: 'What was left out counts again, as it was cast.',
  may: 'moderate',
  act: { subject: 'voter' },
  sample: { consultationId, voter, by, reason: 'A person came to the office.' },
});
/** What a person cast. */
export type CastEvent = StatementVoteCast | PollBallotCast;
export type BallotEvent = CastEvent | BallotExcluded | BallotReinstated;

/** What can be taken out of a consultation as one file. */
export const exportContents = ['statements', 'comments', 'questions', 'votes'] as const;
export type ExportContents = (typeof exportContents)[number];

const exportsMade = stream('export-<exportId>', 'public');

export type ContributionsExported = DomainEvent<
  'ContributionsExported',
  { exportId: string; consultationId: string; contents: ExportContents; purpose: string; by: string }
>;
export const contributionsExported = event<ContributionsExported>('ContributionsExported', {
  stream: exportsMade,
  says:
    'Somebody of the staff takes a copy of what people contributed (`statements`, `comments`, `questions`, `votes`); recorded before the file ' +
    'is given.',
  may: 'export',
  act: { subject: 'exportId', reason: 'purpose' },
  sample: { exportId: 'e0900000-0000-4000-8000-000000000001', consultationId, contents: 'votes', purpose: 'For the report.', by },
});

export type ConsultationsEvent = ConsultationEvent | StatementEvent | BallotEvent | ContributionsExported;

export const eventsOfConsultations = [
  consultationDrafted,
  consultationPublished,
  consultationOpened,
  consultationClosed,
  outcomePublished,
  statementSubmitted,
  statementAccepted,
  statementRejected,
  statementVoteCast,
  pollBallotCast,
  ballotExcluded,
  ballotReinstated,
  contributionsExported,
] as const;

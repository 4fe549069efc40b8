import { event, stream, type DomainEvent } from '@isegoria/kernel';
import type { Language } from '@isegoria/texts';
import { ballots, sampleIds } from './ballot/ballot.contract';
import type { StatementEvent } from './methods/deliberation/statement-events.contract';
import { eventsOfMethods, type CastEvent } from './methods/methods-events.contract';
import type { ConsultationKind, ExportContents, MethodSettings } from './methods/methods.contract';

const { consultationId, voter, by } = sampleIds;

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
  } & MethodSettings
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
    poll: {
      multiple: true,
      options: [
        { id: '1', text: 'A pool' },
        { id: '2', text: 'A garden' },
      ],
    },
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
export type BallotEvent = CastEvent | BallotExcluded | BallotReinstated;

const exportsMade = stream('export-<exportId>', 'public');

export type ContributionsExported = DomainEvent<
  'ContributionsExported',
  { exportId: string; consultationId: string; contents: ExportContents; purpose: string; by: string }
>;
export const contributionsExported = event<ContributionsExported>('ContributionsExported', {
  stream: exportsMade,
  says:
    'Somebody of the staff takes a copy of what people contributed (`statements`, `comments`, `questions`, `votes`); recorded before ' +
    'the file ' +
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
  ...eventsOfMethods,
  ballotExcluded,
  ballotReinstated,
  contributionsExported,
] as const;

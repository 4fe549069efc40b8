import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { AttachmentView } from '@isegoria/content';
import {
  IsOneLine,
  IsPlainText,
  IsUnit,
  Nested,
  IsZoneName,
  OrAbsent,
  OrNull,
  PageRequest,
  UnitsInUse,
  allFieldsOf,
  assuranceLevels,
  command,
  event,
  languages,
  limits,
  pageQuery,
  query,
  rootUnit,
  categoryForm,
  type AssuranceLevel,
  type DomainEvent,
  type Language,
} from '@isegoria/kernel';
import { ActivityView } from '../activity/activity.contract';
import { AnswerOwedView, AnswerTermView, owedStates, type AnswerTermChanged, type OwedState } from '../answer-owed/answer-owed.contract';
import type { AssuranceRaised } from '../assurance-raise/assurance-raise.contract';
import { ChosenConsultations, type CategoriesSet } from '../category/chosen/chosen.contract';
import { CancellationView, type ConsultationCancelled } from '../cancellation/cancellation.contract';
import { DateChangeView, type PhaseDatesChanged } from '../change-of-dates/change-of-dates.contract';
import { CorrectionsView, type ConsultationCorrected } from '../correction/correction.contract';
import { methodNames, type MethodName } from '../methods/methods.contract';
import { OutcomeView, type OutcomePublished } from '../outcome/outcome.contract';
import { PhaseDates, PhaseView, type PhaseEvent } from '../phase/phase.contract';
import { CountByAssurance, type ByAssurance } from '../results/assurance/by-assurance.contract';
import { ReviewView, type ReviewEvent } from '../review/review.contract';
import { consultations, sampleIds } from '../streams.contract';
import { TranslatedInto, type ConsultationTranslated } from '../translation/translation.contract';
import { AboutView, sampleAbout, type About } from './about/about.contract';
import { DraftWords, newConsultation, newWordsOfConsultation, type DraftEvent } from './draft/draft.contract';
import { OfConsultation } from './of-consultation.contract';
import { consultationStatuses, type ConsultationStatus } from './when/status.contract';

export * from './when/status.contract';

export class DraftConsultation extends DraftWords {
  /** The unit whose consultation it is; the root when absent. */
  @OrAbsent()
  @IsUnit()
  unit?: string;

  /** The level of the people that the headline figures count, with all above; `email` when absent. Others are shown beside them. */
  @OrAbsent()
  @IsIn(assuranceLevels)
  countsFrom?: AssuranceLevel;

  /** Names an imported conversation; the same id is drafted once only. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.externalIdLength)
  externalId?: string;
}

export class PublishConsultation {
  @IsUUID()
  consultationId: string;

  /** The dates of its phases, in their order: none begins before the one before it has ended. */
  @Nested(() => PhaseDates, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.phasesMax)
  phases: PhaseDates[];

  /** The zone in which whoever confirms it was shown the times: refused where the site has another one by now. */
  @OrAbsent()
  @IsZoneName()
  shownIn?: string;
}

export class CloseConsultation {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export const draftConsultation = command(DraftConsultation, {
  route: 'POST /consultations',
  may: 'consult',
  summary: 'Draft a consultation with its phases and activities',
});
export const publishConsultation = command(PublishConsultation, {
  route: 'POST /consultations/:consultationId/publication',
  may: 'consult',
  summary: 'Publish a consultation with the dates of its phases',
  versionedBy: newWordsOfConsultation,
});
export const closeConsultation = command(CloseConsultation, {
  route: 'POST /consultations/:consultationId/closure',
  may: 'consult',
  summary: 'Close a consultation early',
  versionedBy: newConsultation,
});

/** Those after which nobody votes any more. */
export const overStatuses: readonly ConsultationStatus[] = ['closed', 'decided', 'cancelled'];

/** One line of the list of consultations. Drafts are seen by officials of the unit only. */
export class ConsultationSummary {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly externalId: string | null;
  @IsUnit() readonly unit: string;
  @IsIn(consultationStatuses) readonly status: ConsultationStatus;
  @IsString() readonly title: string;
  /** In a sentence or two; null where the office says none. */
  @OrNull() @IsString() readonly summary: string | null;
  @OrNull() @Nested(() => AttachmentView) readonly picture: AttachmentView | null;
  @IsIn(languages) readonly language: Language;
  /** The topics and areas that it is about. */
  @IsArray() @Matches(categoryForm, { each: true }) readonly categories: readonly string[];
  /** Into which other languages an office translated it. */
  @Nested(() => TranslatedInto, { each: true }) readonly translations: readonly TranslatedInto[];
  /** When the first phase opens and the last one closes. */
  @OrNull() @IsISO8601() readonly opensAt: string | null;
  @OrNull() @IsISO8601() readonly closesAt: string | null;
  /** When an official closed it before its date; null where nobody did. */
  @OrNull() @IsISO8601() readonly closedEarlyAt: string | null;
  @Nested(() => AnswerOwedView) readonly answer: AnswerOwedView;
  @Nested(() => PhaseView, { each: true }) readonly phases: readonly PhaseView[];
  /** The methods of its activities, each once. */
  @IsArray() @IsIn(methodNames, { each: true }) readonly methods: readonly MethodName[];
  /** The level that its headline figures count from. */
  @IsIn(assuranceLevels) readonly countsFrom: AssuranceLevel;
  /** People at that level or above who took part in any of its activities. */
  @IsInt() readonly participants: number;
  /** Everybody who did, by the highest level at which they did. */
  @Nested(() => CountByAssurance) readonly participantsByAssurance: ByAssurance<number>;
}

export class ConsultationView extends allFieldsOf(ConsultationSummary, AboutView) {
  /** Markdown. */
  @IsString() readonly description: string;
  /** In the order of their phases. */
  @Nested(() => ActivityView, { each: true }) readonly activities: readonly ActivityView[];
  @OrNull() @IsString() readonly closedEarlyReason: string | null;
  @OrNull() @Nested(() => OutcomeView) readonly outcome: OutcomeView | null;
  /** The last ones, in the order in which they were made. */
  @Nested(() => DateChangeView, { each: true }) readonly dateChanges: readonly DateChangeView[];
  /** How many there were. */
  @IsInt() readonly dateChangeCount: number;
  /** Of its dates; 0 while it has none. */
  @IsInt() readonly datesVersion: number;
  /** Of one that never opens; null for any other. */
  @OrNull() @Nested(() => CancellationView) readonly cancellation: CancellationView | null;
  /** Of the draft that became it; null where nobody was asked to check that. */
  @OrNull() @Nested(() => ReviewView) readonly review: ReviewView | null;
  @Nested(() => CorrectionsView) readonly corrections: CorrectionsView;
  /** To activities and to what people said in them. */
  @IsInt() readonly officialAnswers: number;
  /** Under how many themes several of them were given in the same words. */
  @IsInt() readonly themes: number;
  /** What the office does about the outcome, step by step. */
  @IsInt() readonly milestones: number;
  /** How many of these are due, and neither done nor dropped. */
  @IsInt() readonly milestonesOverdue: number;
  @Nested(() => AnswerTermView) readonly answerTerm: AnswerTermView;
  /** Of its words. */
  @IsInt() readonly version: number;
  /** Of its words and translations. */
  @IsInt() readonly translationsVersion: number;
  /** Of its words, topics and areas. */
  @IsInt() readonly categoriesVersion: number;
}

export class ListConsultations extends allFieldsOf(PageRequest, ChosenConsultations) {
  /** Those that are over and whose answer is not late yet, or is. */
  @OrAbsent() @IsIn(owedStates) answer?: OwedState;
}
export const listConsultations = pageQuery(ListConsultations, ConsultationSummary, {
  route: 'GET /consultations',
  may: 'anyone',
  summary: 'Consultations, newest first',
});

export class ShowUnitsOfConsultations {}
export const showUnitsOfConsultations = query(ShowUnitsOfConsultations, UnitsInUse, {
  route: 'GET /consultation-units',
  may: 'anyone',
  summary: 'The units that have published consultations',
});

export class ShowConsultation extends OfConsultation {}
export const showConsultation = query(ShowConsultation, ConsultationView, {
  route: 'GET /consultations/:consultationId',
  may: 'anyone',
  summary: 'One consultation',
});

const { consultationId, phaseId, by } = sampleIds;

/** `countsFrom` is the level of the people that headline figures count, with all above; `externalId` names an imported conversation. */
export type ConsultationDrafted = DomainEvent<
  'ConsultationDrafted',
  {
    consultationId: string;
    unit: string;
    title: string;
    description: string;
    about?: About;
    language: Language;
    phases: readonly { readonly phaseId: string; readonly title: string | null }[];
    countsFrom: AssuranceLevel;
    /** Topics and areas; absent where none is chosen. */
    categories?: readonly string[];
    /** Days; absent where no answer is promised. */
    answerWithinDays?: number;
    by: string;
    externalId: string | null;
  }
>;
export const consultationDrafted = event<ConsultationDrafted>('ConsultationDrafted', {
  stream: consultations,
  says:
    'A consultation is begun in a unit, with its phases in order; nobody outside sees it. Its activities are drafted in streams of their ' +
    'own. `answerWithinDays` is within how many days of its end an answer is promised.',
  may: 'consult',
  sample: {
    consultationId,
    unit: rootUnit,
    title: 'Lake park',
    description: 'What should be built?',
    about: { ...sampleAbout, contact: 'parks@city.example' },
    language: 'en',
    phases: [{ phaseId, title: null }],
    countsFrom: 'email',
    answerWithinDays: 60,
    by,
    externalId: null,
  },
});

export type ConsultationPublished = DomainEvent<
  'ConsultationPublished',
  {
    consultationId: string;
    phases: readonly { readonly phaseId: string; readonly opensAt: string; readonly closesAt: string }[];
    /** 128 random bits in hexadecimal; absent where it was published before lots had a seed. */
    lotsSeed?: string;
    /** The IANA name of the zone whose days a term counts; null or absent where a day of a term is 24 hours. */
    timeZone?: string | null;
    by: string;
  }
>;
const publishedSample = {
  consultationId,
  phases: [{ phaseId, opensAt: '2026-03-01T00:00:00.000Z', closesAt: '2026-04-01T00:00:00.000Z' }],
  lotsSeed: '9f86d081884c7d659a2feaa0c55ad015',
  by,
};
export const consultationPublished = event<ConsultationPublished>('ConsultationPublished', {
  stream: consultations,
  says:
    'Everybody sees the consultation and the dates of its phases from now on. `lotsSeed` is random; with it, lots are drawn for the ' +
    'options of its votes, which decide ties. `timeZone` is the zone of the site by then: the term of the answer counts days of its ' +
    'calendar; where it is null, as in what earlier programs recorded, a day of the term is 24 hours.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { ...publishedSample, timeZone: 'Europe/Brussels' },
  earlier: [{ sample: publishedSample, upcast: (data) => ({ timeZone: null, ...data }) }],
});

export type ConsultationClosed = DomainEvent<'ConsultationClosed', { consultationId: string; by: string; reason: string }>;
export const consultationClosed = event<ConsultationClosed>('ConsultationClosed', {
  stream: consultations,
  says: 'An official closed the consultation early, with all phases that were open or to come, and says why.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, by, reason: 'The plan was withdrawn.' },
});

export type ConsultationEvent =
  | ConsultationDrafted
  | DraftEvent
  | ReviewEvent
  | ConsultationPublished
  | PhaseEvent
  | PhaseDatesChanged
  | ConsultationCorrected
  | ConsultationTranslated
  | CategoriesSet
  | ConsultationCancelled
  | AnswerTermChanged
  | AssuranceRaised
  | ConsultationClosed
  | OutcomePublished;

import { activityCorrected, activityDrafted, type ActivityEvent } from './activity/activity.contract';
import { answerTermChanged } from './answer-owed/answer-owed.contract';
import { assuranceRaised } from './assurance-raise/assurance-raise.contract';
import { ballotExcluded, ballotReinstated, type BallotEvent } from './ballot-exclusion/ballot-exclusion.contract';
import { consultationCancelled } from './cancellation/cancellation.contract';
import { eventsOfCategories, type CategoryEvent } from './category/category.contract';
import { categoriesSet } from './category/chosen/chosen.contract';
import { phaseDatesChanged } from './change-of-dates/change-of-dates.contract';
import {
  consultationClosed,
  consultationDrafted,
  consultationPublished,
  type ConsultationEvent,
} from './consultation/consultation.contract';
import { ballotsRevealed } from './hidden-results/hidden-results.contract';
import { draftDiscarded, draftRevised } from './consultation/draft/draft.contract';
import { consultationCorrected } from './correction/correction.contract';
import { contributionsExported, type ContributionsExported } from './export/export.contract';
import type { StatementEvent } from './methods/deliberation/statement/statement.contract';
import type { DocumentEvent } from './methods/document/document.contract';
import { eventsOfMethods } from './methods/methods.contract';
import type { TestAnswersGiven } from './methods/survey/test-run/test-run.contract';
import type { AnswersGiven } from './methods/survey/response/response.contract';
import { milestoneSet, type MilestoneSet } from './milestone/milestone.contract';
import type { TextDecidedOn } from './methods/survey/written/written-text.contract';
import type { LinkedResponseSubmitted, SurveyLinkEvent } from './methods/survey/links/survey-links.contract';
import type { PaperFormEvent } from './methods/survey/paper/entry/paper-entry.contract';
import { officialAnswerPublished, type OfficialAnswerPublished } from './official-answer/official-answer.contract';
import { outcomePublished } from './outcome/outcome.contract';
import { consultationTranslated } from './translation/translation.contract';
import { phaseClosed, phaseOpened } from './phase/phase.contract';
import { draftApproved, draftSentBack, reviewRequested } from './review/review.contract';

export type ConsultationsEvent =
  | ConsultationEvent
  | ActivityEvent
  | DocumentEvent
  | StatementEvent
  | BallotEvent
  | AnswersGiven
  | TestAnswersGiven
  | PaperFormEvent
  | TextDecidedOn
  | SurveyLinkEvent
  | LinkedResponseSubmitted
  | ContributionsExported
  | OfficialAnswerPublished
  | MilestoneSet
  | CategoryEvent;

export const eventsOfConsultations = [
  consultationDrafted,
  draftRevised,
  draftDiscarded,
  reviewRequested,
  draftApproved,
  draftSentBack,
  activityDrafted,
  ballotsRevealed,
  activityCorrected,
  consultationPublished,
  phaseOpened,
  phaseClosed,
  phaseDatesChanged,
  consultationCorrected,
  consultationTranslated,
  categoriesSet,
  consultationCancelled,
  consultationClosed,
  answerTermChanged,
  assuranceRaised,
  outcomePublished,
  officialAnswerPublished,
  milestoneSet,
  ...eventsOfMethods,
  ballotExcluded,
  ballotReinstated,
  contributionsExported,
  ...eventsOfCategories,
] as const;

import { ResponseTimesController } from './answer-owed/league/response-times.portal';
import { CalendarController } from './calendar/calendar.portal';
import { BallotsOfficeController } from './ballot-exclusion/ballot-exclusion.portal';
import { DateChangesController } from './change-of-dates/all-changes/date-changes.portal';
import { OutcomeChangesController } from './outcome/changes/outcome-changes.portal';
import { CorrectionsController } from './correction/all-corrections/corrections.portal';
import { ActsOfficeController } from './consultation/office/acts-office.portal';
import { ConsultationsOfficeController } from './consultation/office/consultation-office.portal';
import { ChosenOfficeController } from './category/chosen/office/chosen-office.portal';
import { HubsController } from './category/hub/hub.portal';
import { CategoriesOfficeController } from './category/office/categories-office.portal';
import { DraftsOfficeController } from './consultation/draft/draft-office.portal';
import { workInConsultations } from './consultation/desk/desk.portal';
import { milestonesDue } from './milestone/pages/milestones-due.portal';
import { statementsWaiting } from './methods/deliberation/moderation/pending.portal';
import { ConsultationsController } from './consultation/view/consultation.portal';
import { SectionPagesController } from './consultation/steps/section-pages.portal';
import { ParticipationController, RefusedFormController } from './consultation/taking-part/participation.portal';
import { GroupAnswersOffice } from './official-answer/group/group-answer.portal';
import { AnswersFileController } from './official-answer/file/answers-file.portal';
import { OfficialAnswersOffice, OfficialAnswersPages } from './official-answer/pages/official-answers.portal';
import { ThemesPages } from './official-answer/themes/themes.portal';
import { MilestonesOffice, OutcomePages } from './milestone/pages/milestones.portal';
import { ExportsOfficeController } from './export/export.portal';
import { OwnStatementPages } from './methods/deliberation/own-statement/own-statement.portal';
import { AnswerFilesOfficeController, OwnFilesController } from './methods/survey/answer-file/pages/answer-files.portal';
import { PaperFormController } from './methods/survey/paper/paper.portal';
import { AnswersByController } from './methods/survey/answers-by/answers-by.portal';
import { FollowedSurveyLinkController, LinkedSurveyController } from './methods/survey/links/pages/linked-survey.portal';
import { SurveyLinksOfficeController } from './methods/survey/links/pages/survey-links.portal';
import { PaperEntryOfficeController } from './methods/survey/paper/entry/pages/paper-entry.portal';
import { SurveyController } from './methods/survey/response/pages/survey.portal';
import { CorrectQuestionsController, QuestionCorrectionsController } from './methods/survey/correction/pages/corrections.portal';
import { textsWaiting } from './methods/survey/written/waiting/waiting-texts.portal';
import { DeskTextsController, WrittenTextsController } from './methods/survey/written/pages/written-texts.portal';
import { SurveyTestController } from './methods/survey/test-run/test-run.portal';
import { StatementListController } from './methods/deliberation/statement-results/all/statement-list.portal';
import { MapOfEverybodyController } from './methods/deliberation/opinion-map/everybody/everybody.portal';
import { VersionsController } from './methods/document/comparison/versions.portal';
import { RevisionOffice } from './methods/document/revision/revision.portal';
import { ParagraphController } from './methods/document/annotation/annotations.portal';
import { ResultsPicturesController } from './results/picture/results-picture.portal';
import { AsOfController } from './results/as-of/page/as-of.portal';
import { AnalysisController } from './results/analysis/page/analysis.portal';
import { DatesOfficeController } from './template/pages/dates-office.portal';
import { TemplatesOfficeController } from './template/pages/templates-office.portal';
import { TranslationOfficeController } from './translation/office/translation-office.portal';
import { ResultsController } from './results/dashboard/results.portal';
import './answer-owed/answer-owed.texts';
import './ballot-exclusion/ballot-exclusion.texts';
import './calendar/calendar.texts';
import './cancellation/cancellation.texts';
import './category/category.texts';
import './change-of-dates/change-of-dates.texts';
import './correction/correction.texts';
import './consultation/consultation.texts';
import './consultation/draft/draft.texts';
import './consultation/steps/steps.texts';
import './official-answer/pages/official-answer.texts';
import './official-answer/themes/themes.texts';
import './milestone/milestone.texts';
import './outcome/outcome.texts';
import './export/download/export-words.texts';
import './export/export.texts';
import './hidden-results/hidden-results.texts';
import './late/late.texts';
import './methods/deliberation/deliberation.texts';
import './methods/deliberation/opinion-map/opinion-map.texts';
import './methods/document/document.texts';
import './methods/document/answered/coverage.texts';
import './methods/document/revision/revision.texts';
import './methods/document/importing/import.texts';
import './methods/choices/options/options.texts';
import './methods/methods.texts';
import './methods/poll/poll.texts';
import './methods/survey/drafting/drafting.texts';
import './methods/survey/response/response.texts';
import './methods/survey/answer-file/answer-file.texts';
import './methods/survey/answers-by/answers-by.texts';
import './methods/survey/paper/paper.texts';
import './methods/survey/paper/unanswered/unanswered.texts';
import './methods/survey/correction/correction.texts';
import './methods/survey/test-run/test-run.texts';
import './methods/survey/paper/entry/pages/paper-entry.texts';
import './methods/survey/links/pages/survey-links.texts';
import './methods/survey/quotas/pages/quotas.texts';
import './methods/survey/channels/channels.texts';
import './methods/survey/place/place.texts';
import './methods/survey/written/answered/text-coverage.texts';
import './methods/survey/written/pages/written-texts.texts';
import './methods/motion/motion.texts';
import './methods/ranked-vote/ranked-vote.texts';
import './methods/score-vote/score-vote.texts';
import './phase/phase.texts';
import './official-answer/group/group-answer.texts';
import './publication/publication.texts';
import './results/as-of/page/as-of.texts';
import './results/results.texts';
import './template/template.texts';
import './translation/translation.texts';
import './review/review.texts';
import './timeline/timeline.texts';
import './results/analysis/page/analysis.texts';

export { WhatIsOwed } from './answer-owed/answer-owed.page';
export { ThemesPage } from './official-answer/themes/themes.page';
export { milestonePath } from './milestone/pages/milestone-status.page';
export { annotationPath, paragraphPath } from './methods/document/paper/paper.page';
export { ActivityName } from './official-answer/pages/activity-name.page';
export { wordsAnswered } from './official-answer/words-answered.portal';
export type { WordsAnswered } from './official-answer/pages/official-answers.page';
export { SaidText } from './methods/deliberation/said-words/said-words.page';
export { translationOf } from './translation/reading/translated.page';
export { AnswerLink, officialAnswersPath } from './official-answer/pages/stance.page';
export { Overdue, responseTimesPath, type OverdueProps } from './answer-owed/league/overdue.page';
export { TimesOfUnits, rowsOf, type Row as TimesOfUnit } from './answer-owed/league/response-times.page';
export { byDeadline, overdueFor } from './answer-owed/league/response-times.portal';
export { narrowingOf } from './category/hub/narrowing.portal';
export { ConsultationFilter, type Narrowing } from './category/hub/consultation-filter.page';
export { calendarPath } from './calendar/entries.page';
export { FeaturedConsultation } from './consultation/steps/featured-consultation.page';
export { ConsultationCard, ConsultationRow } from './consultation/view/consultation-card.page';
export { Dashboards, dashboardOf } from './results/dashboard/dashboards.portal';
export { Figures, type Dashboard } from './results/dashboard/results.page';

/** What waits for an office in consultations, one line a kind. */
export const workOfConsultations = [...workInConsultations, milestonesDue, statementsWaiting, textsWaiting];

export const pagesOfConsultations = [
  BallotsOfficeController,
  CalendarController,
  DraftsOfficeController,
  TemplatesOfficeController,
  DatesOfficeController,
  ConsultationsOfficeController,
  TranslationOfficeController,
  CategoriesOfficeController,
  ChosenOfficeController,
  HubsController,
  ResponseTimesController,
  OfficialAnswersOffice,
  GroupAnswersOffice,
  OfficialAnswersPages,
  ThemesPages,
  AnswersFileController,
  MilestonesOffice,
  OutcomePages,
  OutcomeChangesController,
  ActsOfficeController,
  ConsultationsController,
  DateChangesController,
  CorrectionsController,
  ParticipationController,
  ExportsOfficeController,
  OwnStatementPages,
  AnswerFilesOfficeController,
  OwnFilesController,
  PaperFormController,
  PaperEntryOfficeController,
  SurveyLinksOfficeController,
  FollowedSurveyLinkController,
  LinkedSurveyController,
  SurveyController,
  SurveyTestController,
  WrittenTextsController,
  DeskTextsController,
  AnswersByController,
  CorrectQuestionsController,
  QuestionCorrectionsController,
  StatementListController,
  // Before that of paragraphs, whose names are in the same place.
  VersionsController,
  RevisionOffice,
  ParagraphController,
  MapOfEverybodyController,
  ResultsController,
  ResultsPicturesController,
  AnalysisController,
  AsOfController,
  // The last: they take what no other page of a consultation has taken.
  RefusedFormController,
  SectionPagesController,
];

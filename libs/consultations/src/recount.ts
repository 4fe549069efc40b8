import type { ActsInWords, RecountRoom, RuleBook } from '@isegoria/audit-kit';
import { KnownActivities } from './activity/audit/activity-facts.recount';
import { rulesOfActivities } from './activity/audit/activity-rules.recount';
import { SmallestGroups } from './activity/audit/smallest-groups.recount';
import { actsOfActivities } from './activity/audit/activity.recount';
import { actsOfAnswerTerms } from './answer-owed/answer-owed.recount';
import { actsOfRaises, rulesOfRaises } from './assurance-raise/assurance-raise.recount';
import { ExcludedBallots, actsOfExclusions } from './ballot-exclusion/ballot-exclusion.recount';
import { rulesOfBallots } from './ballot/ballot-rules.recount';
import { actsOfCancellations } from './cancellation/cancellation.recount';
import { CategoriesShown } from './category/audit/categories-shown.recount';
import { KnownCategories, actsOfCategories, namesOfCategories } from './category/audit/category-rules.recount';
import { actsOfChoices } from './category/chosen/chosen.recount';
import { actsOfCorrections } from './correction/correction.recount';
import { actsOfChangesOfDates } from './change-of-dates/change-of-dates.recount';
import { KnownConsultations } from './consultation/audit/consultation-facts.recount';
import { rulesOfConsultations } from './consultation/audit/consultation-rules.recount';
import { ConsultationsShown } from './consultation/audit/consultations-shown.recount';
import { ConsultationStory } from './consultation/audit/consultation-story.recount';
import { ActivityTexts, activitiesCounted, actsOfConsultation } from './consultation/audit/consultation.recount';
import { actsOfDrafts } from './consultation/draft/draft.recount';
import type { ConsultationsEvent } from './contract';
import { actsOfExports, rulesOfExports } from './export/export.recount';
import { HiddenBallotsJudged } from './hidden-results/audit/hidden-rules.recount';
import { rulesOfContributions } from './late/contribution-rules.recount';
import { watchConsultation } from './live/live.contract';
import { listListedTexts, listWrittenTextOpenings, listWrittenTexts } from './methods/survey/written/written-text.contract';
import { showTextCoverage } from './methods/survey/written/answered/text-coverage.contract';
import { showAnswersBy } from './methods/survey/answers-by/answers-by.contract';
import { showNextStatement } from './methods/deliberation/next-statement/next-statement.contract';
import { showMapOfEverybody, showOpinionMap } from './methods/deliberation/opinion-map/opinion-map.contract';
import { listStatementResults } from './methods/deliberation/statement-results/statement-results.contract';
import { listStatementOpenings } from './methods/deliberation/statement/statement.contract';
import { StatementsShown } from './methods/deliberation/statement/audit/statements-shown.recount';
import { showCoverage } from './methods/document/answered/coverage.contract';
import { KnownPapers } from './methods/document/audit/known-papers.recount';
import { PapersShown } from './methods/document/audit/papers-shown.recount';
import { actsOfMethods, recountedMethods } from './methods/methods.recount';
import type { RecountedMethod } from './methods/method/method.recount';
import { actsOfMilestones, rulesOfMilestones } from './milestone/audit/milestone.recount';
import { TimelinesShown } from './timeline/timeline.recount';
import { MilestonesShown } from './milestone/audit/milestones-shown.recount';
import { actsOfOfficialAnswers, rulesOfOfficialAnswers } from './official-answer/audit/official-answer.recount';
import { OfficialAnswersShown } from './official-answer/audit/official-answers-shown.recount';
import { actsOfOutcomes } from './outcome/outcome.recount';
import { actsOfPhases, namesOfPhases } from './phase/audit/phase.recount';
import { NamesakesShown } from './readable-name/namesakes-shown.recount';
import { AnsweredWords } from './translation/audit/answered-words.recount';
import { actsOfTranslations } from './translation/translation.recount';
import { ReviewingUnits, actsOfReviews } from './review/review.recount';
import { showFilteredResults } from './results/analysis/analysis.contract';
import { showResults } from './results/results.contract';

export { adjustedRand } from './methods/deliberation/opinion-map/groups/adjusted-rand';
export { opinionMapOf } from './methods/deliberation/opinion-map/opinion-map';
export type { OnPage, SentenceOnPage } from './methods/method/method.recount';
export {
  amongResults,
  asTheyStood,
  lateIn,
  listsStatements,
  notCountedIn,
  onEarlierPageOf,
  onPageOf,
  pageAfter,
  tallies,
  viewsOf,
} from './consultation/audit/consultation.recount';

const acts: ActsInWords<ConsultationsEvent> = {
  ...actsOfConsultation,
  ...actsOfDrafts,
  ...actsOfReviews,
  ...actsOfPhases,
  ...actsOfChangesOfDates,
  ...actsOfCorrections,
  ...actsOfTranslations,
  ...actsOfChoices,
  ...actsOfCategories,
  ...actsOfCancellations,
  ...actsOfAnswerTerms,
  ...actsOfActivities,
  ...actsOfRaises,
  ...actsOfOutcomes,
  ...actsOfOfficialAnswers,
  ...actsOfMilestones,
  ...actsOfMethods,
  ...actsOfExclusions,
  ...actsOfExports,
};

function rules(): readonly RuleBook[] {
  const consultations = new KnownConsultations();
  const units = new ReviewingUnits();
  const groups = new SmallestGroups();
  const categories = new KnownCategories();
  const activities = new KnownActivities(consultations);
  const answered = new AnsweredWords(consultations);
  const papers = new KnownPapers();
  const excluded = new ExcludedBallots();
  const contributions = rulesOfContributions(activities);
  const hidden = new HiddenBallotsJudged(activities);
  const ofMethod = (method: RecountedMethod) => {
    const ballots = rulesOfBallots(activities, contributions, excluded, method.contract);
    return hidden.around(method, method.rules({ activities, papers, contributions, ballots }), ballots);
  };
  return [
    rulesOfConsultations(consultations, units, categories, answered),
    answered.book,
    consultations.book,
    categories.book,
    units.book,
    rulesOfRaises(consultations),
    groups.book,
    rulesOfActivities(consultations, activities, groups),
    activities.book,
    ...recountedMethods.map(ofMethod),
    hidden.book,
    excluded.rules(activities),
    rulesOfOfficialAnswers(activities, papers),
    rulesOfMilestones(consultations, activities),
    rulesOfExports(consultations, activities),
  ];
}

export const recountOfConsultations: RecountRoom = {
  counts: [activitiesCounted],
  stories: [{ begin: () => new ConsultationStory() }],
  names: [namesOfPhases, namesOfCategories],
  texts: [() => new ActivityTexts()],
  permissions: recountedMethods.flatMap(({ permissions }) => permissions),
  shown: () => [
    new ConsultationsShown(),
    new StatementsShown(),
    new PapersShown(),
    new NamesakesShown(),
    new OfficialAnswersShown(),
    new MilestonesShown(),
    new TimelinesShown(),
    new CategoriesShown(),
  ],
  openings: [listStatementOpenings, listWrittenTextOpenings],
  notShown: [
    [showResults, 'recounted, figure by figure, up to the position that it states'],
    [showFilteredResults, 'recounted, figure by figure, for some filters, up to the position that it states'],
    [showAnswersBy, 'recounted by auditors by role, figure by figure, for each question that tells people apart'],
    [listWrittenTexts, 'recounted by auditors by role, text by text, with the words'],
    [showTextCoverage, 'recounted by auditors by role, figure by figure'],
    [listListedTexts, 'the texts of all questions, which are recounted question by question'],
    [showOpinionMap, 'recounted, to the last digit, up to the position that it states'],
    [showMapOfEverybody, 'recounted as the map of those who are counted'],
    [showCoverage, 'recounted, figure by figure, up to the position that it states'],
    [listStatementResults, 'recounted, figure by figure, up to the position that it states'],
    [showNextStatement, 'for each visitor another one of the listed statements'],
    [watchConsultation, 'says that something changed, and no word'],
  ],
  rules,
  acts,
  leaves: {},
};

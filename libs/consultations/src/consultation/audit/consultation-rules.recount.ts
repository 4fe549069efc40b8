import { FilesOnRecord, leafRule, ruleBook, rule, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import { assuranceLevels } from '@isegoria/kernel';
import { rulesOfAnswerTerms, rulesOfPromises } from '../../answer-owed/answer-owed.recount';
import type { AssuranceRaised } from '../../assurance-raise/assurance-raise.contract';
import type { KnownCategories } from '../../category/audit/category-rules.recount';
import { rulesOfChoices, rulesOfChosen } from '../../category/chosen/chosen.recount';
import { rulesOfCancellations } from '../../cancellation/cancellation.recount';
import { rulesOfCorrections } from '../../correction/correction.recount';
import { rulesOfChangesOfDates } from '../../change-of-dates/change-of-dates.recount';
import { rulesOfClosures } from '../../closure/closure.recount';
import { rulesOfOutcomes } from '../../outcome/outcome.recount';
import { rulesOfPhases } from '../../phase/audit/phase-rules.recount';
import { rulesOfPublications } from '../../publication/publication.recount';
import type { AnsweredWords } from '../../translation/audit/answered-words.recount';
import { rulesOfTranslations } from '../../translation/translation.recount';
import { rulesOfReviewedPublications, rulesOfReviews, type ReviewingUnits } from '../../review/review.recount';
import { aboutOf } from '../about/about.contract';
import type { DraftRevised } from '../draft/draft.contract';
import { rulesOfDiscardings, rulesOfRevisions } from '../draft/draft.recount';
import type { KnownConsultations } from './consultation-facts.recount';
import type { ConsultationDrafted, ConsultationEvent } from '../consultation.contract';

/** The life of a consultation: how it begins, and what officials and the dates do to it then. */
export function rulesOfConsultations(
  known: KnownConsultations,
  units: ReviewingUnits,
  categories: KnownCategories,
  answered: AnsweredWords,
): RuleBook {
  const files = new FilesOnRecord();
  const rules: RulesOf<Exclude<ConsultationEvent, AssuranceRaised>> = {
    ConsultationDrafted: [
      leafRule(
        'consultation-begins',
        'A consultation is drafted once, with the first event of its stream.',
        ({ revision }) => revision === 0,
      ),
      rule<ConsultationDrafted>('consultation-has-phases', 'A consultation has a phase or several, each once.', ({ data: { phases } }) => {
        const ids = new Set(phases.map(({ phaseId }) => phaseId));
        return ids.size > 0 && ids.size === phases.length;
      }),
      rule<ConsultationDrafted>(
        'consultation-counts-from',
        'A consultation says from which assurance level on its headline figures count people.',
        ({ data: { countsFrom } }) => assuranceLevels.includes(countsFrom),
      ),
      ...rulesOfPromises<ConsultationDrafted>(),
      ...rulesOfChosen<ConsultationDrafted>(known, categories),
      ...files.rules<ConsultationDrafted>(({ about }) => about && aboutOf(about)),
    ],
    DraftRevised: [
      ...rulesOfRevisions(known),
      ...rulesOfPromises<DraftRevised>(),
      ...rulesOfChosen<DraftRevised>(known, categories),
      ...files.rules<DraftRevised>(({ about }) => about && aboutOf(about)),
    ],
    DraftDiscarded: rulesOfDiscardings(known),
    ...rulesOfReviews(known),
    ConsultationPublished: [...rulesOfPublications(known), ...rulesOfReviewedPublications(known, units)],
    ...rulesOfPhases(known),
    PhaseDatesChanged: rulesOfChangesOfDates(known),
    ConsultationCorrected: rulesOfCorrections(known),
    ConsultationTranslated: rulesOfTranslations(known, answered),
    CategoriesSet: rulesOfChoices(known, categories),
    ConsultationCancelled: rulesOfCancellations(known),
    ConsultationClosed: rulesOfClosures(known),
    AnswerTermChanged: rulesOfAnswerTerms(known),
    OutcomePublished: rulesOfOutcomes(known),
  };
  return ruleBook(rules, files.remembers);
}

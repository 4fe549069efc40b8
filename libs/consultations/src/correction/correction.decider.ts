import { Rejection } from '@isegoria/kernel';
import { aboutFields, aboutWordsOf } from '../consultation/about/about.contract';
import type { Words } from '../consultation/consultation-state.decider';
import { officialAct } from '../official-act/official-act.decider';
import { hasBegun } from '../phase/phase.decider';
import { mustStayAsChecked, type Reviewable } from '../review/review.decider';
import { correctConsultation, type ConsultationCorrected, type CorrectConsultation } from './correction.contract';
import { hasSameLetters } from './same-letters';

/** Policy: what people may have voted on is never asked otherwise than they read it. Options and statements cannot be corrected at all. */
export const correction = officialAct<CorrectConsultation & Reviewable, ConsultationCorrected>({
  contract: correctConsultation,
  event: 'ConsultationCorrected',

  decide({ consultationId, note, title, description, needsReview, ...said }, state, { by, now }) {
    if (state.phases.some(({ opensAt }) => opensAt === null)) throw new Rejection('CONSULTATION_NOT_OPEN');
    if (hasBegun(state, now) && !hasSameLetters(title, state.words.title)) throw new Rejection('TITLE_STAYS', { field: 'title' });
    const words = { title, description, about: aboutWordsOf(said) };
    if (isSame(words, state.words)) return [];
    mustStayAsChecked(state, { needsReview }, now);
    return [{ type: 'ConsultationCorrected', data: { consultationId, ...words, note, by } }];
  },
  evolve: (state, { title, description, about }) => ({ ...state, words: { title, description, about } }),
});

function isSame(one: Words, other: Words): boolean {
  const isAbout = aboutFields.every((name) => one.about[name] === other.about[name]);
  return isAbout && one.title === other.title && one.description === other.description;
}

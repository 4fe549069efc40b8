import { rule, type ActsInWords, type Rule } from '@isegoria/audit-kit';
import { limits } from '@isegoria/kernel';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationDrafted } from '../consultation/consultation.contract';
import type { DraftRevised } from '../consultation/draft/draft.contract';
import type { AnswerTermChanged } from './answer-owed.contract';

export const actsOfAnswerTerms: ActsInWords<AnswerTermChanged> = {
  AnswerTermChanged: ({ by, answerWithinDays, reason }) =>
    `answer owed within ${answerWithinDays} days of its end by a change of account ${by}: "${reason}"`,
};

const isTerm = (days: number) => Number.isInteger(days) && days >= 1 && days <= limits.answerDaysMax;

/** Of what a draft promises. */
export function rulesOfPromises<Event extends ConsultationDrafted | DraftRevised>(): readonly Rule<Event>[] {
  return [
    rule<Event>(
      'answer-promised-in-days',
      `A draft that promises an answer says within how many days of the end: from 1 to ${limits.answerDaysMax}.`,
      ({ data: { answerWithinDays } }) => answerWithinDays === undefined || isTerm(answerWithinDays),
    ),
  ];
}

export function rulesOfAnswerTerms(known: KnownConsultations): readonly Rule<AnswerTermChanged>[] {
  return [
    rule(
      'answer-term-while-owed',
      'The term of an answer changes when the consultation is published, not cancelled, and not answered yet.',
      ({ data: { consultationId } }) => {
        const consultation = known.of(consultationId);
        return !!consultation?.isPublished && !consultation.isCancelled && !consultation.isAnswered;
      },
    ),
    rule(
      'answer-term-differs',
      `A new term of an answer differs from the one before; it is from 1 to ${limits.answerDaysMax} days.`,
      ({ data: { consultationId, answerWithinDays } }) =>
        isTerm(answerWithinDays) && known.of(consultationId)!.answerWithinDays !== answerWithinDays,
    ),
  ];
}

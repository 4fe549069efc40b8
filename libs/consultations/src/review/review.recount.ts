import { leeway, rule, sideBySide, type ActsInWords, type Judged, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { UnitReviewSet } from '@isegoria/identity';
import { unitAbove } from '@isegoria/kernel';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationPublished } from '../consultation/consultation.contract';
import type { DraftApproved, DraftSentBack, ReviewEvent, ReviewRequested } from './review.contract';

export const actsOfReviews: ActsInWords<ReviewEvent> = {
  ReviewRequested: ({ by }) => `a second official asked to check the draft, by account ${by}`,
  DraftApproved: ({ by }) => `the draft approved by account ${by}`,
  DraftSentBack: ({ by, reason }) => `the draft sent back by account ${by}: "${reason}"`,
};

type OfReview = DraftApproved | DraftSentBack;

export function rulesOfReviews(known: KnownConsultations) {
  const isDraft = (consultationId: string) => known.of(consultationId)?.isPublished === false && !known.of(consultationId)!.isDiscarded;
  const reviewOf = (consultationId: string) => known.of(consultationId)!.review;
  const bySomebodyElse = <Event extends OfReview>(name: string): Rule<Event>[] => [
    rule<Event>(`${name}-once-asked`, 'A draft is approved or sent back once its review was asked for, and once.', ({ data }) => {
      return isDraft(data.consultationId) && reviewOf(data.consultationId).status === 'waiting';
    }),
    rule<Event>(`${name}-by-another`, 'Whoever wrote a draft or asked for its review neither approves it nor sends it back.', ({ data }) => {
      const { writtenBy, review } = known.of(data.consultationId)!;
      return data.by !== writtenBy && data.by !== review.askedBy;
    }),
  ];
  return {
    ReviewRequested: [
      rule<ReviewRequested>(
        'review-of-draft',
        'A review is asked for of a draft that is neither waiting for one nor approved, as it stands.',
        ({ data: { consultationId } }) =>
          isDraft(consultationId) &&
          (reviewOf(consultationId).isOfFewer || !['waiting', 'approved'].includes(reviewOf(consultationId).status ?? '')),
      ),
    ],
    DraftApproved: [
      ...bySomebodyElse<DraftApproved>('approved'),
      rule<DraftApproved>(
        'approved-in-languages',
        'An approval names the languages into which the draft was translated before it was asked for, as does each one from 30 days ' +
          'after the first that did.',
        ({ data: { consultationId, translations }, time }) => {
          if (translations == null) return time <= known.approvedInLanguagesSince + sideBySide;
          return !reviewOf(consultationId).isOfFewer && translations.join() === [...known.of(consultationId)!.translations].sort().join();
        },
      ),
    ],
    DraftSentBack: bySomebodyElse<DraftSentBack>('sent-back'),
  };
}

/** Which units have a second official check what they publish. */
export class ReviewingUnits {
  /** When each last began to; a unit that does not is not among them. */
  private readonly since = new Map<string, number>();

  readonly book: RuleBook = {
    rules: {},
    remembers: {
      UnitReviewSet: ({ data: { unit, required }, time }: Judged<UnitReviewSet>) => {
        if (!required) this.since.delete(unit);
        else if (!this.since.has(unit)) this.since.set(unit, time);
      },
    },
  };

  /** Whether the unit, or one above it, did so more than a leeway before this time. */
  have(unit: string | undefined, time: number): boolean {
    if (unit === undefined) return false;
    return (this.since.get(unit) ?? Infinity) + leeway < time || this.have(unitAbove(unit), time);
  }
}

export function rulesOfReviewedPublications(known: KnownConsultations, units: ReviewingUnits): readonly Rule<ConsultationPublished>[] {
  return [
    rule(
      'published-after-review',
      'Where the unit, or one above it, has a second official check what is published, the draft as it stood was approved, with its ' +
        'translations.',
      ({ data: { consultationId }, time }) => {
        const { unit, review } = known.of(consultationId)!;
        const isApproved = review.status === 'approved' && (review.isOfAny || !review.isOfFewer);
        return isApproved || !units.have(unit, time);
      },
    ),
  ];
}

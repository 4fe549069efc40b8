import { Rejection } from '@isegoria/kernel';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import { publishConsultation, type ConsultationPublished, type PublishConsultation } from '../consultation/consultation.contract';
import { officialAct } from '../official-act/official-act.decider';
import { mustBeReviewed, type Reviewable } from '../review/review.decider';
import { datedPhases, dueByDate, hasBegun, withDates } from '../phase/phase.decider';

interface Drawing {
  /** Chance comes in with the command: 128 random bits in hexadecimal. */
  readonly lotsSeed?: string;
}
interface Timed {
  /** That of the site now, by its IANA name: a term of days counts those of this zone. */
  readonly timeZone?: string;
}

/** Gives the first dates; those of a published consultation change only with a public reason. */
export const publication = officialAct<PublishConsultation & Reviewable & Drawing & Timed, ConsultationPublished>({
  contract: publishConsultation,
  event: 'ConsultationPublished',

  decide({ consultationId, phases: dates, needsReview = false, lotsSeed, timeZone, shownIn }, state, { by, now }) {
    if (hasBegun(state, now)) throw new Rejection('ALREADY_DONE');
    const isPublished = state.phases.some(({ opensAt }) => opensAt !== null);
    if (!isPublished) mustBeReviewed(state, needsReview);
    if (!isPublished && shownIn !== undefined && shownIn !== timeZone) throw new Rejection('ZONE_CHANGED');
    const phases = datedPhases(state.phases, dates, now);
    const data = { consultationId, phases, ...(lotsSeed !== undefined && { lotsSeed }), ...(timeZone !== undefined && { timeZone }), by };
    const after = published(state, data);
    if (!isPublished) return [{ type: 'ConsultationPublished', data }, ...dueByDate(consultationId, after, now)];
    if (hasSameDates(state, after)) return [];
    throw new Rejection('ALREADY_DONE');
  },
  evolve: published,
});

function published(state: ConsultationState, { phases }: ConsultationPublished['data']): ConsultationState {
  return { ...state, phases: withDates(state.phases, phases) };
}

function hasSameDates(one: ConsultationState, other: ConsultationState): boolean {
  return one.phases.every(({ opensAt, closesAt }, index) => {
    const phase = other.phases[index]!;
    return opensAt === phase.opensAt && closesAt === phase.closesAt;
  });
}

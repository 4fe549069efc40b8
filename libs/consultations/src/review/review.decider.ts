import { Rejection, type Language } from '@isegoria/kernel';
import { onlyDrafts } from '../consultation/draft/draft.decider';
import type { ConsultationState } from '../consultation/consultation-state.decider';
import { officialAct } from '../official-act/official-act.decider';
import { refuseFor, statusesAt } from '../phase/phase.decider';
import { whyStaysAsChecked } from '../phase/why-not';
import {
  approveDraft,
  requestReview,
  sendDraftBack,
  type ApproveDraft,
  type DraftApproved,
  type DraftSentBack,
  type RequestReview,
  type ReviewRequested,
  type SendDraftBack,
} from './review.contract';

/** The review of the words that stand; another edition begins without one. */
export const reviewRequest = officialAct<RequestReview, ReviewRequested>({
  contract: requestReview,
  event: 'ReviewRequested',

  decide({ consultationId }, state, { by }) {
    onlyDrafts(state);
    if (state.review?.status === 'waiting' || state.review?.status === 'approved') throw new Rejection('ALREADY_DONE');
    return [{ type: 'ReviewRequested', data: { consultationId, by } }];
  },
  evolve: (state, { by }) => ({ ...state, review: { status: 'waiting', askedBy: by } }),
});

export const approval = officialAct<ApproveDraft, DraftApproved>({
  contract: approveDraft,
  event: 'DraftApproved',

  decide({ consultationId }, state, { by }) {
    onlySomebodyElse(state, by);
    return [{ type: 'DraftApproved', data: { consultationId, by, translations: translatedInto(state) } }];
  },
  evolve: (state) => ({ ...state, review: { status: 'approved' } }),
});

export const sendingBack = officialAct<SendDraftBack, DraftSentBack>({
  contract: sendDraftBack,
  event: 'DraftSentBack',

  decide({ consultationId, reason }, state, { by }) {
    onlySomebodyElse(state, by);
    return [{ type: 'DraftSentBack', data: { consultationId, by, reason } }];
  },
  evolve: (state) => ({ ...state, review: { status: 'sentBack' } }),
});

function translatedInto({ translations = {} }: ConsultationState): Language[] {
  const said = Object.entries(translations).filter(([, texts]) => texts.length > 0);
  return said.map(([language]) => language as Language).sort();
}

/** Policy: four eyes look at what is published. @throws Rejection ALREADY_DONE, REVIEW_NOT_ASKED or OWN_DRAFT */
function onlySomebodyElse(state: ConsultationState, by: string): void {
  onlyDrafts(state);
  if (state.review?.status !== 'waiting') throw new Rejection(state.review ? 'ALREADY_DONE' : 'REVIEW_NOT_ASKED');
  if (by === state.writtenBy || by === state.review.askedBy) throw new Rejection('OWN_DRAFT');
}

/** Policy: where a unit has it so, only what a second official approved is published. @throws Rejection REVIEW_MISSING */
export function mustBeReviewed({ review }: ConsultationState, isNeeded: boolean): void {
  if (isNeeded && review?.status !== 'approved') throw new Rejection('REVIEW_MISSING');
}

/** What a decision has to know of the unit. */
export interface Reviewable {
  /** Whether a second official checks what the unit publishes. */
  readonly needsReview?: boolean;
}

/** Policy: what was checked is what opens. @throws Rejection STAYS_AS_CHECKED */
export function mustStayAsChecked(state: ConsultationState, { needsReview }: Reviewable, now: Date): void {
  refuseFor(whyStaysAsChecked({ statuses: statusesAt(state, now) }, needsReview));
}

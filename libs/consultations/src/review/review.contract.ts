import { IsArray, IsIn, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, OrNull, command, event, limits, type DomainEvent, type Language } from '@isegoria/kernel';
import { OfConsultation } from '../consultation/of-consultation.contract';
import { consultations, sampleIds } from '../streams.contract';
import { newTranslation } from '../translation/translation.contract';

export class RequestReview extends OfConsultation {}
export class ApproveDraft extends OfConsultation {}
export class SendDraftBack {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}

export const requestReview = command(RequestReview, {
  route: 'POST /consultations/:consultationId/review',
  may: 'consult',
  summary: 'Ask for a second official to check a draft as it stands',
  versionedBy: newTranslation,
});
export const approveDraft = command(ApproveDraft, {
  route: 'POST /consultations/:consultationId/review/approval',
  may: 'consult',
  summary: 'Approve a draft that somebody else wrote, as it stands, for publication',
  versionedBy: newTranslation,
});
export const sendDraftBack = command(SendDraftBack, {
  route: 'POST /consultations/:consultationId/review/return',
  may: 'consult',
  summary: 'Send a draft that somebody else wrote back to its authors, with the reason',
  versionedBy: newTranslation,
});

export const reviewStatuses = ['waiting', 'approved', 'sentBack'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** The review of the words that stand, in all languages, as its office sees it. */
export class ReviewView {
  @IsIn(reviewStatuses) readonly status: ReviewStatus;
  @IsISO8601() readonly at: string;
  /** Why it was sent back; null otherwise. */
  @OrNull() @IsString() readonly reason: string | null;
  /** Accounts that cannot decide: of those who wrote the draft as it stands and asked for its review. Empty once it is decided. */
  @IsArray() @IsUUID(undefined, { each: true }) readonly notBy: readonly string[];
}

const { consultationId, by } = sampleIds;

export type ReviewRequested = DomainEvent<'ReviewRequested', { consultationId: string; by: string }>;
export const reviewRequested = event<ReviewRequested>('ReviewRequested', {
  stream: consultations,
  says: 'A second official is asked to check the draft as it stands.',
  may: 'consult',
  sample: { consultationId, by },
});

export type DraftApproved = DomainEvent<
  'DraftApproved',
  {
    consultationId: string;
    by: string;
    /** Languages into which the draft was translated by then; null or absent where an approval held for later translations as well. */
    translations?: readonly Language[] | null;
  }
>;
const approvedSample = { consultationId, by: 'ad000000-0000-4000-8000-000000000002' };
export const draftApproved = event<DraftApproved>('DraftApproved', {
  stream: consultations,
  says:
    'A second official, who neither wrote the draft as it stands nor asked for its review, approved it for publication. It holds for ' +
    'the draft in its own language and in those of `translations`, until it is revised or translated anew; where that is null, as in ' +
    'what earlier programs recorded, until it is revised.',
  may: 'consult',
  sample: { ...approvedSample, translations: [] },
  earlier: [{ sample: approvedSample, upcast: (data) => ({ translations: null, ...data }) }],
});

export type DraftSentBack = DomainEvent<'DraftSentBack', { consultationId: string; by: string; reason: string }>;
export const draftSentBack = event<DraftSentBack>('DraftSentBack', {
  stream: consultations,
  says: 'A second official sent the draft back to its authors, and says why.',
  may: 'consult',
  sample: { consultationId, by: 'ad000000-0000-4000-8000-000000000002', reason: 'The second option is missing.' },
});

export type ReviewEvent = ReviewRequested | DraftApproved | DraftSentBack;

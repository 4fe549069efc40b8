import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  EntriesDiffer,
  HasNoPicture,
  IsOneLine,
  IsPlainText,
  Nested,
  OrAbsent,
  OrNull,
  allFieldsOf,
  command,
  event,
  languages,
  limits,
  categoryForm,
  type DomainEvent,
  type Language,
} from '@isegoria/kernel';
import { DraftPhase } from '../../phase/phase.contract';
import { consultations, sampleIds } from '../../streams.contract';
import { AboutFilesDraft, AboutWordsDraft, sampleAbout, type About } from '../about/about.contract';

/** What a draft says but for its files. */
export class WordsOfDraft extends AboutWordsDraft {
  @IsOneLine()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  description: string;

  @IsIn(languages)
  language: Language;

  /** Within how many days of its end the office promises an answer; none when null. Absent, a new draft has what its unit says. */
  @OrAbsent()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(limits.answerDaysMax)
  answerWithinDays?: number | null;

  /** The topics and areas that it is about. */
  @OrAbsent()
  @IsArray()
  @ArrayMaxSize(limits.categoriesMax)
  @EntriesDiffer()
  @Matches(categoryForm, { each: true })
  categories?: string[];

  /** In the order in which they come. */
  @Nested(() => DraftPhase, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.phasesMax)
  phases: DraftPhase[];
}

/** What a draft says, first and in each edition. */
export class DraftWords extends allFieldsOf(WordsOfDraft, AboutFilesDraft) {}

/** The whole draft anew; its unit, and from which level it counts people, stay as they are. */
export class ReviseDraft extends DraftWords {
  @IsUUID()
  consultationId: string;
}

export class DiscardDraft {
  @IsUUID()
  consultationId: string;
}

/** What makes a new version of the words of a consultation, of its dates, and of all that somebody ends who ends it. */
export const newWordsOfConsultation = ['ConsultationDrafted', 'DraftRevised', 'ConsultationCorrected'] as const;
export const newDatesOfConsultation = ['ConsultationPublished', 'PhaseDatesChanged'] as const;
export const newConsultation = [...newWordsOfConsultation, ...newDatesOfConsultation] as const;

export const reviseDraft = command(ReviseDraft, {
  route: 'PUT /consultations/:consultationId/draft',
  may: 'consult',
  summary: 'Revise a consultation that is not published yet, with all its phases and activities',
  versionedBy: newWordsOfConsultation,
});
export const discardDraft = command(DiscardDraft, {
  route: 'DELETE /consultations/:consultationId/draft',
  may: 'consult',
  summary: 'Discard a consultation that is not published yet',
  versionedBy: newWordsOfConsultation,
});

const { consultationId, phaseId, by } = sampleIds;

export type DraftRevised = DomainEvent<
  'DraftRevised',
  {
    consultationId: string;
    edition: number;
    title: string;
    description: string;
    about?: About;
    language: Language;
    phases: readonly { readonly phaseId: string; readonly title: string | null }[];
    categories?: readonly string[];
    answerWithinDays?: number;
    by: string;
  }
>;
export const draftRevised = event<DraftRevised>('DraftRevised', {
  stream: consultations,
  says:
    'A consultation that is not published yet has other words, and phases of its own in place of those it had: what was drafted in those ' +
    'belongs to it no more. `edition` counts the revisions from 1.',
  may: 'consult',
  sample: {
    consultationId,
    edition: 1,
    title: 'Lake park',
    description: 'What should be built by the lake?',
    about: sampleAbout,
    language: 'en',
    phases: [{ phaseId, title: null }],
    by,
  },
});

export type DraftDiscarded = DomainEvent<'DraftDiscarded', { consultationId: string; by: string }>;
export const draftDiscarded = event<DraftDiscarded>('DraftDiscarded', {
  stream: consultations,
  says: 'A consultation that was never published is given up; nothing can become of it any more.',
  may: 'consult',
  sample: { consultationId, by },
});
export type DraftEvent = DraftRevised | DraftDiscarded;

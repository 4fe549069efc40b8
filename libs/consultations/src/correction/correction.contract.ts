import { IsInt, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  HasNoPicture,
  IsOneLine,
  IsPlainText,
  Nested,
  OrNull,
  PageRequest,
  command,
  event,
  limits,
  pageQuery,
  type DomainEvent,
} from '@isegoria/kernel';
import { AboutWordsDraft, AboutWordsView, type AboutWords } from '../consultation/about/about.contract';
import { newWordsOfConsultation } from '../consultation/draft/draft.contract';
import { consultations, sampleIds } from '../streams.contract';

/**
 * All words of the consultation anew, not the files beside it; what people vote on is not among them, but for its title, whose letters
 * stay once it has begun.
 */
export class CorrectConsultation extends AboutWordsDraft {
  @IsUUID()
  consultationId: string;

  @IsOneLine()
  @MaxLength(limits.titleLength)
  title: string;

  /** Markdown. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  description: string;

  /** What was corrected and why, for everybody. */
  @IsPlainText()
  @MaxLength(limits.reasonLength)
  note: string;
}
export const correctConsultation = command(CorrectConsultation, {
  route: 'POST /consultations/:consultationId/corrections',
  may: 'consult',
  summary: 'Correct the words of a published consultation, with a public note',
  versionedBy: newWordsOfConsultation,
});

/** The words of a consultation, as one of its versions had them. */
export class WordsView extends AboutWordsView {
  @IsString() readonly title: string;
  /** Markdown. */
  @IsString() readonly description: string;
  @OrNull() @IsString() readonly summary: string | null;
}

export class CorrectionView {
  @IsISO8601() readonly correctedAt: string;
  @IsString() readonly note: string;
  @Nested(() => WordsView) readonly before: WordsView;
  @Nested(() => WordsView) readonly after: WordsView;
}

/** How often the words were corrected, and when last. */
export class CorrectionsView {
  @IsInt() readonly count: number;
  @OrNull() @IsISO8601() readonly lastAt: string | null;
}

export class ListCorrections extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listCorrections = pageQuery(ListCorrections, CorrectionView, {
  route: 'GET /consultations/:consultationId/corrections',
  may: 'anyone',
  summary: 'All corrections of the words of a consultation, with the words before and after, the last one first',
});

const { consultationId, by } = sampleIds;

export type ConsultationCorrected = DomainEvent<
  'ConsultationCorrected',
  { consultationId: string; title: string; description: string; about: AboutWords; note: string; by: string }
>;
export const consultationCorrected = event<ConsultationCorrected>('ConsultationCorrected', {
  stream: consultations,
  says:
    'A published consultation has other words: everybody sees the note, and the words before. Once it has begun, the letters and digits ' +
    'of its title stay as they were.',
  may: 'consult',
  act: { subject: 'consultationId', reason: 'note' },
  sample: {
    consultationId,
    title: 'Lake park',
    description: 'What should be built by the lake?',
    about: { summary: 'A park for everybody.', contact: null, decidedBy: 'The council', decidedWhen: 'In June' },
    note: 'The council decides in June.',
    by,
  },
});

import { ArrayMaxSize, IsIn, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  HasNoPicture,
  IsPlainText,
  Nested,
  OrNull,
  command,
  event,
  languages,
  limits,
  query,
  type DomainEvent,
  type Language,
} from '@isegoria/kernel';
import { newWordsOfConsultation } from '../consultation/draft/draft.contract';
import { OfConsultation } from '../consultation/of-consultation.contract';
import { consultations, sampleIds } from '../streams.contract';

/** Some words of an office, and the same in another language. */
export class TranslatedText {
  /** Word for word as it stands in the language of the consultation; where that is corrected, its translation is shown no more. */
  @IsPlainText()
  @MaxLength(limits.bodyLength)
  of: string;

  /** Markdown where `of` is; one line where that is, as titles and options are. */
  @IsPlainText()
  @HasNoPicture()
  @MaxLength(limits.bodyLength)
  text: string;
}

/** All translations into this language anew: one that is left out is withdrawn. */
export class TranslateConsultation {
  @IsUUID()
  consultationId: string;

  @IsIn(languages)
  language: Language;

  @Nested(() => TranslatedText, { each: true })
  @ArrayMaxSize(limits.translatedTextsMax)
  texts: TranslatedText[];
}

export const newTranslation = [...newWordsOfConsultation, 'ConsultationTranslated'] as const;
export const translateConsultation = command(TranslateConsultation, {
  route: 'PUT /consultations/:consultationId/translations/:language',
  may: 'consult',
  summary: 'Say what an office says in a consultation in another language',
  versionedBy: newTranslation,
});

/** Into which language, and what lists show; null where it is not translated, or was corrected since. */
export class TranslatedInto {
  @IsIn(languages) readonly language: Language;
  @OrNull() @IsString() readonly title: string | null;
  @OrNull() @IsString() readonly summary: string | null;
  /** What its picture shows. */
  @OrNull() @IsString() readonly pictureAlt: string | null;
}

export class TranslationView {
  @IsIn(languages) readonly language: Language;
  @Nested(() => TranslatedText, { each: true }) readonly texts: readonly TranslatedText[];
  @OrNull() @IsISO8601() readonly translatedAt: string | null;
}

export class ShowTranslation extends OfConsultation {
  @IsIn(languages)
  language: Language;
}
export const showTranslation = query(ShowTranslation, TranslationView, {
  route: 'GET /consultations/:consultationId/translations/:language',
  may: 'anyone',
  summary: 'What an office says in a consultation, in another language; empty where it was not translated',
});

const { consultationId, by } = sampleIds;

export type ConsultationTranslated = DomainEvent<
  'ConsultationTranslated',
  { consultationId: string; language: Language; texts: readonly { readonly of: string; readonly text: string }[]; by: string }
>;
export const consultationTranslated = event<ConsultationTranslated>('ConsultationTranslated', {
  stream: consultations,
  says:
    'What an office says in a consultation, in another language, all of it anew. A text belongs to the words in `of` and to no others: ' +
    'where they are corrected, its translation is shown no more.',
  may: 'consult',
  act: { subject: 'consultationId' },
  lastCountsBy: ['consultationId', 'language'],
  sample: { consultationId, language: 'fr', texts: [{ of: 'Lake park', text: 'Le parc du lac' }], by },
});

import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Language, Recorded } from '@isegoria/kernel';
import { PositionColumn, answer, timeOf, type Projection } from '@isegoria/projection';
import { visibleConsultation } from '../consultation/view/consultation.read-model';
import { showTranslation, type ConsultationTranslated, type TranslatedText } from './translation.contract';

/** What an office says in one consultation, in one other language. */
@Entity('translation')
export class TranslationRow {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('text')
  language: Language;

  @Column('jsonb')
  texts: readonly TranslatedText[];

  @Column('timestamptz', { name: 'translated_at' })
  translatedAt: Date;

  @PositionColumn()
  position: number;
}

export function translationsProjection(): Projection {
  return { name: 'consultations/translations', entities: [TranslationRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const event of events as readonly Recorded<ConsultationTranslated>[]) {
    if (event.type !== 'ConsultationTranslated') continue;
    const { consultationId, language, texts } = event.data;
    await rows.upsert(
      TranslationRow,
      { consultationId, language, texts: texts as never, translatedAt: timeOf(event), position: event.position },
      ['consultationId', 'language'],
    );
  }
}

export const translationAnswers = [
  answer(showTranslation, ['consultations'], async ({ consultationId, language }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    const found = await rows.getRepository(TranslationRow).findOneBy({ consultationId, language });
    return { language, texts: found?.texts ?? [], translatedAt: found?.translatedAt.toISOString() ?? null };
  }),
];

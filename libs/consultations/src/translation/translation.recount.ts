import { rule, said, timeSaid, type ActsInWords, type Entry, type MustBe, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationTranslated, TranslatedInto, TranslatedText, TranslationView } from './translation.contract';

export const actsOfTranslations: ActsInWords<ConsultationTranslated> = {
  ConsultationTranslated: ({ by, language, texts }) => `said in "${language}" by account ${by}, in ${texts.length} texts`,
};

export function rulesOfTranslations(known: KnownConsultations): readonly Rule<ConsultationTranslated>[] {
  return [
    rule(
      'translated-from-another-language',
      'A consultation is translated into languages in which it was not written.',
      ({ data: { consultationId, language } }) => {
        const consultation = known.of(consultationId);
        return !!consultation && consultation.language !== language;
      },
    ),
    rule('each-text-translated-once', 'In one translation each text is translated once.', ({ data: { texts } }) => {
      return new Set(texts.map(({ of }) => of)).size === texts.length;
    }),
  ];
}

interface Translated {
  readonly texts: readonly TranslatedText[];
  /** Those of the title and of the summary as they stood then. */
  readonly inLists: readonly TranslatedText[];
  readonly entry: Entry;
}

/** What one consultation says in other languages, as everybody may read it. */
export class TranslationsShown {
  private readonly translated = new Map<string, Translated>();
  /** Where the last one stands; 0 before the first. */
  place = 0;

  /** @param listed the words of the consultation that lists show */
  take(entry: Entry, { language, texts }: ConsultationTranslated['data'], listed: readonly (string | null)[]): void {
    this.place = entry.position;
    this.translated.delete(language);
    this.translated.set(language, { texts, inLists: texts.filter(({ of }) => listed.includes(of)), entry });
  }

  /** In the order in which they were last changed. */
  inLists(title: string, summary: string | null): MustBe<TranslatedInto>[] {
    const standing = [...this.translated].filter(([, { texts }]) => texts.length > 0);
    return standing.map(([language, { inLists, entry }]) => {
      const inOther = (words: string | null) => inLists.find(({ of }) => of === words)?.text ?? null;
      const words = { title: inOther(title), summary: inOther(summary) };
      return said<TranslatedInto>(entry, { language: language as TranslatedInto['language'], ...words });
    });
  }

  view(language: TranslationView['language']): MustBe<TranslationView> {
    const found = this.translated.get(language);
    if (!found) return { language, texts: [], translatedAt: null };
    return said<TranslationView>(found.entry, { language, texts: found.texts, translatedAt: timeSaid(found.entry) });
  }
}

import { sameWords } from '@isegoria/kernel';
import { rule, said, timeSaid, type ActsInWords, type Entry, type MustBe, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { AnsweredWords } from './audit/answered-words.recount';
import type { ConsultationTranslated, TranslatedInto, TranslatedText, TranslationView } from './translation.contract';

export const actsOfTranslations: ActsInWords<ConsultationTranslated> = {
  ConsultationTranslated: ({ by, language, texts }) => `said in "${language}" by account ${by}, in ${texts.length} texts`,
};

export function rulesOfTranslations(known: KnownConsultations, answered: AnsweredWords): readonly Rule<ConsultationTranslated>[] {
  /** What stands, by consultation and language. */
  const standing = new Map<string, ReadonlyMap<string, string>>();
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
    rule(
      'choices-read-apart',
      'In no translation do two options of one activity read the same.',
      ({ data: { consultationId, texts }, time }) => {
        const said = inOther(texts);
        return answered.beside(consultationId, time).every((list) => {
          const originals = new Set(list.map(sameWords));
          const read = new Map(list.map((of) => [sameWords(of), sameWords(said.get(of) ?? of)]));
          return new Set(read.values()).size === originals.size;
        });
      },
    ),
    rule(
      'translation-stands-once-open',
      'What people answer to keeps the translation that it has once its activity has opened.',
      ({ data: { consultationId, language, texts }, time }) => {
        const [stood, said] = [standing.get(`${consultationId} ${language}`), inOther(texts)];
        return !stood || [...answered.openedBy(consultationId, time)].every((of) => !stood.has(of) || stood.get(of) === said.get(of));
      },
      ({ data: { consultationId, language, texts } }) => void standing.set(`${consultationId} ${language}`, inOther(texts)),
    ),
  ];
}

const inOther = (texts: readonly TranslatedText[]) => new Map(texts.map(({ of, text }) => [of, text]));

interface Translated {
  readonly texts: readonly TranslatedText[];
  /** Those of the title, of the summary and of the picture as they stood then. */
  readonly inLists: readonly TranslatedText[];
  readonly entry: Entry;
}

/** The words of a consultation that lists show. */
interface Listed {
  readonly title: string;
  readonly summary: string | null;
  readonly picture: { readonly alt: string | null } | null;
}

/** What one consultation says in other languages, as everybody may read it. */
export class TranslationsShown {
  private readonly translated = new Map<string, Translated>();
  /** Where the last one stands; 0 before the first. */
  place = 0;

  take(entry: Entry, { language, texts }: ConsultationTranslated['data'], { title, summary, picture }: Listed): void {
    const listed = [title, summary, picture?.alt];
    this.place = entry.position;
    this.translated.delete(language);
    this.translated.set(language, { texts, inLists: texts.filter(({ of }) => listed.includes(of)), entry });
  }

  /** In the order in which they were last changed. */
  inLists({ title, summary, picture }: Listed): MustBe<TranslatedInto>[] {
    const standing = [...this.translated].filter(([, { texts }]) => texts.length > 0);
    return standing.map(([language, { inLists, entry }]) => {
      const inOther = (words: string | null | undefined) => inLists.find(({ of }) => of === words)?.text ?? null;
      const words = { title: inOther(title), summary: inOther(summary), pictureAlt: inOther(picture?.alt) };
      return said<TranslatedInto>(entry, { language: language as TranslatedInto['language'], ...words });
    });
  }

  view(language: TranslationView['language']): MustBe<TranslationView> {
    const found = this.translated.get(language);
    if (!found) return { language, texts: [], translatedAt: null };
    return said<TranslationView>(found.entry, { language, texts: found.texts, translatedAt: timeSaid(found.entry) });
  }
}

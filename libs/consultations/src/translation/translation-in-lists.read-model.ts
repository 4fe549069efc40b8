import type { Language } from '@isegoria/kernel';
import { aboutIn } from '../consultation/about/about.read-model';
import { ConsultationRow } from '../consultation/view/consultation-row.read-model';
import { rowsOfAct } from '../official-act/official-act.read-model';
import { withoutReview } from '../review/review.read-model';
import type { PhaseInRow } from '../phase/phase.read-model';
import type { ConsultationTranslated, TranslatedInto, TranslatedText } from './translation.contract';

/** What lists need of it, which stands with the first phase as the words do. */
interface Kept {
  readonly language: Language;
  /** Those of the title, of the summary and of the picture as they stood then. */
  readonly texts: readonly TranslatedText[];
  /** How many there are in all; none once a translation is withdrawn. */
  readonly count: number;
  readonly position: number;
}

const keptIn = (phases: readonly PhaseInRow[]) => (phases[0]?.kept?.['translations'] ?? []) as readonly Kept[];

/** The phases of another edition, with the translations of the one before. */
export function withTranslationsOf(before: readonly PhaseInRow[], phases: readonly PhaseInRow[]): PhaseInRow[] {
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, translations: keptIn(before) } }));
}

export const translationRows = rowsOfAct<ConsultationTranslated>({
  type: 'ConsultationTranslated',
  async apply({ data: { consultationId: id, language, texts }, position }, rows) {
    const row = await rows.findOneBy(ConsultationRow, { id });
    if (!row) return;
    const { summary, picture } = aboutIn(row.phases);
    const inLists = [row.title, summary, picture?.alt];
    const kept: Kept = { language, texts: texts.filter(({ of }) => inLists.includes(of)), count: texts.length, position };
    const others = keptIn(row.phases).filter((one) => one.language !== language);
    const translations = [...others, kept];
    const translated = row.phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, translations } }));
    const phases = row.publishedPosition === null ? withoutReview(translated) : translated;
    await rows.update(ConsultationRow, { id }, { phases: phases as never });
  },
});

/** For lists; null where the words were corrected since. */
export function translatedInto(phases: readonly PhaseInRow[], title: string): TranslatedInto[] {
  const { summary, picture } = aboutIn(phases);
  const standing = keptIn(phases).filter(({ count }) => count > 0);
  return standing.map(({ language, texts }) => {
    const said = (words: string | null | undefined) => texts.find(({ of }) => of === words)?.text ?? null;
    return { language, title: said(title), summary: said(summary), pictureAlt: said(picture?.alt) };
  });
}

/** Where in the log the last translation was recorded; 0 where none was. */
export const translationsVersionIn = (phases: readonly PhaseInRow[]): number =>
  Math.max(0, ...keptIn(phases).map(({ position }) => position));

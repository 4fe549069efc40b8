import type { FoundKind } from '@isegoria/content';
import type { Findable, FoundDocument } from '@isegoria/projection';
import { categoriesIn } from '../../category/chosen/chosen.read-model';
import { TranslationRow } from '../../translation/translation.read-model';
import { aboutIn } from '../about/about.read-model';
import { ConsultationRow } from '../view/consultation-row.read-model';

/** Consultations that were published are found by what the office says of them, in each language in which their title stands. */
export const foundConsultations: Findable<FoundKind> = {
  kind: 'consultation',
  idIn: ({ stream, data }) => (stream.startsWith('consultation-') ? (data as { consultationId?: string }).consultationId : undefined),
  async documentsOf(id, rows) {
    const row = await rows.findOneBy(ConsultationRow, { id });
    if (!row || row.publishedPosition === null || row.opensAt === null) return [];
    const { unit, title, language, phases, description, outcome, opensAt, closed } = row;
    const said = [aboutIn(phases).summary, description, outcome?.youSaid, outcome?.weDid];
    const body = (words: (text: string) => string | undefined) => said.flatMap((text) => (text ? (words(text) ?? []) : [])).join('\n\n');
    const place = { unit, categories: categoriesIn(phases).chosen, path: `/consultations/${id}`, day: opensAt };
    // Closed by an official before its last day, it is over all the same.
    const dates = { opensAt, closesAt: closed && row.closesAt && row.closesAt > opensAt ? opensAt : row.closesAt };
    const translations = await rows.findBy(TranslationRow, { consultationId: id });
    const translated = translations.flatMap(({ language, texts }): FoundDocument[] => {
      const inWords = (of: string) => texts.find((text) => text.of === of)?.text;
      const heading = inWords(title);
      return heading === undefined ? [] : [{ ...place, ...dates, language, title: heading, body: body(inWords) }];
    });
    return [{ ...place, ...dates, language, title, body: body((text) => text) }, ...translated];
  },
};

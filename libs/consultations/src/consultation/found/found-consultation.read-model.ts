import type { FoundKind } from '@isegoria/content';
import type { Findable, FoundDocument } from '@isegoria/projection';
import type { EntityManager } from 'typeorm';
import { categoriesIn } from '../../category/chosen/chosen.read-model';
import { TranslationRow } from '../../translation/translation.read-model';
import type { ConsultationsEvent } from '../../contract';
import { ActivityRow } from '../../activity/activity.read-model';
import { methodOf } from '../../methods/methods.read-model';
import { aboutIn } from '../about/about.read-model';
import { ConsultationRow } from '../view/consultation-row.read-model';

/** Streams in which an office alone speaks: what people cast and write has others, and would change nothing here. */
const said = /^(?:consultation|activity|document)-/;
/** What comes in batches, and says nothing of words. */
const ofPeople = 'AssuranceRaised' satisfies ConsultationsEvent['type'];

/**
 * Consultations that were published are found by what the office says in them, activities, surveys and laws included, in each language in
 * which their title stands.
 */
export const foundConsultations: Findable<FoundKind> = {
  kind: 'consultation',
  idIn: ({ type, stream, data }) =>
    said.test(stream) && type !== ofPeople ? (data as { consultationId?: string }).consultationId : undefined,
  async documentsOf(id, rows) {
    const row = await rows.findOneBy(ConsultationRow, { id });
    if (!row || row.publishedPosition === null || row.opensAt === null) return [];
    const { unit, title, language, phases, description, outcome, opensAt, closed } = row;
    const texts = [aboutIn(phases).summary, description, outcome?.youSaid, outcome?.weDid, ...(await wordsOfActivities(id, rows))];
    const body = (words: (text: string) => string | undefined) => texts.flatMap((text) => (text ? (words(text) ?? []) : [])).join('\n\n');
    const place = { unit, categories: categoriesIn(phases).chosen, path: `/consultations/${id}`, day: opensAt };
    // Closed by an official before its last day, it is over all the same.
    const dates = { opensAt, closesAt: closed && row.closesAt && row.closesAt > opensAt ? opensAt : row.closesAt };
    const translations = await rows.findBy(TranslationRow, { consultationId: id });
    const translated = translations.flatMap(({ language, texts: inLanguage }): FoundDocument[] => {
      const inWords = (of: string) => inLanguage.find((text) => text.of === of)?.text;
      const heading = inWords(title);
      return heading === undefined ? [] : [{ ...place, ...dates, language, title: heading, body: body(inWords) }];
    });
    return [{ ...place, ...dates, language, title, body: body((text) => text) }, ...translated];
  },
};

async function wordsOfActivities(consultationId: string, rows: EntityManager): Promise<string[]> {
  const activities = await rows.find(ActivityRow, { where: { consultationId }, order: { draftedPosition: 'ASC' } });
  const words: string[] = [];
  for (const { method, title, ...activity } of activities) {
    if (title !== null) words.push(title);
    words.push(...((await methodOf(method)?.words?.(rows, activity)) ?? []));
  }
  return words;
}

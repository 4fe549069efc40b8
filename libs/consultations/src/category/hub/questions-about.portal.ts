import { listQuestions } from '@isegoria/feedback';
import type { NarrowedCategories, Visit } from '@isegoria/portal-kit';
import type { ConsultationSummary } from '../../consultation/consultation.contract';
import type { AskedAbout } from './questions-about.page';

/** So many consultations are looked into, those that are open first, and so many of their questions are shown. */
const [mostConsultations, mostQuestions] = [8, 5];

/**
 * The questions that were asked last about these consultations, or about the topic or the area itself, without those that are hidden,
 * withdrawn or erased.
 */
export async function questionsAbout(
  visit: Visit,
  consultations: readonly ConsultationSummary[],
  chosen: NarrowedCategories,
): Promise<AskedAbout[]> {
  const [{ items: inGeneral }, ...asked] = await Promise.all([
    visit.api.ask(listQuestions, chosen),
    ...consultations.slice(0, mostConsultations).map(async (consultation): Promise<AskedAbout[]> => {
      const { items } = await visit.api.ask(listQuestions, { consultationId: consultation.id });
      return items.map((question) => ({ question, consultation }));
    }),
  ]);
  return [...asked.flat(), ...inGeneral.map((question): AskedAbout => ({ question }))]
    .filter(({ question: { text, status } }) => text !== null && status !== 'withdrawn')
    .sort((one, other) => Date.parse(other.question.askedAt) - Date.parse(one.question.askedAt))
    .slice(0, mostQuestions);
}

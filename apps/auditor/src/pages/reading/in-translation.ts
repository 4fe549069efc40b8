import type { ConsultationView, OfficialAction, TranslationView } from '@isegoria/contracts';
import type { Language } from '@isegoria/texts';
import type { Source } from '../../source/source';
import { api } from '../../words/ask';

/** The members of answers in which an office says something that it may translate. */
const said = new Set([
  ...['title', 'summary', 'text', 'description', 'activity', 'milestone'],
  ...['youSaid', 'weDid', 'closedEarlyReason', 'reason', 'note', 'fromLabel', 'toLabel'],
]);

/**
 * Answers as a page in another language says them: what the office translated, which is compared with the log besides, stands in place of
 * the original.
 * @returns what gives an answer as that page says it
 */
export async function inTranslation(
  source: Source,
  { id, language, translations = [] }: Partial<ConsultationView>,
  reader: Language,
): Promise<<Answer>(answer: Answer) => Answer> {
  if (reader === language || !translations.some((one) => one.language === reader)) return (answer) => answer;
  const answered = await source.optional(`${api}/consultations/${id}/translations/${reader}`);
  const { texts } = JSON.parse(answered ?? '{ "texts": [] }') as TranslationView;
  const translated = new Map(texts.map(({ of, text }) => [of, text]));
  return (answer) => saidAs(answer, translated);
}

/** What officials did as a page in another language says it, each act in the translation of the consultation that it was about. */
export async function actsInTranslation(
  source: Source,
  actions: readonly OfficialAction[],
  reader: Language,
): Promise<readonly OfficialAction[]> {
  const places = new Map(actions.flatMap(({ consultationId, title, language }) => (title ? [[consultationId, language] as const] : [])));
  const says = new Map<string | null, (action: OfficialAction) => OfficialAction>();
  for (const [id, language] of places)
    if (id !== null && language !== null)
      says.set(id, await inTranslation(source, { id, language, translations: [{ language: reader, ...untold }] }, reader));
  return actions.map((action) => says.get(action.consultationId)?.(action) ?? action);
}

const untold = { title: null, summary: null, pictureAlt: null };

function saidAs<Part>(part: Part, translated: ReadonlyMap<string, string>): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => saidAs(one, translated)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.entries(part).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [name, saidAs(value, translated)];
    return [name, said.has(name) ? (translated.get(value) ?? value) : value];
  });
  return Object.fromEntries(members) as Part;
}

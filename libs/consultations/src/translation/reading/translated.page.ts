import type { ApiClient } from '@isegoria/api-client';
import type { Language } from '@isegoria/texts';
import type { Translated } from '@isegoria/ui';
import { showConsultation, type ConsultationSummary, type ConsultationView } from '../../consultation/consultation.contract';
import { showTranslation } from '../translation.contract';

/** A consultation as its reader is shown it: with the office's translation, if there is one into the reader's language. */
export interface ReadConsultation extends ConsultationView {
  readonly translated?: Translated;
}

/** In the address of a page whose reader wants the words that the office wrote first. */
export const originalParameter = 'original';

/** A consultation with its translation into a language. */
export async function readConsultation(api: ApiClient, language: Language, consultationId: string): Promise<ReadConsultation> {
  const consultation = await api.ask(showConsultation, { consultationId });
  if (!consultation.translations.some((one) => one.language === language)) return consultation;
  return { ...consultation, translated: await translationOf(api, language, consultationId) };
}

/** Everything that an office says in a consultation in a language: nothing where it says nothing in it. */
export async function translationOf(api: ApiClient, language: Language, consultationId: string): Promise<Translated> {
  const { texts } = await api.ask(showTranslation, { consultationId, language });
  return { language, texts: new Map(texts.map(({ of, text }) => [of, text])) };
}

/** What an office says in a consultation, as its reader is shown it, where only plain text is possible. */
export function asRead({ translated }: Pick<ReadConsultation, 'translated'>, words: string): string {
  return translated?.texts.get(words) ?? words;
}

/** What lists show of the translation. */
export function listedIn(reader: Language, { title, summary, picture, translations }: ConsultationSummary): Translated | undefined {
  const found = translations.find(({ language }) => language === reader);
  if (!found) return undefined;
  const said = [
    [title, found.title],
    [summary, found.summary],
    [picture?.alt ?? null, found.pictureAlt],
  ].filter((pair): pair is [string, string] => pair.every((text) => typeof text === 'string'));
  return { language: reader, texts: new Map(said) };
}

/** The title where only plain text is possible. */
export function titleFor(reader: Language, consultation: ConsultationSummary): { readonly text: string; readonly language: Language } {
  const text = listedIn(reader, consultation)?.texts.get(consultation.title);
  return text === undefined ? { text: consultation.title, language: consultation.language } : { text, language: reader };
}

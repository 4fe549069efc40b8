/**
 * Text as it is stored in an event. A citizen's words are sealed under the person's own key, so that erasing the key erases the words while
 * the event, its place in the log and every count remain; words of the institution are recorded in plain text.
 */
export type RecordedText = { readonly plain: string } | { readonly sealed: string };

export { languages, sourceLanguage, type Language } from '@isegoria/texts';

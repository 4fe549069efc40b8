/**
 * Text as it stands in an event. A citizen's words are sealed under the person's own key, so that erasing the key erases the words
 * while the event, its place in the log and every count remain; words of the institution are on the record in plain.
 */
export type RecordedText = { readonly plain: string } | { readonly sealed: string };

/** Languages the product speaks; every catalogue is complete in each of them. */
export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];
/** Words of the institution in the languages in which it gave them. */
export type TextByLanguage = Partial<Record<Language, string>>;
export const rightToLeft: readonly Language[] = ['ar'];

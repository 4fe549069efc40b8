import type { Language } from '../catalogues';

/** A day has 24 hours in every language, so that a time reads alike beside its day and alone. */
export const timeAlone = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

/** How days and times are written; scripts of pages write them alike. */
export const dayAndTime = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  ...timeAlone,
} as const;

/** The locale by which a language of the product writes dates. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

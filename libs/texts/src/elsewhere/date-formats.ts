import type { Language } from '../catalogues';

/** How days and times are written; scripts of pages write them alike. */
export const dayAndTime = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

export const timeAlone = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;

/** The locale by which a language of the product writes dates. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

import { rightToLeft, type Language } from '@isegoria/contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import { messages, type MessageKey } from './messages/catalogue';

export type Direction = 'ltr' | 'rtl';
export type MessageValues = Readonly<Record<string, string | number>>;

export function directionOf(language: Language): Direction {
  return rightToLeft.includes(language) ? 'rtl' : 'ltr';
}

/** Everything a page needs to speak one language: messages, and numbers and dates as people there write them. */
export interface Texts {
  readonly language: Language;
  readonly direction: Direction;
  /** The message of the catalogue, its ICU arguments filled in. Plain text: whoever shows it escapes it. */
  t(key: MessageKey, values?: MessageValues): string;
  number(value: number): string;
  /** A share from 0 to 1 as a whole percentage. */
  percent(share: number): string;
  /** A day: "23 November 2026". Takes an RFC 3339 time or a date (`2026-11-23`). */
  date(iso: string): string;
  /** "23 Nov", for the narrow ends of an axis. */
  shortDate(iso: string): string;
  /** "Nov 2026", for an axis that runs over years. */
  month(iso: string): string;
  /** "23 November 2026 at 16:05 UTC": the zone is always said. */
  dateTime(iso: string): string;
}

const known = new Map<string, Texts>();

/** @param timeZone an IANA name; the same texts are given for the same language and zone. */
export function textsIn(language: Language, timeZone = 'UTC'): Texts {
  const key = `${language} ${timeZone}`;
  const texts = known.get(key) ?? createTexts(language, timeZone);
  known.set(key, texts);
  return texts;
}

function createTexts(language: Language, timeZone: string): Texts {
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  const numbers = new Intl.NumberFormat(language);
  const percentages = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const locale = language === 'en' ? 'en-GB' : language;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const shortDates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone });
  const times = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return {
    language,
    direction: directionOf(language),
    t(key, values) {
      const message = messages[language][key];
      if (!values) return message;
      const format = compiled.get(key) ?? new IntlMessageFormat(message, language);
      compiled.set(key, format);
      return String(format.format(values));
    },
    number: (value) => numbers.format(value),
    percent: (share) => percentages.format(share),
    date: (iso) => dates.format(new Date(iso)),
    shortDate: (iso) => shortDates.format(new Date(iso)),
    month: (iso) => months.format(new Date(iso)),
    dateTime: (iso) => times.format(new Date(iso)),
  };
}

import { IntlMessageFormat } from 'intl-messageformat';
import { languages, sourceLanguage, translationsInto, type Language } from './catalogues';
import { inEnglish, type MessageKey } from './english';
import { daysIn, type Days } from './days';
import { zoneNameIn, type Zone } from './zone';
import { dayAndTime, localeOf, timeAlone } from './elsewhere/date-formats';
import './elsewhere/deadlines.texts';
import { dayIn, directionOf, isolated, nameIn, type Direction } from './language';

export type MessageValues = Readonly<Record<string, string | number>>;

/** Everything a page needs to speak one language: messages, and numbers and dates as people there write them. */
export interface Texts {
  readonly language: Language;
  readonly direction: Direction;
  /**
   * The message with its ICU arguments filled in, in English where it has no translation. Plain text: the code that shows it escapes it.
   * @throws an Error when an argument is missing
   */
  t(key: MessageKey, values?: MessageValues): string;
  /** What a language is called in the middle of a sentence. */
  nameOf(language: Language): string;
  number(value: number): string;
  /** A share from 0 to 1 as a whole percentage. */
  percent(share: number): string;
  /** A day: "23 November 2026". Takes an RFC 3339 time or a date (`2026-11-23`). */
  date(iso: string): string;
  /** The last day of what lasts until a moment: what lasts until 00:00 ends with the day before. */
  lastDay(iso: string): string;
  /** "23 Nov", for the narrow ends of an axis. */
  shortDate(iso: string): string;
  /** "Nov 2026", for an axis that runs over years. */
  month(iso: string): string;
  /** "November 2026", above what is in it. */
  wholeMonth(iso: string): string;
  /** "23 November 2026 at 16:05 UTC": the zone is always said. */
  dateTime(iso: string): string;
  /**
   * The moment until which something lasts. What lasts until a day begins, lasts until the end of the day before: "31 October 2026 at the
   * end of the day (CET)", and never 1 November.
   * @param withZone whether it is to be said, where no time is told
   */
  deadline(iso: string, withZone?: boolean): string;
  /** "16:05 UTC", from 00:00 to 23:59. */
  clock(iso: string): string;
  /** Days as they are in the zone. */
  readonly days: Days;
  /** The zone in which times are given. */
  readonly zone: Zone;
  /** The same moments as the site tells them; absent where the reader chose no other zone. */
  readonly ofSite?: Pick<Texts, 'dateTime' | 'deadline'>;
}

const known = new Map<string, Texts>();
/** There are hundreds of zones, and each holds some formats: those that are asked for again are made again. */
const mostKnown = 100;

/**
 * The same texts are given for the same language and zone, while few are asked for. A language that the product does not speak (any more)
 * is answered in English.
 * @param timeZone an IANA name
 * @param ofSite that of the site, for a reader who chose another one
 */
export function textsIn(asked: Language, timeZone = 'UTC', ofSite = timeZone): Texts {
  const language = languages.includes(asked) ? asked : sourceLanguage;
  if (ofSite !== timeZone) return { ...textsIn(asked, timeZone), ofSite: textsIn(asked, ofSite) };
  const key = `${language} ${timeZone}`;
  const texts = known.get(key) ?? createTexts(language, timeZone);
  if (known.size >= mostKnown) known.clear();
  known.set(key, texts);
  return texts;
}

function createTexts(language: Language, timeZone: string): Texts {
  const numbers = new Intl.NumberFormat(language);
  const percentages = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const locale = localeOf(language);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const shortDates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone });
  const wholeMonths = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  const times = new Intl.DateTimeFormat(locale, { ...dayAndTime, timeZone });
  const clocks = new Intl.DateTimeFormat(locale, { ...timeAlone, timeZone });
  const written = (format: Intl.DateTimeFormat) => (iso: string) =>
    format
      .formatToParts(new Date(iso))
      .map(({ type, value }) => (type === 'day' ? dayIn(language, value) : value))
      .join('');
  const t = messagesIn(language);
  const days = daysIn(timeZone);
  const [dateTime, day] = [written(times), written(dates)];
  /** In winter and summer it has two names. */
  const zoneAt = (time: number) => times.formatToParts(time).find(({ type }) => type === 'timeZoneName')!.value;
  const lastDay = (iso: string) => day(new Date(Date.parse(iso) - 1).toISOString());
  return {
    language,
    direction: directionOf(language),
    t,
    nameOf: (other) => nameIn(language, other),
    number: (value) => numbers.format(value),
    percent: (share) => percentages.format(share),
    date: day,
    lastDay,
    shortDate: written(shortDates),
    month: written(months),
    wholeMonth: written(wholeMonths),
    dateTime,
    deadline(iso, withZone = true) {
      // A day that was typed is kept as its last moment, an end of what lasts as the first one after it.
      const end = [Date.parse(iso), Date.parse(iso) + 1].find((time) => days.isEndOfDay(time));
      if (end === undefined) return dateTime(iso);
      return t('time.endOfDay', { date: lastDay(iso) }) + (withZone ? ` (${zoneAt(end - 1)})` : '');
    },
    clock: written(clocks),
    days,
    zone: { id: timeZone, name: zoneNameIn(locale, timeZone) },
  };
}

/** A message is compiled when it is first filled in. One that stands in English follows the plurals of English. */
function messagesIn(language: Language): Texts['t'] {
  const translations = translationsInto(language);
  const direction = directionOf(language);
  const compiled = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    const translation = translations[key];
    const message = translation ?? inEnglish(key);
    if (!values) return message;
    const format = compiled.get(key) ?? new IntlMessageFormat(message, translation === undefined ? sourceLanguage : language);
    compiled.set(key, format);
    const isolates = Object.entries(values).map(([name, value]) => [name, isolated(value, direction)] as const);
    return String(format.format(Object.fromEntries(isolates)));
  };
}

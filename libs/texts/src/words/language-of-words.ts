import { languages, type Language } from '../catalogues';

/**
 * Small words that are in almost every sentence of a language and in few of its neighbours: no "of" and "is", which are Dutch too, no "la"
 * and "que", which are Spanish.
 */
const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'the and to for are with not should this that have has from they there their would must more every our you your been ' +
      'which when where what how who why were could than into about only it its can if my be by because'
    ).split(' '),
  ),
  fr: new Set(
    (
      'les et une dans pour pas nous vous qui aux avec sur cette sont leur leurs ces être plus chaque notre nos ' +
      'votre vos faut doit doivent je il elle ils mais où était comme est au peut peuvent tout tous sans aussi'
    ).split(' '),
  ),
};

/** Scripts in which a platform language is written, by their codes in locale data. */
const letters: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
};

/** Of each language of the platform, in their order. */
const scripts = languages.map((language) => new Intl.Locale(language).maximize().script);

/** Letters of Persian, Urdu and Kurdish that Arabic does not have. */
const notArabic = /[پچژگکیےڕۆێڵٹڈں]/u;

/** So much of a text is looked at. */
const beginning = 600;
/** A sentence longer than this has one of the small words of its language. */
const shortSentence = 8;

/**
 * In which of the platform's languages somebody's words are, for the `lang` of their element; empty where that cannot be told, which HTML
 * has for "not known": it is never guessed against the evidence, and never taken over from the page around.
 * @param likely the language of what the words are about
 */
export function languageOf(text: string, likely?: Language): Language | '' {
  const start = text.slice(0, beginning).replace(/https?:\S+/g, ' ');
  const script = scriptOf(start);
  const possible = languages.filter((_, index) => scripts[index] === script);
  if (script === undefined || (script === 'Arab' && notArabic.test(start))) return '';
  const words = start.toLowerCase().match(/[\p{Letter}\p{Mark}]+/gu) ?? [];
  const [first, second] = possible
    .map((language) => ({ language, found: words.filter((word) => smallWords[language]?.has(word)).length }))
    .sort((a, b) => b.found - a.found || Number(b.language === likely) - Number(a.language === likely));
  if (!first) return '';
  if (!second && smallWords[first.language] === undefined) return first.language;
  if (first.found > (second?.found ?? 0) && first.found >= (first.language === likely ? 1 : 2)) return first.language;
  return first.found === 0 && first.language === likely && words.length <= shortSentence ? first.language : '';
}

/** The script of most letters. */
function scriptOf(text: string): string | undefined {
  const all = text.match(/\p{Letter}/gu)?.length ?? 0;
  return Object.keys(letters).find((script) => (text.match(letters[script]!)?.length ?? 0) * 2 > all);
}


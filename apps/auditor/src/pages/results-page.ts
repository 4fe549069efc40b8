import type { AnsweredView } from '@isegoria/audit-kit';
import { onPageOf, type OnPage, type SentenceOnPage } from '@isegoria/consultations/recount';
import '@isegoria/consultations/methods/poll/poll.texts';
import '@isegoria/consultations/methods/choices/options/options.texts';
import '@isegoria/consultations/hidden-results/hidden-results.texts';
import '@isegoria/consultations/late/late.texts';
import '@isegoria/consultations/methods/motion/motion.texts';
import '@isegoria/consultations/methods/survey/response/response.texts';
import '@isegoria/consultations/methods/survey/channels/channels.texts';
import '@isegoria/consultations/methods/survey/place/place.texts';
import '@isegoria/consultations/methods/survey/paper/unanswered/unanswered.texts';
import '@isegoria/consultations/methods/survey/quotas/pages/quotas.texts';
import '@isegoria/consultations/methods/ranked-vote/ranked-vote.texts';
import '@isegoria/consultations/results/results.texts';
import '@isegoria/consultations/results/as-of/page/as-of.texts';
import '@isegoria/consultations/methods/document/answered/coverage.texts';
import '@isegoria/consultations/methods/survey/written/answered/text-coverage.texts';
import '@isegoria/consultations/methods/document/document.texts';
import '@isegoria/consultations/official-answer/pages/official-answer.texts';
import '@isegoria/consultations/methods/score-vote/score-vote.texts';
import type { ConsultationResults } from '@isegoria/contracts';
import { textsIn, type MessageKey } from '@isegoria/texts';
import { numbersIn, type WrittenNumber } from './reading/numbers-in';
import { bare, mustSay, mustShowOnly, wrongPage, type ReadPage } from './page-finding';
import { Names } from './naming/names';
import { mustSayOwedAlone } from './owed/owed';
import {
  activityScopes,
  besideIn,
  daysIn,
  feedbackScope,
  lengthScope,
  objectsIn,
  scaleOf,
  thingScope,
  thingsIn,
  thingsWithoutWords,
  viewScope,
  type Scope,
  type Thing,
} from './scopes';
import { inOneLine, type Line } from './reading/visible-text';

type Members = Readonly<Record<string, unknown>>;

/** The members of answers that are words. */
const wordy = ['title', 'summary', 'text', 'description', 'reason'] as const;

interface Known {
  readonly language: string;
  readonly things: readonly Thing[];
  readonly wordless: readonly Thing[];
  readonly scopes: readonly Scope[];
  /** What an opinion map says of one statement, such as how many of a group agree. */
  readonly ofStatement: (id: unknown) => readonly Scope[];
  readonly lengths: readonly Scope[];
  /** Words that have digits in them and are no figures. */
  readonly names: Names;
  /** Words with digits that a page may quote, however few: they are no figures where they stand between quotation marks. */
  readonly quotes: readonly string[];
  readonly scores: ReadonlySet<number>;
  /** The figures of days, by the day as it is written. */
  readonly days: readonly { readonly written: string; readonly figures: readonly number[] }[];
  /** What comes first in its activity by its method, and what does not. */
  readonly leaders: readonly string[];
  readonly others: readonly string[];
  /** The sentences that a method leads to, and what is said of what is owed, as they are bare. */
  readonly sentences: ReadonlySet<string>;
  /** The rows that a method leads to: what each is about, bare, its figures, and these as the product writes them, bare. */
  readonly rows: readonly { readonly of: string; readonly figures: readonly number[]; readonly written: string }[];
  /** Whole texts that the answers have, which may quote what they like. */
  readonly said: ReadonlySet<string>;
  /** How many votes there are, where a language says that without digits. */
  readonly spelt: readonly SpeltCount[];
  /** The marks of the scales of charts, as they stand side by side. */
  readonly scales: readonly string[];
}

interface SpeltCount {
  readonly votes: number;
  readonly words: string;
}

/**
 * Whether the page of results visibly writes the figures that the site answers, and no others: each line with numbers must be explained by
 * figures that belong together, and each thing with a name must stand in a table with its own.
 * @param consultation what the site answers about it besides
 * @param onPage what else it must show of an activity
 * @throws Finding page
 */
export function checkResultsPage(
  page: ReadPage,
  consultation: object,
  results: ConsultationResults,
  all: readonly AnsweredView[],
  onPage = onPageOf,
): void {
  const views = all.filter(({ view }) => !view.isApart);
  const activities = results.activities as unknown as readonly Members[];
  const answers = views.map(({ answer }) => answer);
  const inAnswers = answers.flatMap(objectsIn);
  const days = activities.flatMap(({ participation = [] }) => (participation as readonly { day: string }[]).map(({ day }) => day));
  const texts = [...[consultation, results].flatMap(objectsIn), ...inAnswers].flatMap((object) => wordy.map((member) => object[member]));
  const numbered = texts.filter((text): text is string => typeof text === 'string' && /\p{Nd}/u.test(text)).map(inOneLine);
  const { t, number } = textsIn(page.language);
  const bySite = results.activities.map((activity) => ({ activity, shown: onPage(activity, all) }));
  const sentences = bySite.flatMap(({ shown }) => (shown?.sentences ?? []).map((sentence) => inWords(page.language, sentence)));
  const rows = bySite.flatMap(({ shown }) =>
    (shown?.rows ?? []).map(({ of, figures }) => ({
      of: bare(typeof of === 'string' ? of : t(of.says as MessageKey, of.values)),
      figures,
      written: bare(figures.map(number).join(' ')),
    })),
  );
  const ofSite = bySite.flatMap(({ activity, shown }) =>
    (shown?.things ?? []).map(({ of, byAssurance, ...own }): Thing => {
      const called = { id: undefined, name: t(of.says as MessageKey), quotes: [], inWordsOf: 'the site' } as const;
      return { ...called, ...own, beside: besideIn(byAssurance, activity) };
    }),
  );
  const things = [...activities.flatMap(thingsIn), ...ofSite];
  const standings = bySite.map(({ activity, shown }) => standingsOf(activity as unknown as Members, shown));
  const said = new Set(texts.flatMap((text) => (typeof text === 'string' ? [bare(text)] : [])));
  const known: Known = {
    language: page.language,
    // An opinion map may name a statement that is on a later page of the list.
    things: [...things, ...(answers as readonly Members[]).flatMap(thingsIn)],
    wordless: activities.flatMap(thingsWithoutWords),
    scopes: [...[...activities, consultation as Members].flatMap(activityScopes), feedbackScope(results), ...answers.map(viewScope)],
    ofStatement: (id) => inAnswers.flatMap((object) => (object['statementId'] === id ? viewScope(object) : [])),
    lengths: activities.map(lengthScope),
    names: new Names(page.language, [...numbered, ...daysInWords(page.language, days)], results.activities),
    quotes: things.flatMap((thing) => thing.quotes).filter((words) => /\p{Nd}/u.test(words)),
    scores: new Set(inAnswers.flatMap(({ score }) => (typeof score === 'number' ? Math.round(score * 1000) / 1000 : []))),
    days: activities.flatMap(daysIn).map(({ day, figures }) => ({ written: inOneLine(textsIn(page.language).date(day)), figures })),
    leaders: standings.flatMap(({ leaders }) => leaders),
    others: standings.flatMap(({ others }) => others),
    sentences: new Set([...[...sentences, ...saidOfAll(page.language, results)].map(bare), ...mustSayOwedAlone(page, consultation, said)]),
    rows,
    said,
    spelt: speltIn(page.language),
    scales: [
      ...activities.map((activity) => inOneLine(scaleOf(activity).map(textsIn(page.language).number).join(''))),
      inOneLine([0, 0.5, 1].map(textsIn(page.language).percent).join('')),
    ],
  };
  for (const line of page.lines) checkLine(page, line, known);
  for (const { name } of things) {
    if (!page.lines.some((line) => line.isRow && isAbout(line, name)))
      throw wrongPage(page, `does not show the figures of ${JSON.stringify(name.slice(0, 160))}.`);
  }
  for (const thing of things) {
    const words = besideInWords(known.language, thing);
    if (words === undefined) continue;
    const own = page.lines.filter((line) => !line.isRow && beginsWith(line, thing, known.spelt));
    if (!own.some(({ cells }) => cells.some((cell) => placeOf(words, cell) >= 0)))
      throw wrongPage(page, `does not say ${JSON.stringify(words)} of ${JSON.stringify(thing.name.slice(0, 160))}.`);
  }
  for (const sentence of sentences)
    if (!page.lines.some(({ cells, isFolded, isRow }) => !isFolded && !isRow && bare(cells.join(' ')) === bare(sentence)))
      throw wrongPage(page, `does not say ${JSON.stringify(inOneLine(sentence).slice(0, 200))}, as its figures do.`);
  for (const row of rows)
    if (!page.lines.some((line) => isRowOf(line, row)))
      throw wrongPage(page, `does not show the figures ${row.figures.join(', ')} of ${JSON.stringify(row.of.slice(0, 160))} in a row.`);
  checkHeadlines(page, activities, consultation as Members, results);
  mustSay(page, activities.length > 1 ? activities.map(({ title }) => title as string | null) : []);
  mustShowOnly(page, [results.computedAt, ...days]);
}

/** What every page of results says about its figures, which something on it may be called like. */
function saidOfAll(language: string, { position, skippedEvents, activities }: ConsultationResults): string[] {
  const { t } = textsIn(language);
  const skipped = t('results.incomplete', { count: skippedEvents.length });
  return [
    t('results.computed', { position }),
    `${skipped} ${t('results.incompleteWhy')}`,
    ...activities.flatMap(({ excludedBallots, late }) => [
      `${t('figures.excluded', { count: excludedBallots })} ${t('figures.excludedWhy')}`,
      t('late.results', { count: late }),
    ]),
  ];
}

/** In Arabic, none, one and two are words; no language has more of them (Unicode CLDR, plural rules). */
function speltIn(language: string): SpeltCount[] {
  const { t } = textsIn(language);
  const counts = [0, 1, 2].map((votes) => ({ votes, words: inOneLine(t('results.votes', { count: votes })) }));
  return counts.filter(({ words }) => !/\p{Nd}/u.test(words));
}

/** A sentence that a method leads to, as the product writes it. */
function inWords(language: string, { says, values, shares = {}, lists = {} }: SentenceOnPage): string {
  const { t, percent } = textsIn(language);
  const written = Object.entries(shares).map(([name, share]) => [name, percent(share)] as const);
  const listed = Object.entries(lists).map(([name, several]) => [name, new Intl.ListFormat(language).format(several)] as const);
  return t(says as MessageKey, { ...values, ...Object.fromEntries([...written, ...listed]) });
}

/** What comes first, and what does not, as they are named. */
function standingsOf(activity: Members, shown: OnPage | undefined): Pick<Known, 'leaders' | 'others'> {
  const named = thingsIn(activity).map(({ id, name }) => ({ name, isFirst: shown?.first.includes(String(id)) ?? false }));
  if (!shown || shown.first.length === 0) return { leaders: [], others: [] };
  const names = (first: boolean) => named.filter(({ isFirst }) => isFirst === first).map(({ name }) => name);
  return { leaders: names(true), others: names(false) };
}

/** In French a decimal comma may look like one between thousands: so what is written just as the product writes it is right as well. */
function isRowOf({ cells, isRow }: Line, { of, figures, written }: Known['rows'][number]): boolean {
  if (!isRow || bare(cells[0] ?? '') !== of) return false;
  if (bare(cells.slice(1).join(' ')) === written) return true;
  const shown = numbersIn(cells.slice(1).join(' | ')).map(({ value }) => value);
  return shown.length === figures.length && shown.every((value, index) => value === figures[index]);
}

function checkLine(page: ReadPage, line: Line, known: Known): void {
  if (!isExplained(line, known))
    throw wrongPage(page, `shows ${JSON.stringify(line.cells.join(' ').slice(0, 200))}, which its figures do not make.`);
}

/** Sentences that quote an option beside figures are findings: they are about what has the most votes. */
function putsAnotherFirst({ cells, isRow }: Line, { leaders, others }: Known): boolean {
  const quotes = (name: string) => cells.some((cell) => quotedIn(cell).includes(bare(name)));
  return !isRow && others.some(quotes) && !leaders.some(quotes);
}

/** What stands between quotation marks of any language, without spaces and marks. */
function quotedIn(cell: string): string[] {
  return cell
    .split(/["“”„«»]/)
    .slice(1, -1)
    .map(bare);
}

function isExplained(line: Line, known: Known): boolean {
  const { things, wordless, scopes, ofStatement, lengths, names, quotes, scores, days, scales, spelt } = known;
  const { cells, times, isRow } = line;
  if (!isRow && known.sentences.has(bare(cells.join(' ')))) return true;
  if (known.rows.some((row) => isRowOf(line, row))) return true;
  if (names.isNaming(line) || names.isHead(line)) return true;
  const unquoted = cells.map((cell) => withoutQuotes(cell, quotes));
  const numbers = numbersIn(unquoted.map((cell) => names.without(cell)).join(' | '));
  if (numbers.length === 0) return known.said.has(bare(cells.join(' '))) || !putsAnotherFirst(line, known);
  const ofDay = days.filter(({ written }) => isRow && times.includes(written));
  if (ofDay.length > 0) return ofDay.some(({ figures }) => isWithin(numbers, figures, scores));
  const isHeadline = names.isHeadline(line);
  const own = things.filter((thing) => (isRow ? isAbout(line, thing.name) : !isHeadline && beginsWith(line, thing, spelt)));
  if (own.length > 0)
    return own.some((thing) => isOf(thing, line, known) || (!isRow && ofStatement(thing.id).some(hasAll(besideOf(thing, line)))));
  if (isRow && wordless.some((thing) => isWithin(numbers, thing.figures, scores))) return true;
  const isMark = cells.length === 1 && !/\p{L}/u.test(cells[0]!);
  if (isMark) return scales.includes(cells[0]!);
  if (putsAnotherFirst(line, known)) return false;
  const isTerm = !isRow && cells.length > 1;
  const named = things.filter(({ name }) => cells.some((cell) => cell.includes(inOneLine(name))));
  return [...scopes, ...(isTerm ? [] : lengths), ...named.map(thingScope)].some(hasAll(numbers));
}

/**
 * A word such as `No`, in which the site itself names something, may begin any sentence, the step `4` of a scale any number, and the
 * option `C` any word: it is a name where a count in words follows, or else no word, no further digit and no sign that makes a share of it.
 */
function beginsWith({ cells: [first = ''] }: Line, { name, inWordsOf }: Thing, spelt: Known['spelt']): boolean {
  const called = inOneLine(name);
  if (!first.startsWith(called)) return false;
  const rest = first.slice(called.length);
  if (goesOn(called, rest)) return false;
  if (countAfter(rest, spelt)) return true;
  const mayBeginAnything = inWordsOf === 'the site' || !/\p{L}/u.test(called);
  return !mayBeginAnything || !/^(?:\s*[\p{L}%٪]|[.,]?\p{Nd})/u.test(rest);
}

const countAfter = (rest: string, spelt: Known['spelt']): SpeltCount | undefined =>
  spelt.find(({ words }) => rest.trimStart().startsWith(words));

/** Whether a name of letters is only the beginning of a longer word. Languages without spaces between words have no such beginning. */
const goesOn = (name: string, rest: string): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(name) && /^[\p{L}\p{M}]/u.test(rest) && !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]$/u.test(name);

/** Whether what stands beside a name are figures of that thing. */
function isOf(thing: Thing, whole: Line, { language, scores, spelt }: Pick<Known, 'language' | 'scores' | 'spelt'>): boolean {
  const line = withoutBeside(whole, besideInWords(language, thing));
  const { isRow, cells } = line;
  const inWords = isRow ? undefined : countAfter(cells[0]!.slice(inOneLine(thing.name).length), spelt);
  if (inWords && !thing.figures.includes(inWords.votes)) return false;
  const numbers = besideOf(thing, line);
  const { figures, percents } = thingScope(thing);
  const areShares = numbers.every(({ value, isPercent }) => !isPercent || percents.has(value));
  if (isRow) return areShares && isWithin(numbers, thing.figures, scores);
  return areShares && numbers.every(({ value, isPercent }) => isPercent || figures.has(value));
}

/** What stands below the bar of an option of the people whom the headline figures do not count. */
function besideInWords(language: string, { beside }: Thing): string | undefined {
  return beside && inOneLine(textsIn(language).t('results.besideVotes', { ...beside }));
}

/** The figures in these words are judged with them: they are no others of the thing, and make no share of it. */
function withoutBeside(line: Line, words: string | undefined): Line {
  if (words === undefined || line.isRow) return line;
  const without = (cell: string) => {
    const at = placeOf(words, cell);
    return at < 0 ? cell : `${cell.slice(0, at)} ${cell.slice(at + words.length)}`;
  };
  return { ...line, cells: line.cells.map(without) };
}

/** Where words that begin with a figure stand, if no longer figure ends with theirs; -1 where they do not. */
function placeOf(words: string, cell: string): number {
  const at = cell.indexOf(words);
  return /[\p{Nd}.,٫٬]$/u.test(cell.slice(0, Math.max(0, at))) ? -1 : at;
}

/** Numbers of a law that somebody wrote about are no figures, if they stand between quotation marks of any language. */
function withoutQuotes(cell: string, quotes: readonly string[]): string {
  const without = (rest: string, words: string) =>
    rest.split(words).reduce((before, behind) => {
      const isQuoted = /["“„«] ?$/.test(before) && /^ ?["“”»]/.test(behind);
      return before + (isQuoted ? ' ' : words) + behind;
    });
  return quotes.map(inOneLine).reduce(without, cell);
}

function besideOf({ name, quotes }: Thing, { cells, isRow }: Line): WrittenNumber[] {
  const beside = isRow ? cells.slice(1) : [cells[0]!.slice(inOneLine(name).length), ...cells.slice(1)];
  return numbersIn(beside.map((cell) => withoutQuotes(cell, quotes)).join(' | '));
}

/**
 * The figures that stand beside a term of their own: of each activity the people and the votes, of several all their people together, then
 * questions and comments.
 */
function checkHeadlines(
  page: ReadPage,
  activities: readonly Members[],
  consultation: Members,
  { questions, comments }: ConsultationResults,
): void {
  const terms = page.lines.flatMap(({ isRow, cells }) => (isRow || cells.length < 2 ? [] : (numbersIn(cells[1]!)[0]?.value ?? [])));
  const must = [
    ...activities.flatMap(({ participants, votesCast }) => [participants, votesCast]),
    ...(activities.length > 1 ? [consultation['participants']] : []),
    questions.open + questions.answered + questions.withdrawn,
    comments,
  ];
  for (const figure of must) {
    const at = terms.indexOf(figure as number);
    if (typeof figure === 'number' && at < 0) throw wrongPage(page, `does not show the figure ${figure} beside its term.`);
    if (at >= 0) terms.splice(at, 1);
  }
}

/** To the letter: `+1` is not `-1`. */
const isAbout = ({ cells }: Line, name: string) => cells[0] === inOneLine(name);

/** Each number at most as often as there is such a figure; shares follow from them. */
function isWithin(numbers: readonly WrittenNumber[], figures: readonly number[], scores: ReadonlySet<number>): boolean {
  const left = [...figures];
  return numbers
    .filter(({ isPercent }) => !isPercent)
    .every(({ value }) => {
      const at = left.indexOf(value);
      if (at >= 0) left.splice(at, 1);
      return at >= 0 || scores.has(value);
    });
}

function hasAll(numbers: readonly WrittenNumber[]): (scope: Scope) => boolean {
  return ({ figures, percents }) => numbers.every(({ value, isPercent }) => (isPercent ? percents : figures).has(value));
}

const aDay = 86_400_000;

/** The days of a chart, as it writes them: those on which people came, and the ends and the middle of its axis. */
function daysInWords(language: string, days: readonly string[]): string[] {
  const { date, shortDate, month } = textsIn(language);
  const times = days.map((day) => Date.parse(day)).sort((one, other) => one - other);
  const [first, last] = [(times[0] ?? 0) - aDay, times.at(-1) ?? 0];
  const all = [...times, first, first + (last - first) / 2].map((time) => new Date(time).toISOString());
  return all.flatMap((day) => [date(day), shortDate(day), month(day)]).map(inOneLine);
}

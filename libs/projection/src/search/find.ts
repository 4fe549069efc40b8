import type { DataSource, EntityManager } from 'typeorm';
import type { Language } from '@isegoria/kernel';
import { liveSchema } from '../groups/schemas';
import { isAboutAny, isWithinAny } from '../rows/units';
import { askedWords, type AskedWords } from './asked-words';
import { excerptOf, type MarkedPart } from './excerpt';
import { configurationOf, configurations } from './folded';
import { spelledAlike } from './spelled-alike';

export interface Looked {
  readonly for: string;
  readonly now: Date;
  /** Where something is found in several languages, the one in which it is shown. */
  readonly prefer?: Language;
  readonly kind?: string;
  /** What is of this unit or of one below it. */
  readonly unit?: string;
  readonly topic?: string;
  readonly language?: Language;
  /** How many are passed over. */
  readonly from: number;
  readonly most: number;
}

interface Candidate {
  readonly group: string;
  /** Where it is found: in its title, or in all of its words. */
  readonly column: string;
  readonly kind: string;
  readonly id: string;
  readonly language: Language;
  readonly unit: string;
  readonly day: Date;
  readonly isOpen: boolean;
  readonly wasOpen: boolean;
  readonly inTitle: boolean;
  readonly categories: readonly string[];
}

export interface FoundOne extends Omit<Candidate, 'group' | 'column' | 'inTitle' | 'wasOpen' | 'categories'> {
  readonly path: string;
  readonly title: string;
  readonly excerpt: readonly MarkedPart[];
}

export interface FoundAll {
  readonly items: readonly FoundOne[];
  readonly count: number;
  /** Whether there are more than were looked at: the newest of each group, by titles and by texts. */
  readonly isMore: boolean;
  readonly kinds: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly topics: ReadonlyMap<string, number>;
  readonly languages: ReadonlyMap<Language, number>;
  /** Whether there was a word to look for. */
  readonly hasWords: boolean;
  /** The same words spelled as titles have them; null where nothing like that would be found either. */
  readonly didYouMean: string | null;
}

/**
 * So many of the newest are put in order, in each group, by titles and by texts: a word that stands everywhere costs no more than a rare
 * one.
 */
const mostCandidates = 500;

/** SQL: what is looked for, in the words of every language at once: nobody says in which they type. */
const inEveryLanguage = (parameter: string) => configurations.map((name) => `to_tsquery('${name}', ${parameter})`).join(' || ');

/** What is found in the live rows of these groups: in titles before texts, open before closed, newer before older. */
export async function find(rows: DataSource | EntityManager, groups: readonly string[], looked: Looked): Promise<FoundAll> {
  const asked = askedWords(looked.for);
  if (asked.wanted === '') return nothing;
  const { best, isMore } = await candidates(rows, groups, asked, looked);
  const items = await shown(rows, best.slice(looked.from, looked.from + looked.most), asked);
  const didYouMean = best.length > 0 ? null : await otherSpelling(rows, groups, asked, looked);
  const by = <Value extends string>(values: (one: Candidate) => readonly Value[]) => counted(best.flatMap(values));
  const [kinds, units, topics] = [by(({ kind }) => [kind]), by(({ unit }) => [unit]), by(({ categories }) => categories)];
  const choices = { kinds, units, topics, languages: by(({ language }) => [language]) };
  return { items, count: best.length, isMore, ...choices, hasWords: true, didYouMean };
}

const nothing: FoundAll = {
  ...{ items: [], count: 0, isMore: false, hasWords: false, didYouMean: null },
  ...{ kinds: new Map(), units: new Map(), topics: new Map(), languages: new Map() },
};

async function candidates(rows: DataSource | EntityManager, groups: readonly string[], { wanted, unwanted }: AskedWords, looked: Looked) {
  const query = `((${inEveryLanguage('$1')})${unwanted === '' ? '' : ` && !!(${inEveryLanguage('$2')})`})`;
  const parts = groups.flatMap((group) =>
    ['title_words', 'words'].map(
      (column) => `(SELECT '${group}' AS "group", '${column}' AS "column", kind, id, language, unit, categories, day,
          title_words @@ ${query} AS "inTitle",
          coalesce($3 BETWEEN opens_at AND closes_at, false) AS "isOpen", coalesce(closes_at < $3, false) AS "wasOpen"
        FROM ${liveSchema(group)}.found_document
        WHERE ${column} @@ ${query} AND ($2::text IS NOT NULL) AND ($4::text IS NULL OR kind = $4)
          AND ($5::text IS NULL OR ${isWithinAny('unit', 'ARRAY[$5]')}) AND ($6::text IS NULL OR ${isAboutAny('categories', 'ARRAY[$6]')})
          AND ($7::text IS NULL OR language = $7)
        ORDER BY day DESC LIMIT ${mostCandidates + 1})`,
    ),
  );
  const { now, kind = null, unit = null, topic = null, language = null } = looked;
  const found: Candidate[] = await rows.query(parts.join(' UNION ALL '), [wanted, unwanted, now, kind, unit, topic, language]);
  const ofPart = new Map<string, number>();
  const isLookedAt = ({ group, column }: Candidate) => {
    const number = (ofPart.get(`${group} ${column}`) ?? 0) + 1;
    ofPart.set(`${group} ${column}`, number);
    return number <= mostCandidates;
  };
  const best = eachOnce(found.filter(isLookedAt).sort(inOrder(looked.prefer)));
  return { best, isMore: [...ofPart.values()].some((number) => number > mostCandidates) };
}

/** People look for what they may still take part in; what is neither open nor was, such as a page, stands between. */
const openness = ({ isOpen, wasOpen }: Candidate) => (isOpen ? 2 : wasOpen ? 0 : 1);

const inOrder = (prefer: Language | undefined) => (one: Candidate, other: Candidate) =>
  Number(other.inTitle) - Number(one.inTitle) ||
  openness(other) - openness(one) ||
  other.day.getTime() - one.day.getTime() ||
  Number(other.language === prefer) - Number(one.language === prefer) ||
  (one.id + one.language < other.id + other.language ? -1 : 1);

/** A thing that is found in several languages is one thing. */
function eachOnce(found: readonly Candidate[]): Candidate[] {
  const kept = new Map<string, Candidate>();
  for (const one of found) {
    const key = `${one.kind} ${one.id}`;
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

function counted<Value extends string>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([, one], [, other]) => other - one));
}

async function shown(rows: DataSource | EntityManager, chosen: readonly Candidate[], asked: AskedWords): Promise<FoundOne[]> {
  if (chosen.length === 0) return [];
  const stems = await stemsOf(rows, asked.words);
  const groups = [...new Set(chosen.map(({ group }) => group))];
  const texts: { kind: string; id: string; language: string; path: string; title: string; body: string }[] = await rows.query(
    groups
      .map(
        (group) => `SELECT kind, id, language, path, title, body FROM ${liveSchema(group)}.found_document
          WHERE (kind, id, language) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]))`,
      )
      .join(' UNION ALL '),
    [chosen.map(({ kind }) => kind), chosen.map(({ id }) => id), chosen.map(({ language }) => language)],
  );
  // What was withdrawn between the two questions is not shown.
  return chosen.flatMap(({ kind, id, language, unit, day, isOpen }) => {
    const text = texts.find((one) => one.kind === kind && one.id === id && one.language === language);
    if (!text) return [];
    const excerpt = excerptOf(text.body, stems.get(configurationOf(language)) ?? [], asked.runs);
    return [{ kind, id, language, unit, day, isOpen, path: text.path, title: text.title, excerpt }];
  });
}

/** The stems of the words in each language, for marking them: those of words that say nothing are not among them. */
async function stemsOf(rows: DataSource | EntityManager, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const columns = configurations.map((name) => `tsvector_to_array(to_tsvector('${name}', $1)) AS ${name}`);
  const [found]: Record<string, string[]>[] = await rows.query(`SELECT ${columns.join(', ')}`, [words.join(' ')]);
  return new Map(Object.entries(found!));
}

async function otherSpelling(
  rows: DataSource | EntityManager,
  groups: readonly string[],
  asked: AskedWords,
  looked: Looked,
): Promise<string | null> {
  const words = await spelledAlike(rows, groups, asked.words);
  if (!words) return null;
  const spelled = words.join(' ');
  const { best } = await candidates(rows, groups, { ...askedWords(spelled), unwanted: asked.unwanted }, looked);
  return best.length > 0 ? spelled : null;
}

import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { Projection } from '../projection';
import { withoutMarkup } from './excerpt';
import { configurationOf, folded, searchWords, trigrams, writtenWords } from './folded';
import { FoundDocumentRow, FoundWordRow } from './found-rows';

/** What is found of one thing in one language. */
export type FoundDocument = Omit<FoundDocumentRow, 'kind' | 'id' | 'titleWords' | 'words'>;

/** What a capability says of itself to the search. */
export interface Findable<Kind extends string = string> {
  readonly kind: Kind;
  /** The thing about which an event says something that may change what is found of it. */
  idIn(event: Recorded): string | undefined;
  /** What everybody may read of it now, according to the rows; nothing for what is a draft, withdrawn or hidden. */
  documentsOf(id: string, rows: EntityManager): Promise<readonly FoundDocument[]>;
}

/**
 * The table of what is found in a group. It comes after the projections whose rows it reads, in the same transaction: what they no longer
 * have is found no longer from the same moment on.
 */
export function foundProjection(group: string, findables: readonly Findable[]): Projection {
  return {
    name: `${group}/found`,
    entities: [FoundDocumentRow, FoundWordRow],
    indexes: [
      { table: 'found_document', using: 'gin (title_words)' },
      { table: 'found_document', using: 'gin (words)' },
      { table: 'found_word', using: 'gin (trigrams)' },
      { table: 'found_word', using: 'btree (folded text_pattern_ops)' },
    ],
    async apply(events, rows) {
      for (const findable of findables) {
        const ids = new Set(events.flatMap((event) => findable.idIn(event) ?? []));
        for (const id of ids) await findAnew(findable, id, rows);
      }
    },
  };
}

/** What is kept of a document, but for its vectors, which follow from it. */
const asFound = {
  ...{ language: true, unit: true, categories: true, path: true, title: true, body: true },
  ...{ day: true, opensAt: true, closesAt: true },
} as const;

function inWriting(documents: readonly FoundDocument[]): string {
  const members = Object.keys(asFound) as (keyof typeof asFound)[];
  const inOneOrder = [...documents].sort((one, other) => (one.language < other.language ? -1 : 1));
  return JSON.stringify(inOneOrder.map((document) => members.map((member) => document[member])));
}

async function findAnew({ kind, documentsOf }: Findable, id: string, rows: EntityManager): Promise<void> {
  const before = await rows.find(FoundDocumentRow, { select: asFound, where: { kind, id } });
  const now = (await documentsOf(id, rows)).map((document) => ({ ...document, body: withoutMarkup(document.body) }));
  // Most events change nothing that is found, and the words of a law are many.
  if (inWriting(before) === inWriting(now)) return;
  await rows.delete(FoundDocumentRow, { kind, id });
  for (const document of now) await insert(kind, id, document, rows);
  await countWords(
    before.map(({ title }) => title),
    now.map(({ title }) => title),
    rows,
  );
}

/** PostgreSQL refuses a vector of 1 MB; an Arabic text has two. Nothing that somebody writes may stop the rows of a group. */
const mostBytes = 450_000;
/** What a vector needs for each place of a word, besides its letters. */
const bytesOfPlace = 8;

/** The words of a text from its beginning, as many as a vector takes. */
function fitting(text: string): string {
  let left = mostBytes;
  const words = searchWords(text);
  const end = words.findIndex((word) => (left -= Buffer.byteLength(word) + bytesOfPlace) < 0);
  return words.slice(0, end < 0 ? undefined : end).join(' ');
}

async function insert(kind: string, id: string, document: FoundDocument, rows: EntityManager): Promise<void> {
  const { language, unit, categories, path, title, body, day, opensAt, closesAt } = document;
  const configuration = configurationOf(language);
  // The Arabic stemmer cuts a word differently with the article and without: its words are found as they are, too.
  const vector = (words: string) =>
    language === 'ar' ? `to_tsvector('arabic', ${words}) || to_tsvector('simple', ${words})` : `to_tsvector('${configuration}', ${words})`;
  await rows.query(
    `INSERT INTO found_document (kind, id, language, unit, categories, path, title, body, day, opens_at, closes_at, title_words, words)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ${vector('$12::text')}, ${vector(`$12::text || ' ' || $13::text`)})`,
    [
      ...[kind, id, language, unit, JSON.stringify(categories), path, title, body, day, opensAt, closesAt],
      ...[title, body].map(fitting),
    ],
  );
}

async function countWords(before: readonly string[], now: readonly string[], rows: EntityManager): Promise<void> {
  const changes = new Map<string, number>();
  const count = (titles: readonly string[], by: number) => {
    for (const word of titles.flatMap(titleWords)) changes.set(word, (changes.get(word) ?? 0) + by);
  };
  count(before, -1);
  count(now, 1);
  // In one order, always.
  for (const [word, by] of [...changes].filter(([, change]) => change !== 0).sort(([one], [other]) => (one < other ? -1 : 1))) {
    await rows.query(
      `INSERT INTO found_word AS known (word, folded, trigrams, documents) VALUES ($1, $2, $3, $4)
       ON CONFLICT (word) DO UPDATE SET documents = known.documents + excluded.documents`,
      [word, folded(word), trigrams(folded(word)), by],
    );
  }
  await rows.query('DELETE FROM found_word WHERE word = ANY ($1) AND documents <= 0', [[...changes.keys()]]);
}

/** Each once. Those of one or two letters are never misspelled for another. */
function titleWords(title: string): string[] {
  const words = writtenWords(title.normalize('NFC').toLowerCase()).map(([word]) => word);
  return [...new Set(words.filter((word) => folded(word).length > 2 && word.length <= 60))];
}

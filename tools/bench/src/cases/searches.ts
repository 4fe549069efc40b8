import { DataSource } from 'typeorm';
import { find, rowsOfVersion } from '@isegoria/projection';
import { groupCalled, readModels } from '@isegoria/read-models';
import { towards, type Figure } from '../figure';
import { sized } from '../load';
import { startEmbeddedDatabase } from './reference-database';

const mostDocuments = 100_000;
const [ofTitle, ofBody, vocabulary] = [7, 90, 20_000];
const times = 25;
/** Milliseconds. */
const aim = 50;

/** How long a search takes in the read model, beside reading one of the same documents by its id. */
export async function measureSearches(seconds: number, tell: (sentence: string) => void): Promise<Figure[]> {
  const documents = sized(mostDocuments, seconds);
  const database = await startEmbeddedDatabase();
  const rows = await new DataSource({ type: 'postgres', url: database.url, ...readModels }).initialize();
  try {
    const group = groupCalled('content')!;
    await rowsOfVersion(rows, group);
    tell(`Writing ${documents.toLocaleString('en')} documents ...`);
    await write(rows, documents);
    const of = `${documents.toLocaleString('en')} documents`;
    const byId = await median(() => rows.query(`SELECT title FROM read_content.found_document WHERE kind = 'page' AND id = '77'`));
    const reference = { name: `one of ${of} by its id`, value: byId, unit: 'ms' };
    const looked = { now: new Date(), from: 0, most: 20 };
    const figures: Figure[] = [reference];
    for (const [name, words] of Object.entries(typed)) {
      tell(`Looking for ${name} ...`);
      const value = await median(() => find(rows, [group.name], { ...looked, for: words }));
      figures.push(towards({ name: `search for ${name}, ${of}`, value, unit: 'ms' }, aim, true));
    }
    return figures;
  } finally {
    await rows.destroy();
    await database.stop();
  }
}

/** Words are as frequent as in a language: the nth is an nth as frequent as the first (Zipf). */
const word = (number: number) => `w${number.toString(16).padStart(4, 'o')}`;
const typed = {
  'a word of most texts': word(1),
  'a word of few texts': word(9_000),
  'three words': `${word(3)} ${word(20)} ${word(70)}`,
  'two words in their order': `"${word(2)} ${word(9)}"`,
  'one word without another': `${word(40)} -${word(1)}`,
  'a misspelled word': `${word(5_000)}x`,
};

async function write(rows: DataSource, documents: number): Promise<void> {
  await rows.query(
    `INSERT INTO read_content.found_document
       (kind, id, language, unit, categories, path, title, body, day, opens_at, closes_at, title_words, words)
     SELECT 'page', n::text, 'en', 'root', '[]', '/pages/' || n, title, body, now() - n * interval '1 minute', NULL, NULL,
       to_tsvector('english', title), to_tsvector('english', title || ' ' || body)
     FROM (SELECT n, string_agg(word, ' ') FILTER (WHERE place <= $2) AS title, string_agg(word, ' ') FILTER (WHERE place > $2) AS body
       FROM (SELECT n, place, 'w' || lpad(to_hex(floor(power($1::float8, random()))::int), 4, 'o') AS word
         FROM generate_series(1, $3::int) AS n, generate_series(1, $4::int) AS place) AS said
       GROUP BY n) AS texts`,
    [vocabulary, ofTitle, documents, ofTitle + ofBody],
  );
  await rows.query(
    `INSERT INTO read_content.found_word (word, folded, trigrams, documents)
     SELECT word, word, ARRAY(SELECT DISTINCT substr('  ' || word || ' ', place, 3) FROM generate_series(1, length(word) + 1) AS place), ndoc
     FROM ts_stat('SELECT title_words FROM read_content.found_document')`,
  );
  await rows.query('ANALYZE read_content.found_document, read_content.found_word');
}

async function median(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  return took.sort((one, other) => one - other)[took.length >> 1]!;
}

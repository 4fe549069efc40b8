import type { DataSource, EntityManager } from 'typeorm';
import { liveSchema } from '../groups/schemas';
import { trigrams } from './folded';

/** How much two words must share: twice the common trigrams through all of both (Dice). */
const alikeFrom = 0.35;

/**
 * The same words as titles spell them.
 * @returns undefined when one of them is like no word of a title, or when all of them are spelled like that
 */
export async function spelledAlike(
  rows: DataSource | EntityManager,
  groups: readonly string[],
  words: readonly string[],
): Promise<string[] | undefined> {
  const spelled = await Promise.all(words.map((word) => nearest(rows, groups, word)));
  const known = spelled.flatMap((word) => word ?? []);
  return known.length === words.length && known.some((word, index) => word !== words[index]) ? known : undefined;
}

async function nearest(rows: DataSource | EntityManager, groups: readonly string[], word: string): Promise<string | undefined> {
  const known = groups
    .map((group) => `SELECT word, folded, trigrams, documents FROM ${liveSchema(group)}.found_word WHERE folded = $1 OR trigrams && $2`)
    .join(' UNION ALL ');
  const [found]: { word: string }[] = await rows.query(
    `SELECT word FROM (
       SELECT word, folded = $1 AS "isSame", documents,
         2.0 * (SELECT count(*) FROM unnest(trigrams) AS part WHERE part = ANY ($2)) / (cardinality(trigrams) + cardinality($2)) AS alike
       FROM (${known}) AS known
     ) AS compared WHERE "isSame" OR alike >= $3 ORDER BY "isSame" DESC, alike DESC, documents DESC, word LIMIT 1`,
    [word, trigrams(word), alikeFrom],
  );
  return found?.word;
}

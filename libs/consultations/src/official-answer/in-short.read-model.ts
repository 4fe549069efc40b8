import { In, type DataSource } from 'typeorm';
import type { AnswerInShort } from './official-answer.contract';
import { OfficialAnswerRow, ofItsParagraph } from './official-answer.read-model';

/** SQL: an answer beside what is answered, as an {@link AnswerInShort}; null where there is none. @param answered names a row of answers */
export const inShort = (answered: string): string => `CASE WHEN ${answered}.about_id IS NOT NULL THEN json_build_object(
  'aboutId', ${answered}.about_id, 'stance', ${answered}.stance, 'theme', ${answered}.group_of->'theme'->>'title') END`;

/** The answers to what has these ids, each by the id. */
export async function answersInShort(rows: DataSource, ids: readonly string[]): Promise<ReadonlyMap<string, AnswerInShort>> {
  const found = await rows.getRepository(OfficialAnswerRow).findBy({ aboutId: In(ids) });
  return new Map(found.map(({ aboutId, stance, group }) => [aboutId, { aboutId, stance, theme: group?.theme?.title ?? null }]));
}

/** The answers to the paragraphs to which these annotations were written, as a whole, each by the id of the annotation. */
export async function answersToTheirParagraphs(rows: DataSource, ids: readonly string[]): Promise<ReadonlyMap<string, AnswerInShort>> {
  const found: { id: string; answer: AnswerInShort }[] = await rows.query(
    `SELECT statement.id, ${inShort('whole')} AS answer FROM statement JOIN official_answer AS whole ON ${ofItsParagraph('whole', 'statement')}
     WHERE statement.id = ANY ($1)`,
    [ids],
  );
  return new Map(found.map(({ id, answer }) => [id, answer]));
}

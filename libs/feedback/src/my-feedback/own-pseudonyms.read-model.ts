import type { DataSource } from 'typeorm';
import { permitted } from '@isegoria/kernel';
import type { Reading } from '@isegoria/projection';

/** The consultations that a table names, found by steps through an index rather than by reading its rows. */
export async function consultationsIn(rows: DataSource, table: 'comment' | 'question' | 'appeal'): Promise<string[]> {
  const found: { id: string }[] = await rows.query(
    `WITH RECURSIVE each (id) AS (
       (SELECT consultation_id FROM ${table} WHERE consultation_id IS NOT NULL ORDER BY consultation_id LIMIT 1)
       UNION ALL
       SELECT (SELECT consultation_id FROM ${table} WHERE consultation_id > each.id ORDER BY consultation_id LIMIT 1)
       FROM each WHERE each.id IS NOT NULL
     ) SELECT id FROM each WHERE id IS NOT NULL`,
  );
  return found.map(({ id }) => id);
}

/** The pseudonyms of the reader: computed from the person's key for this answer, and kept nowhere, so that no row ties them together. */
export async function ownPseudonyms({ keys, reader }: Reading, contexts: readonly string[]): Promise<string[]> {
  const { accountId } = permitted(reader, 'participate');
  return Promise.all(contexts.map((context) => keys.pseudonym(accountId, context)));
}

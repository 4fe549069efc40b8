import type { ReadMethod } from '../method/method.read-model';
import { deliberation } from '../deliberation/deliberation.read-model';
import { document as contract } from './document.contract';
import { documentTables } from './annotation/annotation-tables.read-model';

/** Votes on annotations stand in the rows of votes on statements, where deliberations count all of them. */
export const document: ReadMethod = {
  ...deliberation,
  contract,
  tables: documentTables,
  async words(rows, { id }) {
    const blocks: { text: string }[] = await rows.query(
      `SELECT text FROM paper_block WHERE activity_id = $1
         AND version = (SELECT max(version) FROM paper_version WHERE activity_id = $1 AND stands) ORDER BY place`,
      [id],
    );
    return blocks.map(({ text }) => text);
  },
  count: () => Promise.resolve([]),
  move: () => Promise.resolve(),
  raise: () => Promise.resolve(),
};

import type { ReadMethod } from '../method/method.read-model';
import { deliberation } from '../deliberation/deliberation.read-model';
import { document as contract } from './document.contract';
import { documentTables } from './annotation/annotation-tables.read-model';

/** Votes on annotations stand in the rows of votes on statements, where deliberations count all of them. */
export const document: ReadMethod = {
  ...deliberation,
  contract,
  tables: documentTables,
  count: () => Promise.resolve([]),
  move: () => Promise.resolve(),
  raise: () => Promise.resolve(),
};

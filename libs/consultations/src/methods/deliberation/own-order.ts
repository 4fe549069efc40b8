import { createHash } from 'node:crypto';

/**
 * The statements in an order of the person's own, the same at every visit: no statement gets more votes because it comes first.
 * @param person the account's id, or anything that tells one person from another
 */
export function inOwnOrder<T extends { readonly id: string }>(statements: readonly T[], person: string): T[] {
  const rank = (id: string) => createHash('sha256').update(`${person} ${id}`).digest('hex');
  return statements
    .map((statement) => ({ statement, rank: rank(statement.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ statement }) => statement);
}

import { IsNull, Not, type DataSource } from 'typeorm';
import type { SubjectKeys } from '@isegoria/privacy';
import { ConsultationRow } from '../consultation/view/consultation.read-model';

/**
 * The pseudonyms of one person by consultation, for an answer to that person. They are computed from the person's key and kept nowhere: no
 * row ties them to each other.
 */
export async function ownPseudonyms(rows: DataSource, keys: SubjectKeys, accountId: string): Promise<ReadonlyMap<string, string>> {
  const published = await rows.getRepository(ConsultationRow).find({ where: { publishedPosition: Not(IsNull()) }, select: { id: true } });
  const named = await Promise.all(published.map(async ({ id }) => [await keys.pseudonym(accountId, id), id] as const));
  return new Map(named);
}

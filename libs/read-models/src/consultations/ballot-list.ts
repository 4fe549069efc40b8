import type { DataSource, EntityManager } from 'typeorm';
import type { BallotView } from '@isegoria/contracts';
import { isRowId } from '../columns';
import { pageOf, rowsOfPage, type Page } from '../page';

/** The ballots of a consultation in the order of their pseudonyms, which says nothing of people; the excluded ones alone when asked for. */
export async function ballotList(
  rows: DataSource | EntityManager,
  consultationId: string,
  { excluded = false, page }: { excluded?: boolean; page?: number } = {},
): Promise<Page<BallotView>> {
  if (!isRowId(consultationId)) return { items: [], next: null };
  const { take, skip } = rowsOfPage(page);
  const found: BallotView[] = await rows.query(
    `SELECT voter, first_day AS "firstDay", verified, excluded_reason AS "excludedReason",
       (SELECT count(*)::int FROM statement_vote v WHERE v.consultation_id = p.consultation_id AND v.voter = p.voter)
       + coalesce((SELECT cardinality(options) FROM poll_ballot b WHERE b.consultation_id = p.consultation_id AND b.voter = p.voter), 0) AS votes
     FROM participant p WHERE consultation_id = $1 AND ($2 IS FALSE OR excluded_reason IS NOT NULL)
     ORDER BY voter LIMIT $3 OFFSET $4`,
    [consultationId, excluded, take, skip],
  );
  return pageOf(found, page);
}

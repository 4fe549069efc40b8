import type { DataSource, EntityManager } from 'typeorm';
import { limits, type Page } from '@isegoria/kernel';
import { answer, emptyPage, isRowId, pageFrom } from '@isegoria/projection';
import { visibleConsultation } from '../consultation/consultation.read-model';
import { listBallots, type BallotView } from '../queries.contract';

/** The ballots of a consultation in the order of their pseudonyms, which says nothing of people; the excluded ones alone when asked for. */
export async function ballotList(
  rows: DataSource | EntityManager,
  consultationId: string,
  { excluded = false, cursor }: { excluded?: boolean; cursor?: string } = {},
): Promise<Page<BallotView>> {
  if (!isRowId(consultationId)) return emptyPage;
  const [{ count }]: [{ count: number }] = await rows.query(
    `SELECT count(*)::int AS count FROM participant WHERE consultation_id = $1 AND ($2 IS FALSE OR excluded_reason IS NOT NULL)`,
    [consultationId, excluded],
  );
  const found: BallotView[] = await rows.query(
    `SELECT voter, first_day AS "firstDay", verified, excluded_reason AS "excludedReason",
       (SELECT count(*)::int FROM statement_vote v WHERE v.consultation_id = p.consultation_id AND v.voter = p.voter)
       + coalesce((SELECT cardinality(options) FROM poll_ballot b WHERE b.consultation_id = p.consultation_id AND b.voter = p.voter), 0) AS votes
     FROM participant p WHERE consultation_id = $1 AND ($2 IS FALSE OR excluded_reason IS NOT NULL)
       AND ($3::text IS NULL OR voter > $3)
     ORDER BY voter LIMIT $4`,
    [consultationId, excluded, cursor ?? null, limits.pageSize + 1],
  );
  return pageFrom(found, count, ({ voter }) => voter);
}

export const ballotAnswers = [
  answer(listBallots, ['consultations'], async ({ consultationId, status, cursor }, { rows, reader }) => {
    await visibleConsultation(rows, consultationId, reader);
    return ballotList(rows, consultationId, { excluded: status === 'excluded', cursor });
  }),
];

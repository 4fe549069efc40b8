import type { EntityManager } from 'typeorm';
import type { BallotExcluded, BallotReinstated, Recorded } from '@isegoria/contracts';

/**
 * Takes all that one person cast out of every count, or puts it back. The votes stay in their rows; only the sums move, by what the
 * person's rows say. Once excluded, a ballot is not changed until it is put back, so the rows are those that were counted.
 */
export async function countExclusion({ type, data }: Recorded<BallotExcluded | BallotReinstated>, rows: EntityManager): Promise<void> {
  const reason = type === 'BallotExcluded' ? data.reason : null;
  await rows.query(moveCountsStatement, [data.consultationId, data.voter, reason]);
}

const moveCountsStatement = `
  WITH person AS (
    UPDATE participant SET excluded_reason = $3::text
    WHERE consultation_id = $1 AND voter = $2 AND (excluded_reason IS NULL) = ($3::text IS NOT NULL)
    RETURNING first_day, verified, CASE WHEN $3::text IS NULL THEN 1 ELSE -1 END AS n
  ), statements AS (
    UPDATE statement_tally tally SET
      verified_agrees = verified_agrees + n * (vote.verified AND choice = 1)::int,
      verified_disagrees = verified_disagrees + n * (vote.verified AND choice = -1)::int,
      verified_passes = verified_passes + n * (vote.verified AND choice = 0)::int,
      unverified_agrees = unverified_agrees + n * (NOT vote.verified AND choice = 1)::int,
      unverified_disagrees = unverified_disagrees + n * (NOT vote.verified AND choice = -1)::int,
      unverified_passes = unverified_passes + n * (NOT vote.verified AND choice = 0)::int
    FROM statement_vote vote, person
    WHERE vote.consultation_id = $1 AND vote.voter = $2 AND tally.consultation_id = $1 AND tally.statement_id = vote.statement_id
  ), options AS (
    UPDATE option_tally tally SET
      verified = tally.verified + n * ballot.verified::int,
      unverified = tally.unverified + n * (NOT ballot.verified)::int
    FROM poll_ballot ballot, person
    WHERE ballot.consultation_id = $1 AND ballot.voter = $2 AND tally.consultation_id = $1 AND tally.option_id = ANY (ballot.options)
  )
  UPDATE participation_day counted SET
    verified = counted.verified + n * person.verified::int,
    unverified = counted.unverified + n * (NOT person.verified)::int
  FROM person WHERE counted.consultation_id = $1 AND counted.day = person.first_day`;

import type { EntityManager } from 'typeorm';
import { isVerified, type Recorded } from '@isegoria/kernel';
import { timeOf } from '@isegoria/projection';
import type { ConsultationsEvent } from '../events.contract';
import type { CastEvent } from '../methods/methods-events.contract';

/**
 * Counts the people of a batch, each once, on the day of their first vote in log order and under the assurance of their last one.
 * A person whose assurance changed moves from one column of that day to the other.
 */
export async function countParticipants(ballots: readonly Recorded<CastEvent>[], rows: EntityManager): Promise<void> {
  if (ballots.length === 0) return;
  const people = new Map<string, { consultation_id: string; voter: string; first_day: string; verified: boolean }>();
  for (const ballot of ballots) {
    const { consultationId, voter, assurance } = ballot.data;
    const person = people.get(consultationId + voter);
    if (person) person.verified = isVerified(assurance);
    else
      people.set(consultationId + voter, {
        consultation_id: consultationId,
        voter,
        first_day: dayOf(ballot),
        verified: isVerified(assurance),
      });
  }
  await rows.query(countParticipantsStatement, [JSON.stringify([...people.values()])]);
}

function dayOf(ballot: Recorded): string {
  return timeOf(ballot).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

const countParticipantsStatement = `
  WITH seen_now AS (
    SELECT * FROM json_to_recordset($1) AS person (consultation_id uuid, voter text, first_day text, verified boolean)
  ), known AS (
    SELECT person.* FROM participant person JOIN seen_now USING (consultation_id, voter)
  ), recorded AS (
    INSERT INTO participant AS person (consultation_id, voter, first_day, verified)
    SELECT consultation_id, voter, first_day, verified FROM seen_now
    ON CONFLICT (consultation_id, voter) DO UPDATE SET verified = excluded.verified WHERE person.verified <> excluded.verified
  ), change AS (
    SELECT consultation_id, coalesce(known.first_day, seen_now.first_day) AS day, seen_now.verified, 1 AS n
    FROM seen_now LEFT JOIN known USING (consultation_id, voter)
    UNION ALL
    SELECT consultation_id, first_day, verified, -1 FROM known
  )
  INSERT INTO participation_day AS counted (consultation_id, day, verified, unverified)
  SELECT consultation_id, day, sum(n * verified::int), sum(n * (NOT verified)::int) FROM change GROUP BY consultation_id, day
  ON CONFLICT (consultation_id, day) DO UPDATE SET
    verified = counted.verified + excluded.verified,
    unverified = counted.unverified + excluded.unverified`;

/** Counts vote events and excluded ballots, and notes where the input of a consultation's opinion map last changed. */
export async function countTurnout(
  events: readonly Recorded<ConsultationsEvent>[],
  rows: EntityManager,
  castEvents: ReadonlySet<string>,
): Promise<void> {
  const turnout = new Map<string, { consultation_id: string; votes_cast: number; excluded_ballots: number; changed_position: number }>();
  for (const { type, data, position } of events) {
    if (!changesTheMap.has(type) && !castEvents.has(type)) continue;
    const { votes_cast = 0, excluded_ballots = 0 } = turnout.get(data.consultationId) ?? {};
    turnout.set(data.consultationId, {
      consultation_id: data.consultationId,
      votes_cast: votes_cast + Number(castEvents.has(type)),
      excluded_ballots: excluded_ballots + Number(type === 'BallotExcluded') - Number(type === 'BallotReinstated'),
      changed_position: position,
    });
  }
  if (turnout.size === 0) return;
  await rows.query(
    `INSERT INTO turnout AS turnout (consultation_id, votes_cast, excluded_ballots, changed_position)
     SELECT * FROM json_to_recordset($1) AS batch (consultation_id uuid, votes_cast int, excluded_ballots int, changed_position bigint)
     ON CONFLICT (consultation_id) DO UPDATE SET votes_cast = turnout.votes_cast + excluded.votes_cast,
       excluded_ballots = turnout.excluded_ballots + excluded.excluded_ballots, changed_position = excluded.changed_position`,
    [JSON.stringify([...turnout.values()])],
  );
}

const changesTheMap: ReadonlySet<string> = new Set([
  'BallotExcluded',
  'BallotReinstated',
  'StatementSubmitted',
  'StatementAccepted',
  'StatementRejected',
] satisfies ConsultationsEvent['type'][]);

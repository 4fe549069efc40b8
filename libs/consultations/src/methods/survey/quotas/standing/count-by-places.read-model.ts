import type { EntityManager } from 'typeorm';
import { addedByLevel, sumByLevel } from '../../../../results/assurance/levels-in-rows.read-model';
import { notCountedMark, saidIn } from '../../../choices/not-counted.pure';
import type { Placed } from './places-in-turn.read-model';
import { wholeBeyond } from '../quotas.pure';

/** Counts in the answers those of these responses that have a place, or want none, and no others. */
export async function countByPlaces(
  activityId: string,
  responses: readonly Pick<Placed, 'channel' | 'key'>[],
  rows: EntityManager,
): Promise<void> {
  const keysOf = (isAccount: boolean) => responses.filter(({ channel }) => (channel === 'account') === isAccount).map(({ key }) => key);
  const [accounts, others] = [keysOf(true), keysOf(false)];
  if (accounts.length > 0) {
    await rows.query(accountsStatement, [activityId, accounts]);
    await rows.query(`DELETE FROM choice_tally WHERE activity_id = $1 AND ${isMarked} AND 0 = ALL (votes)`, [activityId]);
  }
  if (others.length > 0) {
    await rows.query(channelsStatement, [activityId, others]);
    await rows.query(`DELETE FROM channel_tally WHERE activity_id = $1 AND ${isMarked} AND responses = 0`, [activityId]);
  }
}

const isMarked = `starts_with(choice, '${notCountedMark}')`;

/** A ballot that is left out is in no tally. */
const accountsStatement = `
  WITH due AS (
    SELECT ballot.activity_id, ballot.voter, ballot.choices AS was, ballot.assurance, excluded_reason IS NULL AS "isIn",
      ARRAY(SELECT CASE WHEN place.beyond THEN '${notCountedMark}' ELSE '' END || ${saidIn('choice')} FROM unnest(ballot.choices) AS choice) AS now
    FROM quota_response place
      JOIN choice_ballot ballot ON ballot.activity_id = place.activity_id AND ballot.voter = place.key
      JOIN participant ON participant.activity_id = ballot.activity_id AND participant.voter = ballot.voter
    WHERE place.activity_id = $1 AND place.channel = 'account' AND place.key = ANY ($2)
      AND place.beyond <> ('${wholeBeyond}' = ANY (ballot.choices))
  ), kept AS (
    UPDATE choice_ballot ballot SET choices = due.now FROM due WHERE ballot.activity_id = due.activity_id AND ballot.voter = due.voter
  ), change AS (
    SELECT activity_id, unnest(now) AS choice, assurance, 1 AS n FROM due WHERE "isIn"
    UNION ALL SELECT activity_id, unnest(was), assurance, -1 FROM due WHERE "isIn"
  )
  INSERT INTO choice_tally AS tally (activity_id, choice, votes)
  SELECT activity_id, choice, ${sumByLevel('n')} FROM change GROUP BY activity_id, choice
  ON CONFLICT (activity_id, choice) DO UPDATE SET votes = ${addedByLevel('tally.votes', 'excluded.votes')}`;

const channelsStatement = `
  WITH due AS (
    SELECT response.activity_id, response.channel, response.key, given.choices, place.beyond
    FROM quota_response place
      JOIN channel_response response
        ON response.activity_id = place.activity_id AND response.channel = place.channel AND response.key = place.counted_by
      JOIN survey_answers given
        ON given.activity_id = response.activity_id AND given.voter = response.voter AND given.commitment = response.commitment
    WHERE place.activity_id = $1 AND place.channel <> 'account' AND place.key = ANY ($2) AND place.beyond <> response.beyond
  ), kept AS (
    UPDATE channel_response response SET beyond = due.beyond FROM due
    WHERE response.activity_id = due.activity_id AND response.channel = due.channel AND response.key = due.key
  ), said AS (SELECT activity_id, channel, beyond, unnest(choices) AS choice FROM due), change AS (
    SELECT activity_id, channel, CASE WHEN beyond THEN '${notCountedMark}' ELSE '' END || choice AS choice, 1 AS n FROM said
    UNION ALL SELECT activity_id, channel, CASE WHEN beyond THEN '' ELSE '${notCountedMark}' END || choice, -1 FROM said
  )
  INSERT INTO channel_tally AS tally (activity_id, channel, choice, responses)
  SELECT activity_id, channel, choice, sum(n) FROM change GROUP BY activity_id, channel, choice
  ON CONFLICT (activity_id, channel, choice) DO UPDATE SET responses = tally.responses + excluded.responses`;

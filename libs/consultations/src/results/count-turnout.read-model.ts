import type { EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { ReadMethod } from '../methods/method.read-model';

interface Turnout {
  readonly activity_id: string;
  readonly votes_cast: number;
  readonly excluded_ballots: number;
  readonly changed_position: number;
}

/** Counts vote events and excluded ballots, and notes where the results of an activity last changed. */
export async function countTurnout(events: readonly Recorded[], rows: EntityManager, methods: readonly ReadMethod[]): Promise<void> {
  const castEvents = new Set(methods.map(({ contract }) => contract.castEvent));
  const changing = new Set(['BallotExcluded', 'BallotReinstated', ...castEvents, ...methods.flatMap((method) => method.alsoChangedBy)]);
  const turnout = new Map<string, Turnout>();
  for (const { type, data, position } of events) {
    if (!changing.has(type)) continue;
    const { activityId } = data as { readonly activityId: string };
    const { votes_cast = 0, excluded_ballots = 0 } = turnout.get(activityId) ?? {};
    turnout.set(activityId, {
      activity_id: activityId,
      votes_cast: votes_cast + Number(castEvents.has(type)),
      excluded_ballots: excluded_ballots + Number(type === 'BallotExcluded') - Number(type === 'BallotReinstated'),
      changed_position: position,
    });
  }
  if (turnout.size === 0) return;
  await rows.query(
    `INSERT INTO turnout AS turnout (activity_id, votes_cast, excluded_ballots, changed_position)
     SELECT * FROM json_to_recordset($1) AS batch (activity_id uuid, votes_cast int, excluded_ballots int, changed_position bigint)
     ON CONFLICT (activity_id) DO UPDATE SET votes_cast = turnout.votes_cast + excluded.votes_cast,
       excluded_ballots = turnout.excluded_ballots + excluded.excluded_ballots, changed_position = excluded.changed_position`,
    [JSON.stringify([...turnout.values()])],
  );
}

import type { EntityManager } from 'typeorm';
import { assuranceLevels, rankOf, type AssuranceLevel, type Recorded } from '@isegoria/kernel';
import type { RaisedVotes } from '../../assurance-raise/count-raises.read-model';
import type { ReadMethod } from '../../methods/method/method.read-model';
import { addedByLevel, type LevelCounts } from '../assurance/levels-in-rows.read-model';

interface Turnout {
  readonly activity_id: string;
  readonly votes_cast: LevelCounts;
  readonly excluded_ballots: number;
  readonly late: number;
  /** Null if nothing happened that counts. */
  readonly changed_position: number | null;
}

const nothing = { votes_cast: assuranceLevels.map(() => 0), excluded_ballots: 0, late: 0, changed_position: null };

/** What happened in a batch, told apart by whether it counts. */
export interface Happened {
  readonly counted: readonly Recorded[];
  readonly late: readonly Recorded[];
  /** What was counted before at a lower level. */
  readonly raised: readonly RaisedVotes[];
}

/**
 * Counts vote events by level, excluded ballots and what came too late, and notes where the results of an activity last changed, which they
 * do not by what came too late.
 */
export async function countTurnout(
  { counted, late, raised }: Happened,
  rows: EntityManager,
  methods: readonly ReadMethod[],
): Promise<void> {
  const castEvents = new Set(methods.map(({ contract }) => contract.castEvent));
  const sameForAll = ['BallotExcluded', 'BallotReinstated', 'BallotsRevealed'];
  const changing = new Set([...sameForAll, ...castEvents, ...methods.flatMap((method) => method.alsoChangedBy)]);
  const turnout = new Map<string, Turnout>();
  const addIn = (activityId: string, change: (so: Turnout) => Partial<Turnout>) => {
    const so = turnout.get(activityId) ?? { activity_id: activityId, ...nothing };
    turnout.set(activityId, { ...so, ...change(so) });
  };
  const add = ({ data }: Recorded, change: (so: Turnout) => Partial<Turnout>) =>
    addIn((data as { readonly activityId: string }).activityId, change);
  for (const event of counted) {
    const { type, position } = event;
    if (!changing.has(type)) continue;
    add(event, ({ votes_cast, excluded_ballots, changed_position }) => ({
      votes_cast: castEvents.has(type) ? oneMore(votes_cast, event) : votes_cast,
      excluded_ballots: excluded_ballots + Number(type === 'BallotExcluded') - Number(type === 'BallotReinstated'),
      changed_position: Math.max(changed_position ?? 0, position),
    }));
  }
  for (const { activityId, rank, votes, position } of raised) {
    addIn(activityId, ({ votes_cast, changed_position }) => ({
      votes_cast: moved(votes_cast, rank, votes),
      changed_position: Math.max(changed_position ?? 0, position),
    }));
  }
  for (const event of late) add(event, (so) => ({ late: so.late + 1 }));
  if (turnout.size > 0) await rows.query(addTurnoutStatement, [JSON.stringify([...turnout.values()])]);
}

function oneMore(votes: LevelCounts, { data }: Recorded): LevelCounts {
  const { assurance } = data as { readonly assurance: AssuranceLevel };
  return votes.with(rankOf(assurance), votes[rankOf(assurance)]! + 1);
}

/** From the lowest level. */
function moved(counts: LevelCounts, rank: number, votes: number): LevelCounts {
  return counts.with(0, counts[0]! - votes).with(rank, counts[rank]! + votes);
}

const addTurnoutStatement = `
  INSERT INTO turnout AS turnout (activity_id, votes_cast, excluded_ballots, late, changed_position)
  SELECT activity_id, votes_cast, excluded_ballots, late, coalesce(changed_position, 0) FROM json_to_recordset($1)
    AS batch (activity_id uuid, votes_cast int[], excluded_ballots int, late int, changed_position bigint)
  ON CONFLICT (activity_id) DO UPDATE SET votes_cast = ${addedByLevel('turnout.votes_cast', 'excluded.votes_cast')},
    excluded_ballots = turnout.excluded_ballots + excluded.excluded_ballots, late = turnout.late + excluded.late,
    changed_position = greatest(turnout.changed_position, excluded.changed_position)`;

import { Any, In, type EntityManager } from 'typeorm';
import { isAtLeast, type Recorded } from '@isegoria/kernel';
import type { Projection } from '@isegoria/projection';
import { ChannelResponseRow } from '../../channels/channel-tallies.read-model';
import { responseChannels } from '../../channels/channel.contract';
import { choicesGiven } from '../../results/survey-tallies.read-model';
import { QuotaResponseRow } from '../quota-rows.read-model';
import { happenedInQuotas, isResponse, keyIn, namesIn, type Happened, type SurveyWithQuotas } from '../quotas.read-model';
import { cellName } from '../quotas.pure';
import { countByPlaces } from './count-by-places.read-model';
import { PlacesInTurn, type Placed } from './places-in-turn.read-model';
import { isSameTurn, responded, stands, type Turn } from './turns';

/**
 * Comes behind whatever counts responses in its group: it moves those that have no place out of the answers, and back into them once there
 * is one. What a batch of events makes of places is looked at once.
 */
export function standingPlacesProjection(): Projection {
  return { name: 'consultations/standing-places', entities: [QuotaResponseRow], apply };
}

async function apply(events: readonly Recorded[], rows: EntityManager): Promise<void> {
  for (const { survey, inTime } of await happenedInQuotas(events, rows, true)) await place(survey, inTime, rows);
}

/** @param atOnce how many responses are read at once */
export async function place(
  survey: Pick<SurveyWithQuotas, 'activityId' | 'cells' | 'countsFrom'>,
  events: readonly Happened[],
  rows: EntityManager,
  atOnce = 1_000,
): Promise<void> {
  const { activityId, cells } = survey;
  const names = new Set(events.flatMap(namesIn));
  if (names.size === 0) return;
  const found = await rows.findBy(QuotaResponseRow, { activityId, channel: In(responseChannels), key: Any([...names].map(keyIn)) });
  const before = new Map(found.map((row) => [`${row.channel} ${row.key}`, row]));
  const most = new Map(cells.map((cell) => [cellName(cell), cell.most]));
  const after = await foldedOver(before, events, { survey, most, rows });
  const moved = [...after].filter(([name, row]) => {
    const was = before.get(name);
    return was ? !isSameTurn(was, row) : stands(row);
  });
  const movedNames = new Set(moved.map(([name]) => name));
  const kept = [...after].map(([name, row]) => (movedNames.has(name) ? { ...row, stands: false, beyond: false } : row));
  await keepTurns(kept, rows);
  const count = (responses: readonly Pick<Placed, 'channel' | 'key'>[]) => countByPlaces(activityId, responses, rows);
  const places = await PlacesInTurn.of({ activityId, most, atOnce, rows, count });
  await places.leave(moved.flatMap(([name]) => before.get(name) ?? []).filter(stands));
  // Nobody has a place before it is found.
  const coming = moved.map(([, row]) => row).filter(stands);
  await keepTurns(
    coming.map((row) => ({ ...row, stands: true, beyond: true })),
    rows,
  );
  await places.come(coming);
  await places.save();
  await count([...after.values()]);
}

interface Folding {
  readonly survey: Pick<SurveyWithQuotas, 'activityId' | 'countsFrom'>;
  readonly most: ReadonlyMap<string, number>;
  readonly rows: EntityManager;
}

/** Returns the rows that something happened to. */
async function foldedOver(
  before: ReadonlyMap<string, QuotaResponseRow>,
  events: readonly Happened[],
  { survey, most, rows }: Folding,
): Promise<ReadonlyMap<string, QuotaResponseRow>> {
  const { activityId, countsFrom } = survey;
  const choicesOf = await choicesGiven(
    events.filter(isResponse).map(({ data }) => data),
    rows,
  );
  const counted = await linksCounted(activityId, events, rows);
  const after = new Map<string, QuotaResponseRow>();
  const keep = (name: string, turn: Turn, countedBy?: string) => {
    const [channel, key] = name.split(' ') as [QuotaResponseRow['channel'], string];
    const known = after.get(name) ?? before.get(name) ?? { activityId, channel, key, countedBy: countedBy ?? key, beyond: false };
    after.set(name, { ...known, ...turn, stands: stands(turn) });
  };
  for (const event of events)
    for (const name of namesIn(event)) {
      const turn = after.get(name) ?? before.get(name);
      if (!isResponse(event)) {
        if (event.type === 'BallotExcluded' && turn) keep(name, { ...turn, leftOut: true });
        if (event.type === 'BallotReinstated' && turn) keep(name, { ...turn, leftOut: false });
        if (event.type === 'AssuranceRaised' && turn && isAtLeast(event.data.level, countsFrom))
          keep(name, { ...turn, below: false, raised: true });
        continue;
      }
      const cells = choicesOf(event.data).filter((choice) => most.has(choice));
      const counts = event.type !== 'ResponseSubmitted' || isAtLeast(event.data.assurance, countsFrom);
      const countedBy = event.type === 'LinkedResponseSubmitted' ? `${event.data.batch}-${event.data.link}` : undefined;
      if (event.type === 'LinkedResponseSubmitted' && !counted.has(countedBy!)) continue;
      keep(name, responded(turn, cells, event.position, counts), countedBy);
    }
  return after;
}

/** The first response by a link that was revoked before counts for nothing. */
async function linksCounted(activityId: string, events: readonly Happened[], rows: EntityManager): Promise<ReadonlySet<string>> {
  const links = events.flatMap(({ type, data }) => (type === 'LinkedResponseSubmitted' ? [`${data.batch}-${data.link}`] : []));
  if (links.length === 0) return new Set();
  return new Set((await rows.findBy(ChannelResponseRow, { activityId, channel: 'link', key: Any(links) })).map(({ key }) => key));
}

/** All in one parameter, however many people are raised at once. */
async function keepTurns(turns: readonly QuotaResponseRow[], rows: EntityManager): Promise<void> {
  if (turns.length === 0) return;
  await rows.query(
    `INSERT INTO quota_response (activity_id, channel, key, cells, beyond, left_out, below, raised, came, stands, counted_by)
     SELECT "activityId", channel, key, cells, beyond, "leftOut", below, raised, came, stands, "countedBy" FROM json_to_recordset($1)
       AS turn ("activityId" uuid, channel text, key text, cells text[], beyond boolean, "leftOut" boolean, below boolean, raised boolean,
         came bigint, stands boolean, "countedBy" text)
     ON CONFLICT (activity_id, channel, key) DO UPDATE SET cells = excluded.cells, beyond = excluded.beyond, left_out = excluded.left_out,
       below = excluded.below, raised = excluded.raised, came = excluded.came, stands = excluded.stands`,
    [JSON.stringify(turns)],
  );
}

import { Entity, LessThanOrEqual, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { PositionColumn, insertNew } from '@isegoria/projection';
import type { SubjectKeys } from '@isegoria/privacy';
import type { ActivityRow } from '../activity/activity.read-model';
import { methodOfActivity, type ReadMethod } from '../methods/method/method.read-model';
import type { MethodBallot } from '../methods/methods.contract';
import { hidingKeys, openedChoice } from './hidden-ballot';
import type { BallotsRevealed } from './hidden-results.contract';

/** A vote whose results were hidden, and where in the log they were revealed. */
@Entity('revealed_activity')
export class RevealedActivityRow {
  @PrimaryColumn('uuid')
  id: string;

  @PositionColumn()
  position: number;
}

/** Counts the ballots of a vote that the log has closed; the first key is the one. */
export async function countRevealed(
  { data: { activityId, key }, position }: Recorded<BallotsRevealed>,
  rows: EntityManager,
  methods: readonly ReadMethod[],
): Promise<void> {
  if (await rows.existsBy(RevealedActivityRow, { id: activityId })) return;
  const method = await methodOfActivity(activityId, rows, methods);
  const bytes = Buffer.from(key, 'base64url');
  const open = (text: string) => {
    try {
      return openedChoice(bytes, activityId, text);
    } catch {
      return undefined; // The auditor finds it; it must not hold up everything else.
    }
  };
  await method?.hiding?.reveal({ activityId, position }, open, rows);
  await insertNew(rows, RevealedActivityRow, [{ id: activityId, position }]);
}

/**
 * Whether nobody may be told anything of the results yet but how many voted.
 * @param upTo a place in the log as of which they are asked for: before the key stood in it, nobody could tell more there; now when absent
 */
export async function areResultsHidden(
  rows: DataSource | EntityManager,
  { id, settings }: Pick<ActivityRow, 'id' | 'settings'>,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<boolean> {
  if (settings.resultsHidden !== true) return false;
  return !(await rows.getRepository(RevealedActivityRow).existsBy({ id, position: LessThanOrEqual(upTo) }));
}

/** What a person cast in a vote with hidden results: for that person alone. */
export async function ownHidden(
  rows: EntityManager,
  keys: SubjectKeys,
  { activityId, voter, method }: { readonly activityId: string; readonly voter: string; readonly method: ReadMethod | undefined },
): Promise<Partial<MethodBallot>> {
  const text = await method?.hiding?.hiddenText(rows, activityId, voter);
  if (!text) return {};
  const { key } = await hidingKeys(keys, activityId);
  return method!.hiding!.opened(openedChoice(key, activityId, text));
}

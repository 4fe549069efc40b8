import { createHash } from 'node:crypto';

/**
 * From what the lots of an activity are drawn. The seed is chance that nobody could know or choose before the publication; where a
 * consultation was published before there were seeds, only the id of the activity is left.
 */
export const lotsOf = (activityId: string, seed: string | undefined): string => (seed === undefined ? activityId : `${seed}:${activityId}`);

/** What {@link lotsOf} makes of a seed, for everybody to see; undefined where there was none. */
export const isSeeded = (lots: string): boolean => lots.includes(':');

/**
 * The options of an activity as lots are drawn for them at its publication, before anybody has voted and for everybody to see: they come
 * in the order of the SHA-256, in hexadecimal, of the lots' origin, a colon, and the id of the option.
 * @param lots see {@link lotsOf}
 */
export function drawnLots(lots: string, options: readonly string[]): string[] {
  const lotOf = (option: string) => createHash('sha256').update(`${lots}:${option}`).digest('hex');
  const drawn = new Map(options.map((option) => [option, lotOf(option)]));
  return [...options].sort((one, other) => (drawn.get(one)! < drawn.get(other)! ? -1 : 1));
}

/** Of several options with the most votes, the one whose lot was drawn first; null where one has the most, or nobody voted. */
export function firstByLot(lots: string, options: readonly { readonly id: string; readonly votes: number }[]): string | null {
  const most = Math.max(...options.map(({ votes }) => votes));
  const tied = most > 0 ? options.filter(({ votes }) => votes === most) : [];
  return tied.length > 1 ? drawnLots(lots, tied.map(({ id }) => id))[0]! : null;
}

import { createHash } from 'node:crypto';

/**
 * Draws lots for the options of an activity, before anybody has voted and for everybody to see: they come in the order of the SHA-256, in
 * hexadecimal, of the id of the activity, a colon, and the id of the option.
 */
export function drawnLots(activityId: string, options: readonly string[]): string[] {
  const lotOf = (option: string) => createHash('sha256').update(`${activityId}:${option}`).digest('hex');
  const lots = new Map(options.map((option) => [option, lotOf(option)]));
  return [...options].sort((one, other) => (lots.get(one)! < lots.get(other)! ? -1 : 1));
}

/** Of several options with the most votes, the one whose lot was drawn first; null where one has the most, or nobody voted. */
export function firstByLot(activityId: string, options: readonly { readonly id: string; readonly votes: number }[]): string | null {
  const most = Math.max(...options.map(({ votes }) => votes));
  const tied = most > 0 ? options.filter(({ votes }) => votes === most) : [];
  return tied.length > 1 ? drawnLots(activityId, tied.map(({ id }) => id))[0]! : null;
}

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

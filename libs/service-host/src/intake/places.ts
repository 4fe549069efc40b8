import { uuidFrom, type EventStore } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';

/** The places of what one person says of one kind. */
export interface Places {
  /** The pseudonym of the person. */
  readonly author: string;
  readonly kind: string;
  /** A kind whose places an earlier delivery of the same command may have found instead, such as that of the month before. */
  readonly before?: string;
  readonly streamOf: (id: string) => string;
  /** How many there are. */
  readonly most: number;
}

/** How many places are looked at together. */
const atOnce = 10;

/**
 * Records something in the first free place of a person: place 1, 2, 3 and so on, each the stream of an id made from pseudonym and number.
 * A stream begins once, so that however many commands come at the same moment, no more are taken than there are places, and nothing is
 * counted beside the log. A repeated command finds the place that it has, even if there are fewer places by now. The ids are not keyed:
 * they tie together what the pseudonym ties together in the same events.
 * @param record begins the stream of an id; ALREADY_DONE means that somebody else has
 * @throws Rejection ALLOWANCE_USED_UP, or what `record` throws
 */
export async function inFreePlace<T>(
  store: EventStore,
  { before, ...places }: Places,
  commandId: string,
  record: (id: string) => Promise<T>,
): Promise<T> {
  if (before !== undefined) {
    for await (const { id, begunBy } of placesIn(store, { ...places, kind: before })) {
      if (begunBy === undefined) break;
      if (begunBy === commandId) return record(id);
    }
  }
  for await (const { number, id, begunBy } of placesIn(store, places)) {
    if (begunBy !== undefined && begunBy !== commandId) continue;
    if (begunBy === undefined && number > places.most) break;
    try {
      return await record(id);
    } catch (error) {
      if (!(error instanceof Rejection && error.code === 'ALREADY_DONE')) throw error;
    }
  }
  throw new Rejection('ALLOWANCE_USED_UP', { params: { most: places.most } });
}

/** All places, from the first on, each with the command that began its stream; undefined: none has. */
async function* placesIn(store: EventStore, { author, kind, streamOf }: Omit<Places, 'before' | 'most'>) {
  for (let taken = 0; ; taken += atOnce) {
    const ids = Array.from({ length: atOnce }, (_, index) => uuidFrom(author, `${kind} ${taken + index + 1}`));
    const begun = await Promise.all(ids.map((id) => store.readStream(streamOf(id), { count: 1 })));
    for (const [index, id] of ids.entries()) yield { number: taken + index + 1, id, begunBy: begun[index]![0]?.id };
  }
}

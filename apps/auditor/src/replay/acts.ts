import type { ActInWords, NameOf } from '@isegoria/audit-kit';
import { eventCatalogue, type EventType } from '@isegoria/contracts';
import { rooms } from '../recount/rooms';
import type { TakenEntry } from '../tree/taken-entry';

/** What somebody in office did, in words, where it was recorded. */
export interface Act {
  readonly seq: number;
  readonly at: string;
  readonly words: string;
  /** Null if it concerns none. */
  readonly consultation: string | null;
}

const wordsOf = Object.assign({}, ...rooms.map(({ acts }) => acts)) as Readonly<Record<EventType, ActInWords<never> | null>>;
const wordsOfLeaves = Object.assign({}, ...rooms.map(({ leaves }) => leaves)) as Readonly<Record<string, (stream: string) => string>>;

/** The act that an entry records; undefined for what citizens do, except the erasure of their accounts, and for unknown events. */
export function actOf({ seq, leaf, body }: TakenEntry, nameOf: NameOf): Act | undefined {
  const type = eventCatalogue.of(leaf.type)?.type as EventType | undefined;
  if (!type) return undefined;
  const words = body ? wordsOf[type]?.(body.data as never, leaf.stream, nameOf) : wordsOfLeaves[type]?.(leaf.stream);
  if (words === undefined) return undefined;
  const id = body?.data.consultationId;
  return { seq, at: leaf.time, words, consultation: typeof id === 'string' ? id : null };
}

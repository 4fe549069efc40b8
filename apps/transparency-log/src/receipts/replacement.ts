import type { DataSource } from 'typeorm';
import { eventCatalogue, isPublicStream, topicOf, type Replacement } from '@isegoria/contracts';
import type { EventStore } from '@isegoria/event-sourcing';
import { parseLeaf } from '@isegoria/merkle-log';
import { leafOfEvent } from './leaf-of-event';

/** Events of a stream read at once. */
const portion = 200;

/**
 * The next event of the stream about the same thing, if one of the first `size` leaves is its. Says nothing that the public feed of the log
 * does not say: of a stream whose bodies are withheld, nobody learns what two of its events have in common.
 */
export async function replacementOf(
  leaf: string,
  { store, rows, size }: { readonly store: EventStore; readonly rows: DataSource; readonly size: number },
): Promise<Replacement | null> {
  const entry = parseLeaf(leaf);
  if (!entry || !isPublicStream(entry.stream)) return null;
  const { id, type, stream, revision } = entry;
  const contract = eventCatalogue.of(type);
  if (!contract?.lastCountsBy) return null;
  const [itself] = await store.readStream(stream, { from: revision, count: 1 });
  if (itself?.id !== id) return null;
  const topic = topicOf(contract, itself.data);
  for (let from = revision + 1; ;) {
    const page = await store.readStream(stream, { from, count: portion });
    const next = page.find((event) => event.type === type && topicOf(contract, event.data) === topic);
    if (next) {
      const found = await leafOfEvent(rows, next.id, size);
      return found ? { eventId: next.id, seq: found.seq } : null;
    }
    if (page.length < portion) return null;
    from += page.length;
  }
}

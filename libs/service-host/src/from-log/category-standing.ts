import type { CategoryEvent } from '@isegoria/consultations';
import type { EventStore } from '@isegoria/event-sourcing';
import { isCategory, unitAbove, type CategoryStanding } from '@isegoria/kernel';

/**
 * How it stands with a category in the log now: its stream and those of all above it are read, a few events each. The roots of the two
 * trees are always there.
 */
export async function standingOfCategory(store: EventStore, category: string): Promise<CategoryStanding> {
  const streams = await Promise.all(withThoseAbove(category).map((each) => store.readStream<CategoryEvent>(`category-${each}`)));
  const all = (type: CategoryEvent['type']) => streams.map((events) => events.some((event) => event.type === type));
  if (all('CategoryAdded').includes(false)) return 'unknown';
  return all('CategoryWithdrawn').includes(true) ? 'withdrawn' : 'open';
}

/** For each of those that a command names, in its order; nothing where it names none. */
export async function standingsIn(store: EventStore, command: object): Promise<{ standings?: readonly CategoryStanding[] }> {
  const { categories } = command as { categories?: readonly string[] | null };
  if (!categories) return {};
  return { standings: await Promise.all(categories.map((each) => standingOfCategory(store, each))) };
}

function withThoseAbove(category: string): string[] {
  return isCategory(category) ? [category, ...withThoseAbove(unitAbove(category)!)] : [];
}

import type { EventContract } from './event';

/** What a program knows about events, by type. */
export interface EventCatalogue {
  /** Undefined for a type that only a newer program knows. */
  of(type: string): EventContract | undefined;
}

/** @throws Error where two contracts have one type */
export function catalogue(contracts: readonly EventContract[]): EventCatalogue {
  const byType = new Map(contracts.map((contract) => [contract.type, contract]));
  if (byType.size < contracts.length) throw new Error('An event is declared twice.');
  return { of: (type) => byType.get(type) };
}

/**
 * The data of an event in the version that this program knows. Those of an unknown type and of a newer version are left as they are: a
 * newer version only ever adds members (docs/adr/0023-events-that-last.md), so that the known ones mean what they always meant. Data
 * without a version are of the first one.
 */
export function upcast({ of }: EventCatalogue, type: string, schema: unknown, data: object): object {
  const earlier = of(type)?.earlier ?? [];
  const version = typeof schema === 'number' && schema >= 1 ? Math.floor(schema) : 1;
  return earlier.slice(version - 1).reduce((older, { upcast: raise }) => raise(older as Record<string, unknown>), data);
}

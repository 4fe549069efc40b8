import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import type { ReadModelGroup } from './projection';

/** An event that was applied. Applying it again would break the key, so nothing can be doubled unseen. */
@Entity('seen')
export class SeenRow {
  @PrimaryColumn('uuid')
  id: string;
}

/** How many events of a stream were applied. */
@Entity('counted')
export class CountedRow {
  @PrimaryColumn('text')
  stream: string;

  @Column('int')
  events: number;
}

interface Counting {
  readonly name?: string;
  readonly version?: number;
  /** How many each event counts for. */
  readonly weight?: number;
  /** Runs after the first half of the writes for an event. */
  readonly between?: (event: Recorded) => Promise<unknown> | unknown;
}

/** Counts the events of the streams under a prefix, row by row. */
export function countingGroup(prefix: string, { name = 'counting', version = 1, weight = 1, between }: Counting = {}): ReadModelGroup {
  return {
    name,
    version,
    follows: { prefixes: [prefix] },
    projections: [
      {
        name: 'counting',
        entities: [SeenRow, CountedRow],
        async apply(events: readonly Recorded[], rows) {
          for (const event of events) {
            await rows.query('INSERT INTO seen (id) VALUES ($1)', [event.id]);
            await between?.(event);
            await rows.query(
              'INSERT INTO counted AS counted VALUES ($1, $2) ON CONFLICT (stream) DO UPDATE SET events = counted.events + $2',
              [event.stream, weight],
            );
          }
        },
      },
    ],
  };
}

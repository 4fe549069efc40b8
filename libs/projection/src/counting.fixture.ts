import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recorded } from '@isegoria/kernel';
import { Checkpoint } from './checkpoint';
import type { Projection } from './projection';

/** An event that was applied. Applying it again would break the key, so nothing can be doubled unseen. */
@Entity({ schema: 'read', name: 'seen' })
export class SeenRow {
  @PrimaryColumn('uuid')
  id: string;
}

/** How many events of a stream were applied. */
@Entity({ schema: 'read', name: 'counted' })
export class CountedRow {
  @PrimaryColumn('text')
  stream: string;

  @Column('int')
  events: number;
}

export const countingEntities = [Checkpoint, SeenRow, CountedRow];

/** Counts the events of the streams under a prefix, row by row. `between` runs after the first half of the writes. */
export function countingProjection(prefix: string, { version = 1, between = async () => {} }: { version?: number; between?: () => Promise<void> } = {}): Projection {
  return {
    name: 'counting',
    version,
    entities: [SeenRow, CountedRow],
    async apply(events: readonly Recorded[], rows) {
      for (const { id, stream } of events.filter((event) => event.stream.startsWith(prefix))) {
        await rows.query('INSERT INTO read.seen (id) VALUES ($1)', [id]);
        await between();
        await rows.query(
          'INSERT INTO read.counted AS counted VALUES ($1, 1) ON CONFLICT (stream) DO UPDATE SET events = counted.events + 1',
          [stream],
        );
      }
    },
  };
}

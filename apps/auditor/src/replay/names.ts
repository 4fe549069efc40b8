import type { NameOf } from '@isegoria/audit-kit';
import { rooms } from '../recount/rooms';
import type { TakenEntry } from '../tree/taken-entry';

const namings = rooms.flatMap(({ names }) => names);

/** What things were called last, by their ids. */
export class GivenNames {
  private readonly names = new Map<string, string>();

  take(entry: TakenEntry): void {
    for (const naming of namings) for (const [id, name] of naming(entry)) this.names.set(id, name);
  }

  readonly of: NameOf = (id) => this.names.get(id);
}

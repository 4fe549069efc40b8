import { eventCatalogue } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';

/** How many names are reported. */
const mostNames = 5;

/** Events that a newer program recorded: they do no harm to any count, but are not part of any either, which an auditor must know. */
export class UnknownEvents {
  private readonly kinds = new Set<string>();
  private count = 0;

  take({ leaf: { type, schema } }: TakenEntry): void {
    const known = eventCatalogue.of(type)?.schema ?? 0;
    if (schema <= known && known > 0) return;
    this.count += 1;
    if (this.kinds.size <= mostNames) this.kinds.add(known > 0 ? `${type} in version ${schema}` : type);
  }

  /** Empty if there were none. */
  inWords(): string[] {
    if (this.count === 0) return [];
    const names = [...this.kinds].slice(0, mostNames).join(', ');
    const more = this.kinds.size > mostNames ? ' and more' : '';
    return [`${this.count} events that this version of the auditor does not know (${names}${more}): a newer one may find more in them`];
  }
}

import { eventCatalogue } from '@isegoria/contracts';
import { Finding } from '../finding';
import type { TakenEntry } from '../tree/taken-entry';

/**
 * Whether each event is in the stream that is for it. The platform folds a person's ballot, a page or an account from its own stream, while
 * figures are counted by type: an event in another stream would be counted and never weighed against the rules.
 */
export class OwnStreams {
  /** @throws Finding stream, naming the event that is where none of its kind can be */
  take({ seq, leaf, body }: TakenEntry): void {
    const contract = eventCatalogue.of(leaf.type);
    if (!contract) return;
    const { stream, sample } = contract;
    const dataNameIt = body !== undefined && stream.nameFor(sample) !== undefined;
    const isRight = dataNameIt ? stream.nameFor(body.data) === leaf.stream : stream.has(leaf.stream);
    if (isRight) return;
    const right = (dataNameIt ? stream.nameFor(body.data) : undefined) ?? stream.pattern;
    throw new Finding('stream', `Entry ${seq} (${leaf.type}) is in the stream ${leaf.stream}, and such an event belongs in ${right}.`, seq);
  }
}

import { eventCatalogue, everyEvent, type EventContract } from '@isegoria/contracts';
import { Finding } from '@isegoria/audit-kit';
import type { TakenEntry } from '../tree/taken-entry';

/** Events whose data say in which stream they are. */
const sayingIt = new Set((everyEvent as readonly EventContract[]).filter(({ stream, sample }) => stream.nameFor(sample) !== undefined));

/**
 * Whether each event is in the stream where it belongs. The platform folds a person's ballot, a page or an account from its own stream,
 * while figures are counted by type: an event in another stream would be counted but never checked against the rules.
 */
export class OwnStreams {
  /** @throws Finding stream, naming the event that is in a stream where it cannot be */
  take({ seq, leaf, body }: TakenEntry): void {
    const contract = eventCatalogue.of(leaf.type);
    if (!contract) return;
    const { stream } = contract;
    const saysIt = body !== undefined && sayingIt.has(contract);
    const named = saysIt ? stream.nameFor(body.data) : undefined;
    if (saysIt ? named === leaf.stream : stream.has(leaf.stream)) return;
    const right = named ?? stream.pattern;
    throw new Finding('stream', `Entry ${seq} (${leaf.type}) is in the stream ${leaf.stream}, and such an event belongs in ${right}.`, seq);
  }
}

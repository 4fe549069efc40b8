import { Finding, leeway } from '@isegoria/audit-kit';
import { eventCatalogue } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';

/** How long a command may take from where it was received to the log, tries included (milliseconds). */
const longestWay = 5 * 60_000;

/**
 * Whether the times in the log can be true. The event store gives each event the time of its own clock, and services say when they received
 * the command, each by its own; honest clocks differ, and those of a cluster take turns, so only what goes beyond that is found.
 */
export class Times {
  /** The latest that was recorded so far, and where. */
  private latest = { time: -Infinity, seq: -1 };

  /** @throws Finding time, naming the event whose times cannot be true */
  take({ seq, leaf, body }: TakenEntry): void {
    const time = Date.parse(leaf.time);
    const refuse = (isWrong: boolean, what: string) => {
      if (isWrong) throw new Finding('time', `Entry ${seq} (${leaf.type}) ${what}`, seq);
    };
    const { latest } = this;
    refuse(Number.isNaN(time), `says no time at which it was recorded: ${leaf.time}.`);
    refuse(time + leeway < latest.time, `was recorded at ${leaf.time}, and entry ${latest.seq} before it later than that.`);
    if (time > latest.time) this.latest = { time, seq };
    if (!body || !eventCatalogue.of(leaf.type)) return;
    const { at, imported } = body.metadata;
    const received = Date.parse(at);
    const isNear = received <= time + leeway && received + longestWay >= time;
    refuse(!isNear, `says that it was received at ${at}, and was recorded at ${leaf.time}.`);
    refuse(imported !== undefined && Date.parse(imported.at) > time + leeway, `was brought in from a time to come: ${imported?.at}.`);
  }
}

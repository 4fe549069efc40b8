import type { TakenEntry } from '../tree/taken-entry';
import { actOf, type Act } from './acts';
import { Chronicle, type ConsultationThen } from './chronicle';
import { GivenNames } from './names';
import { isUpTo, placeInWords, type Place } from './place';
import { changesInWords, consultationInWords, erasuresInWords } from './words';

/** What is printed: lines for people, and the same for programs. */
export interface Told {
  readonly lines: readonly string[];
  readonly json: object;
}

/** Something that reads the verified log and reports on it. */
export interface Teller {
  take(entry: TakenEntry): void;
  told(): Told;
}

/** Acts that are kept; more are counted. */
const mostActs = 10_000;

/** Says how consultations were at a place. @param only this one */
export function replayAt(place: Place, only: string | undefined): Teller {
  const chronicle = new Chronicle(place);
  return {
    take: (entry) => chronicle.take(entry),
    told: () => {
      const chosen = chosenOf(chronicle, only);
      const heading = `As of ${placeInWords(place)} the log had ${chronicle.entries} entries, up to position ${chronicle.position}.`;
      const lines = chosen.flatMap((consultation) => ['', ...consultationInWords(consultation)]);
      const consultations = chosen.map(inJson);
      return {
        lines: [heading, ...erasuresInWords(chronicle.erasures), ...(chosen.length === 0 ? ['There was no consultation.'] : lines)],
        json: {
          asOf: placeInWords(place),
          position: chronicle.position,
          entries: chronicle.entries,
          erasures: chronicle.erasures,
          consultations,
        },
      };
    },
  };
}

/**
 * Says what changed between two places, what officials did, and which accounts were erased or followed an erased one.
 * @param only about this consultation
 */
export function differenceBetween(from: Place, to: Place, only: string | undefined): Teller {
  const [before, after] = [new Chronicle(from), new Chronicle(to)];
  const names = new GivenNames();
  const acts: Act[] = [];
  let moreActs = 0;
  return {
    take: (entry) => {
      before.take(entry);
      after.take(entry);
      names.take(entry);
      const isBetween = isUpTo(to, entry.position, entry.leaf.time) && !isUpTo(from, entry.position, entry.leaf.time);
      const act = isBetween ? actOf(entry, names.of) : undefined;
      if (!act || (only !== undefined && act.consultation !== only)) return;
      if (acts.length < mostActs) acts.push(act);
      else moreActs += 1;
    },
    told: () => {
      const changes = chosenOf(after, only).map((consultation) => changesInWords(before.consultations.get(consultation.id), consultation));
      const count = after.entries - before.entries;
      return {
        lines: [
          `Between ${placeInWords(from)} and ${placeInWords(to)} the log grew from ${before.entries} to ${after.entries} entries: ${count} more.`,
          ...changes.filter((lines) => lines.length > 0).flatMap((lines) => ['', ...lines]),
          ...(acts.length > 0 ? ['', 'What was done in office, and which accounts were erased or came after one that was:'] : []),
          ...acts.map(
            ({ seq, at, words, consultation }) =>
              `  entry ${seq}, ${at}: ${consultation === null ? '' : `consultation ${consultation} `}${words}`,
          ),
          ...(moreActs > 0 ? [`  ... and ${moreActs} more`] : []),
        ],
        json: {
          from: placeInWords(from),
          to: placeInWords(to),
          entries: { before: before.entries, after: after.entries },
          changes: changes.filter((lines) => lines.length > 0),
          acts,
          moreActs,
        },
      };
    },
  };
}

function chosenOf({ consultations }: Chronicle, only: string | undefined): ConsultationThen[] {
  return [...consultations.values()].filter(({ id }) => only === undefined || id === only);
}

function inJson(consultation: ConsultationThen): object {
  const { id, title, unit, stories } = consultation;
  return Object.assign({ id, title, unit }, ...stories.map((story) => story.inJson()), { results: consultation.results() });
}

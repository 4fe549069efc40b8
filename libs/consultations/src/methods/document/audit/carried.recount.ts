import type { AnnotationPlace, CarriedPlace } from '../annotation/place.contract';
import { staysInParagraph } from './carried-by-paragraph.recount';
import { goesWithSentence } from './carried-by-sentence.recount';
import type { PaperVersion } from './paper-texts.recount';

/** Where an annotation stands by now, and the entry of the log that says so. */
export interface Carried {
  readonly place: CarriedPlace;
  readonly seq: number;
}

/** A version as far as annotations are carried over to it. */
export type Carrying = Pick<PaperVersion, 'version' | 'seq' | 'blocks' | 'carriedBy'>;

/** @param seq the entry that submitted it */
export function carriedThrough(versions: readonly Carrying[], at: AnnotationPlace, seq: number): Carried {
  let now: Carried = { place: { paragraph: at.paragraph, words: at.words, lostIn: null }, seq };
  versions.forEach((next, index) => {
    const read = versions[index - 1];
    if (!read || next.version <= at.version || now.place.lostIn !== null) return;
    const stands = next.carriedBy === 'sentence' ? goesWithSentence(read, next, now.place) : staysInParagraph(read, next, now.place);
    const place = stands ? { ...stands, lostIn: null } : { ...now.place, words: null, lostIn: next.version };
    now = { place, seq: Math.max(seq, next.seq) };
  });
  return now;
}

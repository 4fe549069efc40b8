import type { AnnotationPlace, CarriedPlace } from '../annotation/place.contract';
import type { PaperBlock } from '../paper/block.contract';
import type { CarryingRule } from '../revision/revision.contract';
import { carriedOver } from './by-paragraph';
import { bySentence, type Carry } from './by-sentence';

/** A version of a text. */
export interface PaperVersion {
  readonly version: number;
  /** How annotations were carried over to it; null for the first. */
  readonly carriedBy: CarryingRule | null;
  readonly blocks: readonly PaperBlock[];
}

/** Where an annotation stands, with the version up to which it was carried. */
export interface Carried extends CarriedPlace {
  readonly upTo: number;
}

export const notCarriedYet = ({ paragraph, version, words }: AnnotationPlace): Carried => {
  return { paragraph, words, lostIn: null, upTo: version };
};

/** By the rule that the later version names. */
function carryTo(before: readonly PaperBlock[], { carriedBy, blocks }: PaperVersion): Carry {
  return carriedBy === 'sentence' ? bySentence(before, blocks) : byParagraph(before, blocks);
}

function byParagraph(before: readonly PaperBlock[], after: readonly PaperBlock[]): Carry {
  const [were, are] = [before, after].map((blocks) => new Map(blocks.map(({ id, text }) => [id, text])));
  return ({ paragraph, words }) => {
    const [was, is] = [were!.get(paragraph), are!.get(paragraph)];
    const carried = words && was !== undefined && is !== undefined ? carriedOver(words, was, is) : words;
    return is === undefined || carried === undefined ? undefined : { paragraph, words: carried };
  };
}

/** Version by version, as people saw them: what is lost once stays so, on the page where it stood last, whatever is written later. */
export function carryThrough(versions: readonly PaperVersion[]): (from: Carried) => Carried {
  const steps = versions.slice(1).map((next, index) => {
    let carry: Carry | undefined;
    const carried: Carry = (stands) => (carry ??= carryTo(versions[index]!.blocks, next))(stands);
    return { version: next.version, carry: carried };
  });
  return (from) => {
    let carried = from;
    for (const { version, carry } of steps) {
      if (version <= from.upTo) continue;
      const stands = carried.lostIn === null ? carry(carried) : undefined;
      if (!stands) return { ...carried, words: null, lostIn: carried.lostIn ?? version, upTo: version };
      carried = { ...stands, lostIn: null, upTo: version };
    }
    return carried;
  };
}

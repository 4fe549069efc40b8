import { Rejection } from '@isegoria/kernel';
import { saidIn, type PaperState } from '../paper/paper.decider';
import { bySentence, type Stands } from '../carrying/by-sentence';
import { selectionsOf } from '../paper/selection';
import type { AnnotationPlace, Selection } from './place.contract';

/** What somebody says that an annotation is about. */
export interface SaidPlace {
  readonly paragraph?: string;
  /** The version of the text that was read; the newest when absent. */
  readonly version?: number;
  readonly words?: string;
  readonly near?: number;
  readonly replaces?: boolean;
  /** Whether nothing should stand there instead. */
  readonly leavesOut?: boolean;
  /** The words that should stand there instead: others than do, whatever their spaces. */
  readonly proposed?: string;
}

/**
 * Where an annotation stands in a paper; undefined for what is no annotation, since there is no paper. What was written to an earlier
 * version stands in the newest one where its words do.
 * @throws Rejection VALIDATION_FAILED, naming the field; TEXT_CHANGED where the words that were read do not stand there any more
 */
export function placeIn(paper: PaperState | undefined, place: SaidPlace): AnnotationPlace | undefined {
  const { paragraph = '', words, near, replaces = false, leavesOut = false, proposed } = place;
  if (!paper) {
    const [misplaced] = Object.entries(place).find(([, said]) => said !== undefined) ?? [];
    if (misplaced !== undefined) throw wrong(misplaced, 'doesNotFit');
    return undefined;
  }
  if (leavesOut && !replaces) throw wrong('leavesOut', 'doesNotFit');
  const { version: newest } = paper;
  const { version = newest } = place;
  if (version > newest) throw wrong('version');
  const read = saidIn(paper, version, paragraph);
  const block = paper.blocks.find(({ id }) => id === paragraph);
  if (read === undefined || (block && block.kind !== 'paragraph')) throw wrong('paragraph');
  const named = words?.trim() ? words : undefined;
  const selection = named === undefined ? null : theOneMeant(read, named, near);
  if (selection === null && read !== block?.text) throw new Rejection('TEXT_CHANGED');
  const stands = stillAt(paper, version, { paragraph, words: selection });
  if (!stands) throw new Rejection('TEXT_CHANGED');
  if (proposed !== undefined) onlyOtherWords(proposed, stands.words?.exact ?? read);
  return { ...stands, version: newest, replaces, leavesOut };
}

/** @throws Rejection VALIDATION_FAILED for the field `words` that do not stand there, or `near` where that would say which are meant */
function theOneMeant(read: string, words: string, near?: number): Selection {
  const [selection, ...others] = selectionsOf(read, words, near);
  if (!selection) throw wrong('words');
  if (others.length > 0) throw wrong('near', 'isAmbiguous');
  return selection;
}

/** Where that stands in the newest version, which may be in another paragraph. */
function stillAt({ version: newest, versions, blocks }: PaperState, version: number, stands: Stands): Stands | undefined {
  if (version === newest) return stands;
  return bySentence(versions.find((one) => one.version === version)!.blocks, blocks)(stands);
}

/** @throws Rejection VALIDATION_FAILED for the field `text`, where what is proposed is what stands there, whatever its spaces */
export function onlyOtherWords(proposed: string, stands: string): void {
  if (inOneLine(proposed) !== inOneLine(stands)) return;
  throw new Rejection('VALIDATION_FAILED', { field: 'text', params: { constraint: 'changesNothing' } });
}

const inOneLine = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');

const wrong = (field: string, constraint = 'isNotInText') => new Rejection('VALIDATION_FAILED', { field, params: { constraint } });

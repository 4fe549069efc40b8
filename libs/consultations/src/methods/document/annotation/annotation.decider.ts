import { Rejection } from '@isegoria/kernel';
import type { PaperState } from '../paper/paper.decider';
import { select } from '../paper/selection';
import type { AnnotationPlace } from './place.contract';

/** What somebody says that an annotation is about. */
export interface SaidPlace {
  readonly paragraph?: string;
  readonly words?: string;
  readonly near?: number;
  readonly replaces?: boolean;
}

/**
 * Where an annotation stands in a paper; undefined for what is no annotation, since there is no paper.
 * @throws Rejection VALIDATION_FAILED, naming the field
 */
export function placeIn(paper: PaperState | undefined, place: SaidPlace): AnnotationPlace | undefined {
  const { paragraph, words, near, replaces = false } = place;
  if (!paper) {
    const [misplaced] = Object.entries(place).find(([, said]) => said !== undefined) ?? [];
    if (misplaced !== undefined) throw wrong(misplaced);
    return undefined;
  }
  const block = paper.blocks.find(({ id, kind }) => id === paragraph && kind === 'paragraph');
  if (!block) throw wrong('paragraph');
  const named = words?.trim() ? words : undefined;
  const selection = named === undefined ? null : select(block.text, named, near);
  if (selection === undefined) throw wrong('words');
  return { paragraph: block.id, version: paper.version, words: selection, replaces };
}

const wrong = (field: string) => new Rejection('VALIDATION_FAILED', { field, params: { constraint: 'other' } });

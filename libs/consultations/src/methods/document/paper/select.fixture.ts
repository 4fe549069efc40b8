import type { Selection } from '../annotation/place.contract';
import { selectionsOf } from './selection';

/** Words of a paragraph, where it does not matter which: the nearest of several, or the first. */
export const select = (text: string, words: string, near = 0): Selection | undefined => selectionsOf(text, words, near)[0];

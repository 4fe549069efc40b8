import type { AnnotationPlace } from '../annotation/place.contract';

/** What somebody proposes in place of words of a text, and why. */
export interface Proposal {
  /** Empty where they are to be left out. */
  readonly words: string;
  /** Null where nothing is said. */
  readonly reason: string | null;
}

/**
 * Both are one text, so that they are sealed, moderated, changed, withdrawn and erased as one: the words end at the first empty line, and
 * what follows is the reason. The words of a paragraph have no empty line themselves.
 */
const between = /\n[^\S\n]*\n\s*/;

/** What an annotation proposes; undefined where it proposes nothing. Whoever wants words left out says why, and no more. */
export function proposalAt(at: Pick<AnnotationPlace, 'replaces' | 'leavesOut'> | null, text: string): Proposal | undefined {
  if (!at?.replaces) return undefined;
  return at.leavesOut ? { words: '', reason: text } : proposalIn(text);
}

export function proposalIn(text: string): Proposal {
  const [words, ...reason] = text.trim().split(between);
  return { words: words!, reason: reason.length === 0 ? null : reason.join('\n\n') };
}

export function proposalAsText(words: string, reason = ''): string {
  const joined = words.trim().split(between).join('\n');
  return reason.trim() === '' ? joined : `${joined}\n\n${reason.trim()}`;
}

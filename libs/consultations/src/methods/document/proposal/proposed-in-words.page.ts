import type { Texts } from '@isegoria/texts';
import type { AnnotationPlace } from '../annotation/place.contract';

interface Annotation {
  readonly text: string | null;
  readonly at: AnnotationPlace | null;
}

/** What an annotation says, where its place does not stand beside it: the words that a proposal is about come with it. */
export function inOneText({ t }: Pick<Texts, 't'>, { text, at }: Annotation): string {
  if (text === null) return t('text.erased');
  if (!at?.replaces) return text;
  const stands = at.words?.exact;
  if (at.leavesOut) return stands === undefined ? t('paper.goes.paragraph', { text }) : t('paper.goes.words', { stands, text });
  return stands === undefined ? text : t('paper.inPlaceOf', { stands, text });
}

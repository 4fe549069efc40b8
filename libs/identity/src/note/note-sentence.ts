import type { Texts } from '@isegoria/texts';
import type { NoteView } from './note.contract';
import './note.texts';

/** What happened, in a sentence that names the consultation where there is one. */
export function sentenceOf({ kind, consultationTitle }: Pick<NoteView, 'kind' | 'consultationTitle'>, t: Texts['t']): string {
  return consultationTitle === null ? t(`note.${kind}.inGeneral`) : t(`note.${kind}`, { title: consultationTitle });
}

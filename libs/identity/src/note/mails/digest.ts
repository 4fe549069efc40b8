import { textsIn, type Language } from '@isegoria/texts';
import type { Message } from '../../mail/messages';
import { noteSubjects, type NoteKind, type NoteView } from '../note.contract';
import { sentenceOf } from '../note-sentence';
import './digest.texts';

type Named = Pick<NoteView, 'kind' | 'consultationTitle'>;

/** What a mail is about: what somebody contributed, or drafts of their office. */
export type DigestSort = 'notes' | 'office';

/** The rest is on the site. */
export const mostInDigest = 20;

/**
 * One mail for all that happened since the last one: what became of something, and in which consultation. The words themselves, and the
 * reasons, are on the site. @param notes the newest first, one more than are named if there are more
 */
export function digest(
  sort: DigestSort,
  language: Language,
  notes: readonly Named[],
  links: { readonly notes: string; readonly unsubscribe: string },
): Message {
  const { t } = textsIn(language);
  const named = withoutRepeats(notes.slice(0, mostInDigest)).map((note) => `• ${sentenceOf(note, t)}`);
  const lines = notes.length > mostInDigest ? [...named, t('mail.notes.more')] : named;
  return {
    subject: t(`mail.${sort}.subject`),
    body: t(`mail.${sort}.body`, { notes: lines.join('\n'), link: links.notes, unsubscribe: links.unsubscribe }),
    unsubscribe: links.unsubscribe,
  };
}

/** Two corrections of one consultation are one piece of news. */
function withoutRepeats(notes: readonly Named[]): readonly Named[] {
  const changes: readonly NoteKind[] = noteSubjects.changes;
  const same = (one: Named) => (other: Named) => other.kind === one.kind && other.consultationTitle === one.consultationTitle;
  return notes.filter((note, index) => !changes.includes(note.kind) || notes.findIndex(same(note)) === index);
}

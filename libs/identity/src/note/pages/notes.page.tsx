import { EmptyState, Heading, Link, Notice, Pagination, Sentence, SubmitButton, Tag, Time, useTexts } from '@isegoria/ui';
import { PublicReason } from '@isegoria/portal-kit';
import { Frame } from '../../account/frame.page';
import type { NoteKind, Notes, NoteView } from '../note.contract';
import { sentenceOf } from '../note-sentence';

/** What happened to what somebody contributed. Nothing is marked as read before the person says so. */
export function NotesPage(props: { notes: Notes; cursor: string | undefined; isDone: boolean; isOfficial: boolean; minutes: number }) {
  const { t } = useTexts();
  const { items, next } = props.notes;
  const newest = items.find(({ isNew }) => isNew);
  const lead = t(props.isOfficial ? 'notes.leadOffice' : 'notes.lead');
  return (
    <Frame title={t('notes.title')} lead={lead} trail={[{ href: '/my', label: t('nav.my') }]}>
      {props.isDone && (
        <Notice colour="success" status>
          {t('notes.read')}
        </Notice>
      )}
      {newest && (
        <form method="post" action="/my/notes">
          <input type="hidden" name="upTo" value={newest.position} />
          <SubmitButton variant="secondary">{t('notes.markRead')}</SubmitButton>
        </form>
      )}
      {items.length === 0 ? (
        <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>{t('notes.empty')}</EmptyState>
      ) : (
        <ul class="rows">
          {items.map((note) => (
            <li key={note.position}>
              <Note note={note} />
            </li>
          ))}
        </ul>
      )}
      <Pagination path="/my/notes" cursor={props.cursor} next={next} />
      <p>
        {t('notes.mails', { minutes: props.minutes })} <Link href="/account/notes">{t('noteSettings.title')}</Link>
      </p>
    </Frame>
  );
}

function Note(props: { note: NoteView }) {
  const { t } = useTexts();
  const { note } = props;
  return (
    <>
      <Heading level={2} size="xs">
        <Link href={placeOf(note)}>
          {note.consultationTitle === null ? (
            sentenceOf(note, t)
          ) : (
            <Sentence says={`note.${note.kind}`} words={{ title: note.consultationTitle }} />
          )}
        </Link>
      </Heading>
      {note.reason !== null && (
        <p>
          {t('notes.reason')} <span class="citizen-text">
            <PublicReason reason={note.reason} rule={note.rule} />
          </span>
        </p>
      )}
      <p class="meta">
        {note.isNew && <Tag colour="info">{t('notes.new')}</Tag>}
        <Time at={note.at} withTime />
      </p>
    </>
  );
}

const isOfAnswer = (kind: NoteKind) => /^(statement|text|paragraph)-answer/.test(kind);

/** Where the person sees what the note is about. */
function placeOf({ kind, aboutId, consultationId }: NoteView): string {
  if (isOfAnswer(kind) && consultationId !== null) return `/consultations/${consultationId}/answers?only=${aboutId}`;
  if (kind.startsWith('draft-')) return `/office/consultations/${aboutId}`;
  if (kind.startsWith('statement-')) return '/my#statements';
  if (kind.startsWith('comment-')) return '/my#comments';
  if (kind.startsWith('report-')) return '/my#reports';
  return kind.startsWith('question-') || kind === 'answer-revised' ? `/questions/${aboutId}` : `/consultations/${aboutId}`;
}

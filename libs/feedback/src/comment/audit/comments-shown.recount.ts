import {
  eventIn,
  pageMustBe,
  said,
  shown,
  timeSaid,
  wordsSaid,
  type Entry,
  type Fields,
  type MustBe,
  type ShownBook,
} from '@isegoria/audit-kit';
import { listConsultations } from '@isegoria/consultations';
import type { Page } from '@isegoria/kernel';
import { listComments, type CommentEvent, type CommentSubmitted, type CommentView } from '../comment.contract';

interface KnownComment {
  readonly place: number;
  readonly seq: number;
  readonly view: Fields<CommentView>;
}

/** The comments on every consultation. */
export class CommentsShown implements ShownBook {
  readonly events: CommentEvent['type'][] = ['CommentSubmitted', 'CommentHidden', 'CommentEdited', 'CommentWithdrawn'];
  /** By consultation, in the order of the log. */
  private readonly on = new Map<string, KnownComment[]>();
  private readonly placeOf = new Map<string, number>();

  take(entry: Entry): void {
    const event = eventIn<CommentEvent>(entry);
    if (event?.type === 'CommentSubmitted') this.add(entry, event.data);
    if (event?.type === 'CommentHidden')
      this.change(event.data, { text: said<string | null>(entry, null), hiddenReason: said<string | null>(entry, event.data.reason) });
    if (event?.type === 'CommentEdited')
      this.change(event.data, { text: wordsOf(event.data, entry.position), editedAt: said<string | null>(entry, timeSaid(entry)) });
    if (event?.type === 'CommentWithdrawn')
      this.change(event.data, { text: said<string | null>(entry, null), withdrawnAt: said<string | null>(entry, timeSaid(entry)) });
  }

  readonly shows = [
    shown<{ consultationId: string; cursor?: string }, Page<CommentView>>({
      query: listComments,
      groups: ['feedback'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownComment, CommentView>({
          things: this.on.get(consultationId) ?? [],
          placeOf: ({ place }) => place,
          itemOf: ({ seq, view }) => said<CommentView>({ seq }, view),
          cursor,
          newestFirst: true,
        }),
    }),
  ];

  private add(entry: Entry, submitted: CommentSubmitted['data']): void {
    const { commentId, consultationId, author, assurance } = submitted;
    if (this.placeOf.has(commentId)) return;
    const comments = this.on.get(consultationId) ?? [];
    this.on.set(consultationId, comments);
    this.placeOf.set(commentId, comments.length);
    const untouched = { hiddenReason: null, editedAt: null, withdrawnAt: null };
    const rest = { text: wordsOf(submitted, entry.position), submittedAt: timeSaid(entry), ...untouched };
    comments.push({ place: entry.position, seq: entry.seq, view: { id: commentId, consultationId, author, assurance, ...rest } });
  }

  private change({ commentId, consultationId }: { commentId: string; consultationId: string }, change: Partial<Fields<CommentView>>): void {
    const comments = this.on.get(consultationId);
    const at = this.placeOf.get(commentId);
    const comment = at === undefined ? undefined : comments?.[at];
    if (comment) comments![at!] = { ...comment, view: { ...comment.view, ...change } };
  }
}

type Worded = Pick<CommentSubmitted['data'], 'commentId' | 'consultationId' | 'author' | 'text'>;

function wordsOf({ commentId, consultationId, author, text }: Worded, place: number): MustBe<string | null> {
  return wordsSaid(text, { what: `comment ${commentId}`, author, within: consultationId, group: 'feedback', place });
}

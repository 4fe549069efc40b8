import { eventIn, pageMustBe, said, shown, timeSaid, wordsSaid, type Entry, type Fields, type ShownBook } from '@isegoria/audit-kit';
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
  readonly events: CommentEvent['type'][] = ['CommentSubmitted', 'CommentHidden'];
  /** By consultation, in the order of the log. */
  private readonly on = new Map<string, KnownComment[]>();
  private readonly placeOf = new Map<string, number>();

  take(entry: Entry): void {
    const event = eventIn<CommentEvent>(entry);
    if (event?.type === 'CommentSubmitted') this.add(entry, event.data);
    if (event?.type === 'CommentHidden') this.hide(entry, event.data.consultationId, event.data);
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

  private add(entry: Entry, { commentId, consultationId, author, assurance, text }: CommentSubmitted['data']): void {
    if (this.placeOf.has(commentId)) return;
    const comments = this.on.get(consultationId) ?? [];
    this.on.set(consultationId, comments);
    this.placeOf.set(commentId, comments.length);
    const words = wordsSaid(text, {
      what: `comment ${commentId}`,
      author,
      within: consultationId,
      group: 'feedback',
      place: entry.position,
    });
    const rest = { text: words, hiddenReason: null, submittedAt: timeSaid(entry) };
    comments.push({ place: entry.position, seq: entry.seq, view: { id: commentId, consultationId, author, assurance, ...rest } });
  }

  private hide(entry: Entry, consultationId: string, { commentId, reason }: { commentId: string; reason: string }): void {
    const comments = this.on.get(consultationId);
    const at = this.placeOf.get(commentId);
    const comment = at === undefined ? undefined : comments?.[at];
    if (!comment) return;
    const hidden = { text: said<string | null>(entry, null), hiddenReason: said<string | null>(entry, reason) };
    comments![at!] = { ...comment, view: { ...comment.view, ...hidden } };
  }
}

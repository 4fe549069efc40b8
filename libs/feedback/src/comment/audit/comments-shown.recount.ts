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
import { listConsultations, type ConsultationDrafted } from '@isegoria/consultations';
import type { ModerationRule } from '@isegoria/content';
import type { Page } from '@isegoria/kernel';
import { Supporters } from '../../support/audit/supporters.recount';
import type { Supported } from '../../support/supported.contract';
import type { SupportEvent } from '../../support/support.contract';
import type { CommentRestored } from '../hiding/hiding.contract';
import type { CommentEdited } from '../own-comment/own-comment.contract';
import { listComments, type CommentEvent, type CommentSubmitted, type CommentView } from '../comment.contract';
import { listThreads, repliesShown, type ThreadView } from '../thread/thread.contract';

interface KnownComment {
  readonly id: string;
  readonly place: number;
  readonly seq: number;
  /** Its thread if it is a reply. */
  readonly thread: string | undefined;
  /** As they were said last, shown or not. */
  readonly words: MustBe<string | null>;
  readonly view: Omit<Fields<CommentView>, keyof Supported>;
}
type Asked = { consultationId: string; cursor?: string };

/** The comments on every consultation, one by one and by their threads. */
export class CommentsShown implements ShownBook {
  readonly events: (CommentEvent | SupportEvent | ConsultationDrafted)['type'][] = [
    'CommentSubmitted',
    'CommentHidden',
    'CommentRestored',
    'CommentEdited',
    'CommentWithdrawn',
    'SupportCast',
    'ConsultationDrafted',
  ];
  /** By consultation, in the order of the log. */
  private readonly on = new Map<string, KnownComment[]>();
  private readonly placeOf = new Map<string, number>();
  private readonly supporters = new Supporters();

  take(entry: Entry): void {
    const event = eventIn<CommentEvent | SupportEvent | ConsultationDrafted>(entry);
    if (event?.type === 'CommentSubmitted') this.add(entry, event.data);
    if (event?.type === 'CommentHidden')
      this.change(event.data, {
        text: said<string | null>(entry, null),
        version: said(entry, entry.position),
        ...hidden(entry, event.data.reason, event.data.rule ?? null),
      });
    if (event?.type === 'CommentRestored') this.restore(entry, event.data);
    if (event?.type === 'CommentEdited') this.reword(entry, event.data);
    if (event?.type === 'CommentWithdrawn')
      this.change(event.data, { text: said<string | null>(entry, null), withdrawnAt: said<string | null>(entry, timeSaid(entry)) });
    if (event?.type === 'SupportCast' && event.data.item === 'comment') this.supporters.take(entry, event.data);
    if (event?.type === 'ConsultationDrafted') this.supporters.count(event.data.consultationId, event.data.countsFrom);
  }

  readonly shows = [
    shown<Asked, Page<CommentView>>({
      query: listComments,
      groups: ['feedback'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownComment, CommentView>({
          things: this.on.get(consultationId) ?? [],
          placeOf: ({ place }) => place,
          itemOf: (comment) => said<CommentView>(comment, this.viewOf(comment, consultationId)),
          cursor,
          newestFirst: true,
        }),
    }),
    shown<Asked, Page<ThreadView>>({
      query: listThreads,
      groups: ['feedback'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) => {
        const all = this.on.get(consultationId) ?? [];
        const replies = byThread(all);
        return pageMustBe<KnownComment, ThreadView>({
          things: replies.get(undefined) ?? [],
          placeOf: ({ place }) => place,
          itemOf: (comment) => this.threadOf(comment, replies.get(comment.id) ?? [], consultationId),
          cursor,
          newestFirst: true,
        });
      },
    }),
  ];

  private threadOf(comment: KnownComment, replies: readonly KnownComment[], consultationId: string): Fields<ThreadView> {
    return {
      comment: said<CommentView>(comment, this.viewOf(comment, consultationId)),
      replies: replies.slice(0, repliesShown).map((reply) => said<CommentView>(reply, this.viewOf(reply, consultationId))),
      replyCount: replies.length,
    };
  }

  private viewOf({ id, seq, view }: KnownComment, consultationId: string): Fields<CommentView> {
    return { ...view, ...this.supporters.of(id, consultationId, seq) };
  }

  private add(entry: Entry, submitted: CommentSubmitted['data']): void {
    const { commentId, consultationId, author, assurance, reply } = submitted;
    if (this.placeOf.has(commentId)) return;
    const comments = this.on.get(consultationId) ?? [];
    this.on.set(consultationId, comments);
    this.placeOf.set(commentId, comments.length);
    const untouched = { hiddenReason: null, hiddenRule: null, editedAt: null, withdrawnAt: null, version: entry.position };
    const words = wordsOf(submitted, entry.position);
    const rest = { text: words, submittedAt: timeSaid(entry), ...untouched };
    const place = { inReplyTo: reply?.to ?? null, threadId: reply?.thread ?? commentId };
    const view = { id: commentId, consultationId, author, assurance, ...rest, ...place };
    comments.push({ id: commentId, place: entry.position, seq: entry.seq, thread: reply?.thread, words, view });
  }

  private reword(entry: Entry, edited: CommentEdited['data']): void {
    const words = wordsOf(edited, entry.position);
    const changed = { editedAt: said<string | null>(entry, timeSaid(entry)), version: said(entry, entry.position) };
    this.change(edited, { text: words, ...changed }, words);
  }

  /** Shows the words again that were said last. */
  private restore(entry: Entry, { commentId, consultationId }: CommentRestored['data']): void {
    const comment = this.on.get(consultationId)?.[this.placeOf.get(commentId) ?? -1];
    if (!comment) return;
    const version = said(entry, entry.position);
    this.change({ commentId, consultationId }, { text: comment.words, version, ...hidden(entry, null, null) });
  }

  private change(
    { commentId, consultationId }: { commentId: string; consultationId: string },
    change: Partial<Fields<CommentView>>,
    words?: MustBe<string | null>,
  ): void {
    const comments = this.on.get(consultationId);
    const at = this.placeOf.get(commentId);
    const comment = at === undefined ? undefined : comments?.[at];
    if (comment) comments![at!] = { ...comment, words: words ?? comment.words, view: { ...comment.view, ...change } };
  }
}

function hidden(entry: Entry, reason: string | null, rule: ModerationRule | null) {
  return { hiddenReason: said<string | null>(entry, reason), hiddenRule: said<ModerationRule | null>(entry, rule) };
}

type Worded = Pick<CommentSubmitted['data'], 'commentId' | 'consultationId' | 'author' | 'text'>;

function wordsOf({ commentId, consultationId, author, text }: Worded, place: number): MustBe<string | null> {
  return wordsSaid(text, { what: `comment ${commentId}`, author, within: consultationId, group: 'feedback', place });
}

/** Those that begin threads are under `undefined`. */
function byThread(comments: readonly KnownComment[]): ReadonlyMap<string | undefined, readonly KnownComment[]> {
  const threads = new Map<string | undefined, KnownComment[]>();
  for (const comment of comments) {
    const thread = threads.get(comment.thread);
    if (thread) thread.push(comment);
    else threads.set(comment.thread, [comment]);
  }
  return threads;
}

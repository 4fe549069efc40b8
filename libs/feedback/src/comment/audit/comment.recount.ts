import { changed, plural, type ActsInWords, type Count, type Counted, type Counting, type Story } from '@isegoria/audit-kit';
import type { CommentEvent } from '../comment.contract';

interface RecountedComments {
  readonly comments: number;
}

class CommentCount implements Count {
  private comments = 0;

  take({ type }: Counted<CommentEvent>): void {
    if (type === 'CommentSubmitted') this.comments += 1;
  }

  results(): RecountedComments {
    return { comments: this.comments };
  }
}

export const commentsCounted: Counting = {
  events: ['CommentSubmitted'] satisfies CommentEvent['type'][],
  begin: () => new CommentCount(),
};

/** How many comments there were, and how many of them nobody could read. */
export class CommentStory implements Story {
  private hidden = 0;
  private withdrawn = 0;

  take({ type }: Counted<CommentEvent>): void {
    if (type === 'CommentHidden') this.hidden += 1;
    if (type === 'CommentRestored') this.hidden -= 1;
    if (type === 'CommentWithdrawn') this.withdrawn += 1;
  }

  inWords({ comments }: RecountedComments): string[] {
    return [`  ${plural(comments, 'comment', 'comments')}, ${this.hidden} of them hidden, ${this.withdrawn} withdrawn by their authors.`];
  }

  changesSince(earlier: { story: CommentStory; results: RecountedComments } | undefined, { comments }: RecountedComments): string[] {
    return [
      ...changed('comments', earlier?.results.comments, comments),
      ...changed('hidden comments', earlier?.story.hidden, this.hidden),
      ...changed('withdrawn comments', earlier?.story.withdrawn, this.withdrawn),
    ];
  }

  inJson(): object {
    return { hiddenComments: this.hidden, withdrawnComments: this.withdrawn };
  }
}

export const actsOfComments: ActsInWords<CommentEvent> = {
  CommentSubmitted: null,
  CommentEdited: null,
  CommentWithdrawn: null,
  CommentRestored: ({ commentId, by, reason }) => `comment ${commentId} shown again by account ${by}: "${reason}"`,
  CommentHidden: ({ commentId, by, reason }) => `comment ${commentId} hidden by account ${by}: "${reason}"`,
};

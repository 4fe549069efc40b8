import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  mustStand,
  onlyForAWhile,
  onlyItsAuthor,
  type AssuranceLevel,
  type ByAuthor,
  type RecordedText,
  type Reworded,
  type SaidBefore,
} from '@isegoria/kernel';
import { afterDecision, decided, notModerated, type ByModerator, type Moderated } from '../moderation/moderated';
import type { CommentEvent } from './comment.contract';

export const commentStream = (commentId: string) => `comment-${commentId}`;

export interface CommentState extends SaidBefore, Moderated {
  readonly consultationId: string;
  /** The comment that began the thread. */
  readonly threadId: string;
}

interface About {
  readonly commentId: string;
}
interface Submit extends About {
  readonly type: 'SubmitComment';
  readonly consultationId: string;
  /** The pseudonym of the person. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: RecordedText;
  /** The comment to which this one replies, as it stands; absent for one that begins a thread. */
  readonly inReplyTo?: { readonly commentId: string; readonly state: CommentState | undefined };
}
type Decide = About & ByModerator & { readonly type: 'HideComment' | 'RestoreComment' };
type Edit = About & Reworded & { readonly type: 'EditComment' };
type Withdraw = About & ByAuthor & { readonly type: 'WithdrawComment' };
export type CommentCommand = Submit | Decide | Edit | Withdraw;

export const commentDecider: Decider<CommentState | undefined, CommentCommand, CommentEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'SubmitComment') return submit(command, state);
    if (!state) throw new Rejection('NOT_FOUND');
    if (command.type === 'EditComment') return edit(command, state);
    return command.type === 'WithdrawComment' ? withdraw(command, state) : moderate(command, state);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CommentSubmitted': {
        const { commentId, consultationId, author, reply } = event.data;
        return { consultationId, author, threadId: reply?.thread ?? commentId, withdrawn: false, ...notModerated };
      }
      case 'CommentHidden':
        return state && { ...state, ...afterDecision(event.data.by, true) };
      case 'CommentRestored':
        return state && { ...state, ...afterDecision(event.data.by, false) };
      case 'CommentEdited':
        return state;
      case 'CommentWithdrawn':
        return state && { ...state, withdrawn: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

function submit(command: Submit, state?: CommentState): CommentEvent[] {
  if (state) throw new Rejection('ALREADY_DONE');
  const { commentId, consultationId, author, assurance, text } = command;
  return [{ type: 'CommentSubmitted', data: { commentId, consultationId, author, assurance, text, ...replyIn(command) } }];
}

/** A reply stays in the consultation of what it replies to, and in its thread. */
function replyIn({ consultationId, inReplyTo }: Submit) {
  if (!inReplyTo) return {};
  const { commentId, state } = inReplyTo;
  if (state?.consultationId !== consultationId) throw new Rejection('NOT_FOUND', { field: 'inReplyTo' });
  mustBeShown(state);
  return { reply: { to: commentId, thread: state.threadId } };
}

/** Policy: nobody replies to a comment that is no longer shown, or comes to support it. @throws Rejection COMMENT_HIDDEN, WITHDRAWN */
export function mustBeShown(comment: CommentState): void {
  if (comment.hidden) throw new Rejection('COMMENT_HIDDEN');
  mustStand(comment);
}

function moderate({ commentId, type, ...decision }: Decide, state: CommentState): CommentEvent[] {
  const hides = type === 'HideComment';
  const reasoned = decided(decision, state, hides);
  mustStand(state);
  const data = { commentId, consultationId: state.consultationId, ...reasoned };
  return [{ type: hides ? 'CommentHidden' : 'CommentRestored', data }];
}

function edit({ commentId, text, ...by }: Edit, state: CommentState): CommentEvent[] {
  onlyItsAuthor(state, by);
  if (state.hidden) throw new Rejection('HIDDEN_BY_MODERATOR');
  onlyForAWhile(by);
  return [{ type: 'CommentEdited', data: { commentId, consultationId: state.consultationId, author: by.author, text } }];
}

function withdraw({ commentId, author }: Withdraw, state: CommentState): CommentEvent[] {
  onlyItsAuthor(state, { author });
  return [{ type: 'CommentWithdrawn', data: { commentId, consultationId: state.consultationId, author } }];
}

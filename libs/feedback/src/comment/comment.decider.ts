import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  mustStand,
  onlyForAWhile,
  onlyItsAuthor,
  permitted,
  type Actor,
  type AssuranceLevel,
  type ByAuthor,
  type RecordedText,
  type Reworded,
  type SaidBefore,
} from '@isegoria/kernel';
import type { CommentEvent } from './comment.contract';

export const commentStream = (commentId: string) => `comment-${commentId}`;

export interface CommentState extends SaidBefore {
  readonly consultationId: string;
  readonly hidden: boolean;
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
}
interface Hide extends About {
  readonly type: 'HideComment';
  readonly actor: Actor;
  /** That of the consultation. */
  readonly unit: string;
  readonly reason: string;
}
type Edit = About & Reworded & { readonly type: 'EditComment' };
type Withdraw = About & ByAuthor & { readonly type: 'WithdrawComment' };
export type CommentCommand = Submit | Hide | Edit | Withdraw;

export const commentDecider: Decider<CommentState | undefined, CommentCommand, CommentEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'SubmitComment') return submit(command, state);
    if (!state) throw new Rejection('NOT_FOUND');
    if (command.type === 'HideComment') return hide(command, state);
    return command.type === 'EditComment' ? edit(command, state) : withdraw(command, state);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CommentSubmitted': {
        const { consultationId, author } = event.data;
        return { consultationId, author, hidden: false, withdrawn: false };
      }
      case 'CommentHidden':
        return state && { ...state, hidden: true };
      case 'CommentEdited':
        return state;
      case 'CommentWithdrawn':
        return state && { ...state, withdrawn: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

function submit({ commentId, consultationId, author, assurance, text }: Submit, state?: CommentState): CommentEvent[] {
  if (state) throw new Rejection('ALREADY_DONE');
  return [{ type: 'CommentSubmitted', data: { commentId, consultationId, author, assurance, text } }];
}

function hide({ commentId, actor, unit, reason }: Hide, state: CommentState): CommentEvent[] {
  const by = permitted(actor, 'moderate', unit).accountId;
  if (state.hidden) throw new Rejection('ALREADY_DONE');
  mustStand(state);
  return [{ type: 'CommentHidden', data: { commentId, consultationId: state.consultationId, by, reason } }];
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

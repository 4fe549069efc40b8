import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor, type AssuranceLevel, type RecordedText } from '@isegoria/kernel';
import type { CommentEvent } from './comment.contract';

export const commentStream = (commentId: string) => `comment-${commentId}`;

export interface CommentState {
  readonly consultationId: string;
  readonly hidden: boolean;
}

export type CommentCommand =
  | {
      readonly type: 'SubmitComment';
      readonly commentId: string;
      readonly consultationId: string;
      /** The pseudonym of the person. */
      readonly author: string;
      readonly assurance: AssuranceLevel;
      readonly text: RecordedText;
    }
  | {
      readonly type: 'HideComment';
      readonly commentId: string;
      readonly actor: Actor;
      /** That of the consultation. */
      readonly unit: string;
      readonly reason: string;
    };

export const commentDecider: Decider<CommentState | undefined, CommentCommand, CommentEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'SubmitComment') {
      const { commentId, consultationId, author, assurance, text } = command;
      if (state) throw new Rejection('ALREADY_DONE');
      return [{ type: 'CommentSubmitted', data: { commentId, consultationId, author, assurance, text } }];
    }
    const { commentId, actor, unit, reason } = command;
    if (!state) throw new Rejection('NOT_FOUND');
    const by = permitted(actor, 'moderate', unit).accountId;
    if (state.hidden) throw new Rejection('ALREADY_DONE');
    return [{ type: 'CommentHidden', data: { commentId, consultationId: state.consultationId, by, reason } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'CommentSubmitted':
        return { consultationId: event.data.consultationId, hidden: false };
      case 'CommentHidden':
        return state && { ...state, hidden: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

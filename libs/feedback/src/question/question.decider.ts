import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, type AssuranceLevel, type RecordedText } from '@isegoria/kernel';
import type { QuestionEvent } from './question.contract';

export const questionStream = (questionId: string) => `question-${questionId}`;

export interface QuestionState {
  /** Null for a question to the ministry in general. */
  readonly consultationId: string | null;
  /** The answer that stands; null while there is none. */
  readonly answer: string | null;
}

export type QuestionCommand =
  | {
      readonly type: 'AskQuestion';
      readonly questionId: string;
      readonly consultationId: string | null;
      /** The pseudonym of the person. */
      readonly author: string;
      readonly assurance: AssuranceLevel;
      readonly text: RecordedText;
    }
  | { readonly type: 'AnswerQuestion'; readonly questionId: string; readonly by: string; readonly text: string };

export const questionDecider: Decider<QuestionState | undefined, QuestionCommand, QuestionEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'AskQuestion') {
      const { questionId, consultationId, author, assurance, text } = command;
      if (state) throw new Rejection('ALREADY_DONE');
      return [{ type: 'QuestionAsked', data: { questionId, consultationId, author, assurance, text } }];
    }
    const { questionId, by, text } = command;
    if (!state) throw new Rejection('QUESTION_NOT_FOUND');
    if (state.answer === text) return [];
    return [{ type: 'QuestionAnswered', data: { questionId, consultationId: state.consultationId, by, text } }];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'QuestionAsked':
        return { consultationId: event.data.consultationId, answer: null };
      case 'QuestionAnswered':
        return state && { ...state, answer: event.data.text };
      default:
        return unchangedBy(event, state);
    }
  },
};

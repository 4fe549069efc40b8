import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, mustBeOpen, permitted, type Actor, type AssuranceLevel, type RecordedText, type UnitStanding } from '@isegoria/kernel';
import type { QuestionEvent } from './question.contract';

export const questionStream = (questionId: string) => `question-${questionId}`;

export interface QuestionState {
  /** The unit that is asked. */
  readonly unit: string;
  /** Null for a question in general. */
  readonly consultationId: string | null;
  /** The current answer; null while there is none. */
  readonly answer: string | null;
}

type Ask = {
  readonly type: 'AskQuestion';
  readonly questionId: string;
  readonly unit: string;
  /** A consultation goes on in a closed unit, and so do the questions about it. */
  readonly standing: UnitStanding;
  readonly consultationId: string | null;
  /** The pseudonym of the person. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: RecordedText;
};
type Answer = { readonly type: 'AnswerQuestion'; readonly questionId: string; readonly actor: Actor; readonly text: string };
export type QuestionCommand = Ask | Answer;

export const questionDecider: Decider<QuestionState | undefined, QuestionCommand, QuestionEvent> = {
  initialState: undefined,

  decide: (command, state) => (command.type === 'AskQuestion' ? ask(command, state) : answer(command, state)),

  evolve(state, event) {
    switch (event.type) {
      case 'QuestionAsked':
        return { unit: event.data.unit, consultationId: event.data.consultationId, answer: null };
      case 'QuestionAnswered':
        return state && { ...state, answer: event.data.text };
      default:
        return unchangedBy(event, state);
    }
  },
};

function ask({ questionId, unit, standing, consultationId, author, assurance, text }: Ask, state?: QuestionState): QuestionEvent[] {
  if (state) throw new Rejection('ALREADY_DONE');
  if (consultationId === null) mustBeOpen(standing);
  return [{ type: 'QuestionAsked', data: { questionId, unit, consultationId, author, assurance, text } }];
}

function answer({ questionId, actor, text }: Answer, state?: QuestionState): QuestionEvent[] {
  if (!state) throw new Rejection('QUESTION_NOT_FOUND');
  const by = permitted(actor, 'answer', state.unit).accountId;
  if (state.answer === text) return [];
  return [{ type: 'QuestionAnswered', data: { questionId, consultationId: state.consultationId, by, text } }];
}

import { filesOf, noFiles, type AttachedFiles, type WithFiles } from '@isegoria/content';
import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  categoriesSaid,
  mustBeOpen,
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
  type UnitStanding,
  type WithStandings,
} from '@isegoria/kernel';
import { afterDecision, decided, notModerated, type ByModerator, type Moderated } from '../moderation/moderated';
import type { QuestionAsked, QuestionEvent } from './question.contract';

export const questionStream = (questionId: string) => `question-${questionId}`;

export interface QuestionState extends SaidBefore, Moderated {
  /** The unit that is asked. */
  readonly unit: string;
  /** Null for a question in general. */
  readonly consultationId: string | null;
  /** The current answer; null while there is none. */
  readonly answer: string | null;
  /** What stands beside it. */
  readonly answerFiles: AttachedFiles;
}

type Ask = WithStandings & {
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
type Answer = WithFiles & { readonly type: 'AnswerQuestion'; readonly questionId: string; readonly actor: Actor; readonly text: string };
type Edit = Reworded & { readonly type: 'EditQuestion'; readonly questionId: string };
type Withdraw = ByAuthor & { readonly type: 'WithdrawQuestion'; readonly questionId: string };
type Decide = ByModerator & { readonly type: 'HideQuestion' | 'RestoreQuestion'; readonly questionId: string };
export type QuestionCommand = Ask | Answer | Decide | Edit | Withdraw;

export const questionDecider: Decider<QuestionState | undefined, QuestionCommand, QuestionEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'AskQuestion') return ask(command, state);
    if (!state) throw new Rejection('QUESTION_NOT_FOUND');
    if (command.type === 'AnswerQuestion') return answer(command, state);
    if (command.type === 'EditQuestion') return edit(command, state);
    return command.type === 'WithdrawQuestion' ? withdraw(command, state) : moderate(command, state);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'QuestionAsked':
        return { ...whatIsAsked(event.data), answer: null, answerFiles: noFiles, withdrawn: false, ...notModerated };
      case 'QuestionAnswered':
        return state && { ...state, answer: event.data.text, answerFiles: event.data.files ?? noFiles };
      case 'QuestionHidden':
        return state && { ...state, ...afterDecision(event.data.by, true) };
      case 'QuestionRestored':
        return state && { ...state, ...afterDecision(event.data.by, false) };
      case 'QuestionEdited':
        return state;
      case 'QuestionWithdrawn':
        return state && { ...state, withdrawn: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

function whatIsAsked({ unit, consultationId, author }: QuestionAsked['data']) {
  return { unit, consultationId, author };
}

function ask(command: Ask, state?: QuestionState): QuestionEvent[] {
  const { questionId, unit, standing, consultationId, author, assurance, text, ...about } = command;
  if (state) throw new Rejection('ALREADY_DONE');
  if (consultationId === null) mustBeOpen(standing);
  const categories = consultationId === null ? categoriesSaid(about) : {};
  return [{ type: 'QuestionAsked', data: { questionId, unit, consultationId, ...categories, author, assurance, text } }];
}

function answer({ questionId, actor, text, attached }: Answer, state: QuestionState): QuestionEvent[] {
  const by = permitted(actor, 'answer', state.unit).accountId;
  const files = filesOf({ attached });
  if (state.answer === text && JSON.stringify(state.answerFiles) === JSON.stringify(files)) return [];
  if (state.hidden) throw new Rejection('QUESTION_HIDDEN');
  if (state.answer === null) mustStand(state);
  return [{ type: 'QuestionAnswered', data: { questionId, consultationId: state.consultationId, by, text, files } }];
}

/** What was hidden takes no answer and no support until it is shown again. @throws Rejection QUESTION_HIDDEN, WITHDRAWN */
export function mustTakeSupport(question: QuestionState): void {
  if (question.hidden) throw new Rejection('QUESTION_HIDDEN');
  mustStand(question);
}

function moderate({ questionId, type, ...decision }: Decide, state: QuestionState): QuestionEvent[] {
  const hides = type === 'HideQuestion';
  const reasoned = decided(decision, state, hides);
  mustStand(state);
  const data = { questionId, consultationId: state.consultationId, ...reasoned };
  return [{ type: hides ? 'QuestionHidden' : 'QuestionRestored', data }];
}

function edit({ questionId, text, ...by }: Edit, state: QuestionState): QuestionEvent[] {
  onlyItsAuthor(state, by);
  if (state.hidden) throw new Rejection('HIDDEN_BY_MODERATOR');
  if (state.answer !== null) throw new Rejection('ALREADY_ANSWERED');
  onlyForAWhile(by);
  return [{ type: 'QuestionEdited', data: { questionId, consultationId: state.consultationId, author: by.author, text } }];
}

function withdraw({ questionId, author }: Withdraw, state: QuestionState): QuestionEvent[] {
  onlyItsAuthor(state, { author });
  return [{ type: 'QuestionWithdrawn', data: { questionId, consultationId: state.consultationId, author } }];
}

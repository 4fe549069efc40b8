import {
  changed,
  cut,
  inWords,
  mostTold,
  plural,
  wordsIn,
  type ActsInWords,
  type Count,
  type Counted,
  type Counting,
  type Story,
  type Words,
} from '@isegoria/audit-kit';
import type { QuestionEvent, QuestionStatus } from '../question.contract';

interface RecountedQuestions {
  readonly questions: { readonly open: number; readonly answered: number; readonly withdrawn: number };
}

class QuestionCount implements Count {
  private readonly statuses = new Map<string, QuestionStatus>();

  take({ type, data: { questionId } }: Counted<QuestionEvent>): void {
    if (type === 'QuestionAsked') this.statuses.set(questionId, 'open');
    if (type === 'QuestionAnswered') this.statuses.set(questionId, 'answered');
    if (type === 'QuestionWithdrawn' && this.statuses.get(questionId) === 'open') this.statuses.set(questionId, 'withdrawn');
  }

  results(): RecountedQuestions {
    const statuses = [...this.statuses.values()];
    const count = (status: QuestionStatus) => statuses.filter((one) => one === status).length;
    return { questions: { open: count('open'), answered: count('answered'), withdrawn: count('withdrawn') } };
  }
}

export const questionsCounted: Counting = {
  events: ['QuestionAsked', 'QuestionAnswered', 'QuestionWithdrawn'] satisfies QuestionEvent['type'][],
  begin: () => new QuestionCount(),
};

/** What was asked about one consultation, and what was answered. */
export class QuestionStory implements Story {
  private readonly questions = new Map<string, { words: Words; answer: string | null }>();

  take({ type, data }: Counted<QuestionEvent>): void {
    if (type === 'QuestionAsked') this.questions.set(data.questionId, { words: wordsIn(data.text), answer: null });
    const question = this.questions.get(data.questionId);
    if (question && type === 'QuestionAnswered') question.answer = data.text;
    if (question && type === 'QuestionEdited') question.words = wordsIn(data.text);
  }

  inWords({ questions }: RecountedQuestions): string[] {
    const told = [...this.questions.values()].slice(0, mostTold);
    return [
      `  ${plural(this.questions.size, 'question', 'questions')}, ${questions.answered} of them answered, ${questions.withdrawn} withdrawn before an answer.`,
      ...told.map(({ words, answer }) => `    - ${inWords(words)} ${answer === null ? '(no answer yet)' : `Answer: ${cut(answer)}`}`),
    ];
  }

  changesSince(earlier: { story: Story; results: RecountedQuestions } | undefined, { questions }: RecountedQuestions): string[] {
    const then = earlier?.results.questions;
    return [...changed('open questions', then?.open, questions.open), ...changed('answered questions', then?.answered, questions.answered)];
  }

  inJson(): object {
    return { questions: [...this.questions.values()] };
  }
}

export const actsOfQuestions: ActsInWords<QuestionEvent> = {
  QuestionAsked: null,
  QuestionEdited: null,
  QuestionWithdrawn: null,
  QuestionHidden: ({ questionId, by, reason }) => `question ${questionId} hidden by account ${by}: "${reason}"`,
  QuestionRestored: ({ questionId, by, reason }) => `question ${questionId} shown again by account ${by}: "${reason}"`,
  QuestionAnswered: ({ questionId, by }) => `question ${questionId} answered by account ${by}`,
};

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
import type { QuestionEvent } from '../question.contract';

interface RecountedQuestions {
  readonly questions: { readonly open: number; readonly answered: number };
}

class QuestionCount implements Count {
  private readonly answered = new Map<string, boolean>();

  take({ type, data }: Counted<QuestionEvent>): void {
    this.answered.set(data.questionId, type === 'QuestionAnswered');
  }

  results(): RecountedQuestions {
    const answered = [...this.answered.values()].filter(Boolean).length;
    return { questions: { open: this.answered.size - answered, answered } };
  }
}

export const questionsCounted: Counting = {
  events: ['QuestionAsked', 'QuestionAnswered'] satisfies QuestionEvent['type'][],
  begin: () => new QuestionCount(),
};

/** What was asked about one consultation, and what was answered. */
export class QuestionStory implements Story {
  private readonly questions = new Map<string, { readonly words: Words; answer: string | null }>();

  take({ type, data }: Counted<QuestionEvent>): void {
    if (type === 'QuestionAsked') this.questions.set(data.questionId, { words: wordsIn(data.text), answer: null });
    if (type !== 'QuestionAnswered') return;
    const question = this.questions.get(data.questionId);
    if (question) question.answer = data.text;
  }

  inWords({ questions }: RecountedQuestions): string[] {
    const told = [...this.questions.values()].slice(0, mostTold);
    return [
      `  ${plural(this.questions.size, 'question', 'questions')}, ${questions.answered} of them answered.`,
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
  QuestionAnswered: ({ questionId, by }) => `question ${questionId} answered by account ${by}`,
};

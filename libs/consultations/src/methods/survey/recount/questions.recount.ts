import type { Condition, Question, Questionnaire } from '../questionnaire/questionnaire.contract';
import type { RecordedAnswer, RecordedAnswers } from '../response/response.contract';

/**
 * What a questionnaire asks of somebody with these answers, found anew for auditors: written without a look at what the platform and its
 * pages do, so that a fault in them comes out here.
 */
export class AskedQuestions {
  private readonly questions = new Map<string, Question>();
  private readonly decided = new Map<string, boolean>();

  constructor(
    { sections }: Questionnaire,
    private readonly answers: RecordedAnswers,
    /** Whether files could be given; by paper and personal links they cannot, and what depends on one may be asked either way. */
    readonly filesGiven = true,
  ) {
    for (const section of sections) for (const question of section.questions) this.questions.set(question.id, question);
  }

  /** In their order. */
  list(): Question[] {
    return [...this.questions.values()].filter(({ id }) => this.isAsked(id));
  }

  isAsked(id: string): boolean {
    const known = this.decided.get(id);
    if (known !== undefined) return known;
    const question = this.questions.get(id);
    const { when } = question ?? {};
    const isAsked = question !== undefined && (when === undefined || (this.filesGiven ? this.isMet(when) : this.mayCome(when, true)));
    this.decided.set(id, isAsked);
    return isAsked;
  }

  /** The answer to a question that is asked; undefined where there is none. */
  answerTo(id: string): RecordedAnswer | undefined {
    return this.isAsked(id) && Object.hasOwn(this.answers, id) ? this.answers[id] : undefined;
  }

  /** Whether a question hangs on a file. */
  hangsOnFile({ when }: Pick<Question, 'when'>): boolean {
    const parts = when === undefined ? [] : [when];
    for (const { question, all = [], any = [], not } of parts) {
      if (this.questions.get(question ?? '')?.kind === 'file') return true;
      parts.push(...all, ...any, ...(not === undefined ? [] : [not]));
    }
    return false;
  }

  /** Whether a condition may come out so for somebody with these answers who might have had a file. */
  private mayCome(condition: Condition, met: boolean): boolean {
    const { all, any, not, question = '', isAnswered } = condition;
    const may = (part: Condition) => this.mayCome(part, met);
    if (all !== undefined) return met ? all.every(may) : all.some(may);
    if (any !== undefined) return met ? any.some(may) : any.every(may);
    if (not !== undefined) return this.mayCome(not, !met);
    if (this.questions.get(question)?.kind !== 'file') return this.isMet(condition) === met;
    return this.isAsked(question) || isAnswered !== met;
  }

  private isMet(condition: Condition): boolean {
    const { question, isAnyOf, isAnswered, atLeast, atMost } = condition;
    if (condition.all !== undefined) return !condition.all.some((one) => !this.isMet(one));
    if (condition.any !== undefined) return !condition.any.every((one) => !this.isMet(one));
    if (condition.not !== undefined) return !this.isMet(condition.not);
    const answer = this.answerTo(question ?? '');
    if (isAnswered !== undefined) return isAnswered === (answer !== undefined);
    if (answer === undefined) return false;
    if (isAnyOf !== undefined) return picked(answer).some((id) => isAnyOf.includes(id));
    if (typeof answer !== 'number') return false;
    return !(atLeast !== undefined && answer < atLeast) && !(atMost !== undefined && answer > atMost);
  }
}

/** The options that an answer names, and `other` where it has words of its own. */
export function picked(answer: RecordedAnswer): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return [...(answer as string[])];
  const { options, other } = answer as { readonly options?: readonly string[]; readonly other?: unknown };
  return [...(options ?? []), ...(other === undefined ? [] : ['other'])];
}

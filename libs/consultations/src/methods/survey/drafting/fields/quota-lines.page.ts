import { lines, wholeNumberTyped } from '@isegoria/portal-kit';
import { otherOption, type Question, type QuestionOption, type Quota } from '../../questionnaire/questionnaire.pure';

/** Quotas as an office writes them: line by line, an answer, a colon and a number. */
export function quotasAsText({ quotas = [], options = [] }: Question): string {
  const words = new Map(options.map(({ id, text }) => [id, text]));
  return quotas.map(({ option, most }) => `${words.get(option) ?? option}: ${most}`).join('\n');
}

/** What is no such line is left to the API to refuse. */
export function quotasSaid(text: string, options: readonly QuestionOption[]): { readonly quotas?: readonly Quota[] } {
  const quotas = lines(text).map((line): Quota => {
    const [, before = '', number = ''] = /^(.*\S)\s*[:：]([^:：]+)$/u.exec(line.trim()) ?? [];
    const most = wholeNumberTyped(number);
    const words = most === undefined ? line : before;
    const named = options.find((option) => option.text.trim() === words.trim())?.id;
    return { option: named ?? (words.trim() === otherOption ? otherOption : words), most: most ?? 0 };
  });
  return quotas.length === 0 ? {} : { quotas };
}

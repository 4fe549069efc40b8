import { SelectField, Words, useTexts, type FormError, type FormState } from '@isegoria/ui';
import { textIfAny, type Sent } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import type { Fault } from '../../questionnaire/answers.pure';
import type { Question } from '../../questionnaire/questionnaire.pure';
import type { UnansweredForms, UnansweredQuestion } from './unanswered.contract';
import { whyUnanswered, type Unanswered } from './unanswered.pure';

const fieldOf = (id: string) => `unanswered.${id}`;

/** Below the field of a question: why a form has no answer to it. */
export function UnansweredField({ question, form }: { question: Question; form: FormState }) {
  const { t } = useTexts();
  const none = { value: '', label: t('unanswered.none') };
  return (
    <SelectField
      form="answers"
      name={fieldOf(question.id)}
      label={t('unanswered.field')}
      state={form}
      choices={[none, ...whyUnanswered.map((why) => ({ value: why, label: t(`unanswered.${why}`) }))]}
      chosen={textIfAny(form, fieldOf(question.id))}
    />
  );
}

/** What a form says is unanswered. */
export const unansweredSaid = (questions: readonly Question[], form: FormState): UnansweredQuestion[] =>
  questions.flatMap(({ id }) => {
    const said = textIfAny(form, fieldOf(id));
    const why = whyUnanswered.find((one) => one === said);
    return why ? [{ question: id, why }] : [];
  });

export const unansweredFields = (unanswered: readonly UnansweredQuestion[]): Sent =>
  Object.fromEntries(unanswered.map(({ question, why }) => [fieldOf(question), why]));

export const byQuestion = (unanswered: readonly UnansweredQuestion[]): Unanswered =>
  Object.fromEntries(unanswered.map(({ question, why }) => [question, why]));

export function unansweredInWords(questions: readonly Question[], faults: readonly Fault[], { t }: Texts): FormError[] {
  return faults.map(({ field }) => {
    const question = questions.find(({ id }) => id === field)?.text ?? '';
    return { field: fieldOf(field), message: t('unanswered.both', { question }) };
  });
}

/** In place of an answer, for whoever compares it with the paper. */
export function WhyUnanswered({ why }: { why: Unanswered[string] }) {
  const { t } = useTexts();
  return (
    <strong>
      <Words text={t(`unanswered.${why}`)} />
    </strong>
  );
}

/** Among the results of a question. */
export function UnansweredFigures({ counts, least }: { counts: UnansweredForms; least: number }) {
  const texts = useTexts();
  return (
    <>
      {unansweredSentences(texts, counts, least).map((sentence) => (
        <p class="meta" key={sentence}>
          {sentence}
        </p>
      ))}
    </>
  );
}

export function unansweredSentences({ t }: Pick<Texts, 't'>, counts: UnansweredForms, least: number): readonly string[] {
  const { forms, blank, unreadable, invalid } = counts;
  if (forms === 0) return [];
  const apart = blank === null || unreadable === null || invalid === null ? undefined : { blank, unreadable, invalid };
  return [
    forms === null ? t('unanswered.few', { least }) : t('unanswered.forms', { count: forms }),
    apart ? t('unanswered.why', apart) : t('unanswered.whyFew', { least }),
  ];
}

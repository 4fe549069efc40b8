import { textIfAny } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { Choices, SelectField, SubmitButton, TextField, useTexts, type Choice, type FormState } from '@isegoria/ui';
import type { Question } from '../../questionnaire/questionnaire.contract';
import { otherOption } from '../../questionnaire/questionnaire.pure';
import { conditionParts, conditionSaid, numberName, partName } from './condition-fields.page';
import { conditionInWords, shortly } from './condition-words.page';

interface ConditionFieldsProps {
  /** The form whose fields these are, with their whole names. */
  readonly form: FormState;
  /** The same, with the names that the fields have within their question. */
  readonly own: FormState;
  readonly at: string;
  /** All questions as they are written now. */
  readonly questions: readonly Question[];
  /** The number of this one among them, from 0. */
  readonly number: number;
  /** What a button says that shows the form anew. */
  readonly show: string;
}

/** When a question is asked, picked from what earlier questions may be answered. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { form, own, at, questions, number } = props;
  const texts = useTexts();
  const { t } = texts;
  const earlier = questions.slice(0, number);
  const how = textIfAny(own, 'when') || 'always';
  if (earlier.length === 0 && how === 'always') return null;
  const kept = how === 'kept' ? conditionSaid(own) : undefined;
  const offered = earlier.flatMap((question, index) => answersTo(texts, question, index + 1));
  // Each list names every earlier answer, so there are no more of them than somebody needs.
  const filled = Array.from({ length: conditionParts }, (_, part) => textIfAny(own, partName(part))).findLastIndex((one) => one !== '') + 1;
  const shown = how === 'all' || how === 'any' ? Math.min(conditionParts, Math.max(2, filled + 1)) : 0;
  const numbered = earlier.some(({ kind }) => kind === 'number');
  return (
    <>
      <Choices
        form="draft"
        name={`${at}when`}
        legend={t('survey.when')}
        choices={[
          { value: 'always', label: t('survey.when.always') },
          { value: 'all', label: t('survey.when.all') },
          { value: 'any', label: t('survey.when.any') },
          ...(kept ? [{ value: 'kept', label: t('survey.when.kept', { condition: conditionInWords(texts, kept, questions) }) }] : []),
        ]}
        chosen={[how]}
        state={form}
      />
      {how === 'kept' && <input type="hidden" name={`${at}when.kept`} value={textIfAny(own, 'when.kept')} />}
      {how === 'always' && (
        <div>
          <SubmitButton variant="tertiary" name="change" value={props.show}>
            {t('survey.when.show')}
          </SubmitButton>
        </div>
      )}
      {Array.from({ length: shown }, (_, part) => {
        const chosen = textIfAny(own, partName(part));
        const gone = chosen !== '' && !offered.some(({ value }) => value === chosen);
        return (
          <div class="stack" key={part}>
            <SelectField
              form="draft"
              name={at + partName(part)}
              label={t('survey.when.answer', { number: part + 1 })}
              choices={[
                { value: '', label: t('survey.when.none') },
                ...offered,
                ...(gone ? [{ value: chosen, label: t('survey.when.gone') }] : []),
              ]}
              chosen={chosen}
              state={form}
            />
            {numbered && (
              <TextField form="draft" name={at + numberName(part)} label={t('survey.when.number', { number: part + 1 })} state={form} />
            )}
          </div>
        );
      })}
    </>
  );
}

/** Of longer lists, what is not chosen is said by what is. */
const mostDenied = 10;

function answersTo({ t, number: inDigits }: Texts, question: Question, number: number): Choice[] {
  const about = shortly(question, number);
  const { id, kind, options = [], hasOther, scale } = question;
  const answered: Choice[] = [
    { value: `${id} +`, label: t('survey.when.answered', { question: about }) },
    { value: `${id} -`, label: t('survey.when.unanswered', { question: about }) },
  ];
  const quoted = (text: string) => `“${text}”`;
  if (kind === 'single' || kind === 'multiple') {
    const known = [...options, ...(hasOther ? [{ id: otherOption, text: t('survey.other') }] : [])];
    return [
      ...known.map((one) => ({ value: `${id} = ${one.id}`, label: t('survey.when.is', { question: about, answer: quoted(one.text) }) })),
      ...(known.length > mostDenied ? [] : known).map((one) => ({
        value: `${id} != ${one.id}`,
        label: t('survey.when.isNot', { question: about, answer: quoted(one.text) }),
      })),
      ...answered,
    ];
  }
  if (kind === 'number')
    return [
      { value: `${id} >=`, label: t('survey.when.atLeastTyped', { question: about }) },
      { value: `${id} <=`, label: t('survey.when.atMostTyped', { question: about }) },
      ...answered,
    ];
  if (kind !== 'scale' || !scale || !(scale.to - scale.from <= 10)) return answered;
  const steps = Array.from({ length: Math.max(0, scale.to - scale.from + 1) }, (_, step) => scale.from + step);
  return [
    ...steps.map((step) => ({ value: `${id} >= ${step}`, label: t('survey.when.atLeast', { question: about, number: inDigits(step) }) })),
    ...steps.map((step) => ({ value: `${id} <= ${step}`, label: t('survey.when.atMost', { question: about, number: inDigits(step) }) })),
    ...answered,
  ];
}

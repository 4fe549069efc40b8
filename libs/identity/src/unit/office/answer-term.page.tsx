import { limits } from '@isegoria/kernel';
import { describeFields } from '@isegoria/portal-kit';
import { Form, Heading, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { setAnswerTerm, type UnitView } from '../unit.contract';

describeFields({ days: { wrong: 'units.termWrong', max: limits.answerDaysMax } }, setAnswerTerm);

/** Within how many days of its end a new consultation of the unit promises its answer. */
export function AnswerTerm(props: { unit: UnitView; form: FormState }) {
  const { t } = useTexts();
  const { unit, answerWithinDays, setsAnswerTerm } = props.unit;
  return (
    <section class="stack" aria-labelledby="term-title">
      <Heading level={2} size="md" id="term-title">
        {t('units.term')}
      </Heading>
      <p>{t('units.termWhat')}</p>
      <p>
        <strong>{answerWithinDays === null ? t('units.termOfSite') : t('units.termNow', { days: answerWithinDays })}</strong>{' '}
        {answerWithinDays !== null && !setsAnswerTerm && t('units.termFromAbove')}
      </p>
      <Form name="term" action={`/office/units/${unit}/answer-term`} state={props.form}>
        <TextField form="term" name="days" label={t('units.termDays')} hint={t('units.termHint')} state={props.form} />
        <SubmitButton variant="secondary">{t('units.termSend')}</SubmitButton>
      </Form>
    </section>
  );
}

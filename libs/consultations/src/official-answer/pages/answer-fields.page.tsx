import { limits } from '@isegoria/kernel';
import { DocumentFields, textOf } from '@isegoria/portal-kit';
import { Choices, TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import { stances } from '../official-answer.contract';

/** What an office writes when it answers one thing or several; what changed, too, where an answer stands. */
export function AnswerFields(props: { form: string; state: FormState; textHint: string; noteHint: string; isCorrection: boolean }) {
  const { t } = useTexts();
  const { form, state } = props;
  return (
    <>
      <Choices
        form={form}
        state={state}
        name="stance"
        legend={t('officialAnswers.stance')}
        choices={stances.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
        chosen={[textOf(state, 'stance')]}
      />
      <TextArea
        form={form}
        state={state}
        name="text"
        label={t('officialAnswers.text')}
        hint={props.textHint}
        max={limits.answerLength}
        rows={8}
      />
      <DocumentFields form={form} state={state} />
      {props.isCorrection && (
        <TextField
          form={form}
          state={state}
          name="note"
          label={t('officialAnswers.note')}
          hint={props.noteHint}
          max={limits.reasonLength}
        />
      )}
    </>
  );
}

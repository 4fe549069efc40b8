import { TextField, useTexts, type FormState } from '@isegoria/ui';

/** A code of the app; a recovery code does as well. */
export function CodeField(props: { form: string; state: FormState; first?: boolean }) {
  const { t } = useTexts();
  return (
    <TextField
      form={props.form}
      name="code"
      label={t('field.code')}
      hint={props.first ? t('field.code.first') : t('field.code.hint')}
      state={props.state}
      max={40}
      autocomplete="one-time-code"
    />
  );
}

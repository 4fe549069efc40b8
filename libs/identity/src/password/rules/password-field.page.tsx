import { limits } from '@isegoria/kernel';
import { TextField, useTexts, type FormState } from '@isegoria/ui';

/** The password that somebody has, or, with its rules, a new one. */
export function PasswordField(props: { form: string; state: FormState; name?: string; label?: string; isNew?: boolean }) {
  const { t } = useTexts();
  return (
    <TextField
      form={props.form}
      name={props.name ?? 'password'}
      type="password"
      label={props.label ?? t(props.isNew ? 'field.newPassword' : 'field.password')}
      hint={props.isNew ? t('field.password.hint', { min: limits.passwordMinLength }) : undefined}
      state={props.state}
      max={limits.passwordMaxLength}
      autocomplete={props.isNew ? 'new-password' : 'current-password'}
    />
  );
}

/** The secret of the link that led to a form. */
export function TokenField(props: { token: string }) {
  return <input type="hidden" name="token" value={props.token} />;
}

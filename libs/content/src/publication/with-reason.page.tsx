import { limits } from '@isegoria/kernel';
import { Form, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';

/** A step of an office that it gives a public reason for: one field, and the button. */
export function WithReason(props: {
  readonly name: string;
  readonly action: string;
  readonly state: FormState;
  /** What the field asks. */
  readonly label: string;
  /** What the button says. */
  readonly button: string;
  readonly danger?: boolean;
}) {
  const { t } = useTexts();
  const { name, action, state } = props;
  return (
    <Form name={name} action={action} state={state}>
      <TextField form={name} name="reason" label={props.label} hint={t('office.onRecord')} state={state} max={limits.reasonLength} />
      <SubmitButton variant="secondary" danger={props.danger}>
        {props.button}
      </SubmitButton>
    </Form>
  );
}

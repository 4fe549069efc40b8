import { limits } from '@isegoria/kernel';
import { TextField, useTexts, type FormState } from '@isegoria/ui';

/** What an export is needed for, which is recorded with it. */
export function PurposeField({ state }: { state: FormState }) {
  const { t } = useTexts();
  return (
    <TextField
      form="export"
      name="purpose"
      label={t('export.purpose')}
      hint={t('export.purposeHint')}
      state={state}
      max={limits.reasonLength}
    />
  );
}

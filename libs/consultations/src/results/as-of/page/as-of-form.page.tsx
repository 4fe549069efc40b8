import { TimeField } from '@isegoria/portal-kit';
import { ErrorSummary, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';

export const asOfPath = (consultationId: string) => `/consultations/${consultationId}/results/as-of`;

/** Asks for a moment or a position. What it leads to has the position in its address, and is the same for whoever that is passed on to. */
export function AsOfForm({ id, form }: { id: string; form: FormState }) {
  const { t } = useTexts();
  return (
    <form method="get" action={asOfPath(id)} class="form stack no-print" aria-label={t('asOf.title')}>
      <ErrorSummary form="as-of" errors={form.errors} />
      <TimeField form="as-of" state={form} name="time" label={t('asOf.time')} />
      <TextField form="as-of" state={form} name="position" label={t('asOf.position')} />
      <SubmitButton>{t('asOf.show')}</SubmitButton>
    </form>
  );
}

import { limits } from '@isegoria/kernel';
import { textOf } from '@isegoria/portal-kit';
import { Form, Heading, Notice, SubmitButton, TextField, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { actPages, type ActFormProps } from '../official-act/official-act.page';
import { cancelConsultation, type CancelConsultation } from './cancellation.contract';

export const cancellationPages = actPages<CancelConsultation>({
  name: 'cancellation',
  contract: cancelConsultation,
  command: (form, { id }) => ({ consultationId: id, reason: textOf(form, 'reason') }),
  isOffered: ({ status, phases }) => status === 'scheduled' && phases.every((phase) => phase.status === 'scheduled'),
  Form: Cancellation,
  Notice: Cancelled,
});

function Cancellation({ action, form }: ActFormProps) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="cancel">
      <Heading level={2} size="md" id="cancel">
        {t('cancellation.cancel')}
      </Heading>
      <p>{t('cancellation.what')}</p>
      <Form name="cancellation" action={action} state={form}>
        <TextField
          form="cancellation"
          name="reason"
          label={t('cancellation.reason')}
          hint={t('office.onRecord')}
          state={form}
          max={limits.reasonLength}
        />
        <SubmitButton danger>{t('cancellation.cancel')}</SubmitButton>
      </Form>
    </section>
  );
}

function Cancelled({ consultation: { cancellation } }: { consultation: ConsultationView }) {
  const { t, date } = useTexts();
  if (!cancellation) return null;
  return (
    <Notice colour="warning">
      <strong>{t('cancellation.cancelledOn', { date: date(cancellation.cancelledAt) })}</strong> {t('dates.why')}{' '}
      <span dir="auto">{cancellation.reason}</span>
    </Notice>
  );
}

import { limits } from '@isegoria/kernel';
import { textOf } from '@isegoria/portal-kit';
import { Form, Heading, Notice, SubmitButton, TextField, Time, Words, useTexts } from '@isegoria/ui';
import { AboutFacts } from '../consultation/about/about.page';
import type { ConsultationView } from '../consultation/consultation.contract';
import { EndsNow, versionToEnd } from '../official-act/confirmation/ends-now.page';
import { Folded, actPages, type ActFormProps } from '../official-act/official-act.page';
import { cancelConsultation, type CancelConsultation, type CancellationView } from './cancellation.contract';

export const cancellationPages = actPages<CancelConsultation>({
  name: 'cancellation',
  contract: cancelConsultation,
  command: (form, { id }) => ({ consultationId: id, reason: textOf(form, 'reason') }),
  version: versionToEnd,
  isOffered: ({ status, phases }) => status === 'scheduled' && phases.every((phase) => phase.status === 'scheduled'),
  mayWait: () => true,
  Form: Cancellation,
  Notice: Cancelled,
});

function Cancellation({ consultation, action, form, fold }: ActFormProps) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="cancel">
      <Heading level={2} size="md" id="cancel">
        {t('cancellation.cancel')}
      </Heading>
      <p>{t('cancellation.what')}</p>
      <Folded fold={fold} of="cancel">
        <EndsNow consultation={consultation} />
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
      </Folded>
    </section>
  );
}

function Cancelled({ consultation: { cancellation } }: { consultation: ConsultationView }) {
  const { t, date } = useTexts();
  if (!cancellation) return null;
  return (
    <Notice colour="warning">
      <strong>{t('cancellation.cancelledOn', { date: date(cancellation.cancelledAt) })}</strong> {t('dates.why')}{' '}
      <Words text={cancellation.reason} />
    </Notice>
  );
}

/** At a glance: no date of one that never opens holds, so that none is listed beside that of its end. */
export function CancelledFacts(props: { consultation: ConsultationView; cancellation: CancellationView }) {
  const { t } = useTexts();
  const { consultation, cancellation } = props;
  return (
    <dl class="facts">
      <div>
        <dt>{t('status.cancelled')}</dt>
        <dd>
          <Time at={cancellation.cancelledAt} withTime />
        </dd>
      </div>
      <div>
        <dt>{t('cancellation.why')}</dt>
        <dd class="lines">
          <Words text={cancellation.reason} by="office" />
        </dd>
      </div>
      <AboutFacts consultation={{ ...consultation, decidedBy: null, decidedWhen: null }} />
    </dl>
  );
}

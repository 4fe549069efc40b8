import { limits } from '@isegoria/kernel';
import { textOf } from '@isegoria/portal-kit';
import { Form, Heading, OfficeMarkdown, SubmitButton, TextArea, Time, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../consultation/consultation.contract';
import { actPages, type ActFormProps } from '../official-act/official-act.page';
import { publishOutcome, type PublishOutcome } from './outcome.contract';

export const outcomePages = actPages<PublishOutcome>({
  name: 'outcome',
  contract: publishOutcome,
  command: (form, { id }) => ({ consultationId: id, youSaid: textOf(form, 'youSaid'), weDid: textOf(form, 'weDid') }),
  version: ({ outcome }) => outcome?.version ?? 0,
  isOffered: ({ status }) => status === 'closed' || status === 'decided',
  filled: ({ outcome }) => outcome && { youSaid: outcome.youSaid, weDid: outcome.weDid },
  Form: OutcomeForm,
  Notice: Outcome,
});

function OutcomeForm(props: ActFormProps) {
  const { t } = useTexts();
  const field = { form: 'outcome', hint: t('field.markdown'), state: props.form, max: limits.bodyLength, rows: 8 } as const;
  return (
    <section class="stack" aria-labelledby="publish-outcome">
      <Heading level={2} size="md" id="publish-outcome">
        {t(props.consultation.status === 'decided' ? 'office.reviseOutcome' : 'office.publishOutcome')}
      </Heading>
      <Form name="outcome" action={props.action} state={props.form}>
        <TextArea {...field} name="youSaid" label={t('outcome.youSaid')} />
        <TextArea {...field} name="weDid" label={t('outcome.weDid')} />
        <SubmitButton>{t('office.publishOutcome')}</SubmitButton>
      </Form>
    </section>
  );
}

function Outcome(props: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { outcome } = props.consultation;
  if (!outcome) return null;
  return (
    <section class="card card-tinted" aria-labelledby="outcome">
      <Heading level={2} size="md" id="outcome">
        {t('outcome.title')}
      </Heading>
      <div class="loop">
        <div>
          <Heading level={3} size="xs">
            {t('outcome.youSaid')}
          </Heading>
          <OfficeMarkdown source={outcome.youSaid} below={3} />
        </div>
        <div>
          <Heading level={3} size="xs">
            {t('outcome.weDid')}
          </Heading>
          <OfficeMarkdown source={outcome.weDid} below={3} />
        </div>
      </div>
      <p class="meta">
        <span>
          {t('outcome.published')} <Time at={outcome.publishedAt} />
        </span>
      </p>
    </section>
  );
}

import { limits } from '@isegoria/kernel';
import { textOf } from '@isegoria/portal-kit';
import { Form, Heading, Notice, SubmitButton, TextField, Words, useTexts } from '@isegoria/ui';
import { closeConsultation, type CloseConsultation, type ConsultationView } from '../consultation/consultation.contract';
import { EndsNow, versionToEnd } from '../official-act/confirmation/ends-now.page';
import { Folded, actPages, type ActFormProps } from '../official-act/official-act.page';

export const closurePages = actPages<CloseConsultation>({
  name: 'closure',
  contract: closeConsultation,
  command: (form, { id }) => ({ consultationId: id, reason: textOf(form, 'reason') }),
  version: versionToEnd,
  isOffered: ({ status, phases }) => status === 'open' || (status === 'scheduled' && phases.some((phase) => phase.status === 'closed')),
  mayWait: () => true,
  Form: Closure,
  Notice: ClosedEarly,
});

function Closure(props: ActFormProps) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="close">
      <Heading level={2} size="md" id="close">
        {t('office.close')}
      </Heading>
      <Folded fold={props.fold} of="close">
        <EndsNow consultation={props.consultation} />
        {props.lostAtClosing?.map((sentence) => (
          <Notice colour="warning" key={sentence}>
            {sentence}
          </Notice>
        ))}
        <Form name="closure" action={props.action} state={props.form}>
          <TextField
            form="closure"
            name="reason"
            label={t('office.closeReason')}
            hint={t('office.onRecord')}
            state={props.form}
            max={limits.reasonLength}
          />
          <SubmitButton danger>{t('office.close')}</SubmitButton>
        </Form>
      </Folded>
    </section>
  );
}

function ClosedEarly(props: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { closedEarlyReason } = props.consultation;
  if (closedEarlyReason === null) return null;
  return (
    <Notice colour="info">
      {t('consultation.closedEarly')} <Words text={closedEarlyReason} />
    </Notice>
  );
}

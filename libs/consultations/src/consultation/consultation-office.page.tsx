import { limits } from '@isegoria/kernel';
import { Breadcrumbs, Form, Heading, Link, SubmitButton, TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import { ExportSection } from '../export/export.page';
import { Publication } from '../phase/publication.page';
import { StatusTag } from './consultation-card.page';
import type { ConsultationView } from './consultation.contract';

export interface ManageForms {
  readonly publication: FormState;
  readonly closure: FormState;
  readonly outcome: FormState;
  readonly export: FormState;
}

export interface ManageProps {
  readonly consultation: ConsultationView;
  /** Where it stands beyond the office: its unit. */
  readonly unitName?: string;
  readonly forms: ManageForms;
  readonly isOfficial: boolean;
}

/** The life of a consultation in the hands of its office; what can be done depends on its status. Others may take its contributions out. */
export function ManageConsultationPage(props: ManageProps) {
  const { t } = useTexts();
  const { consultation, forms, isOfficial } = props;
  const path = `/office/consultations/${consultation.id}`;
  const { status } = consultation;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <div class="tags">
          <StatusTag status={status} />
        </div>
        <Heading level={1} size="lg">
          <span dir="auto">{consultation.title}</span>
        </Heading>
        {props.unitName && (
          <p class="meta">
            <bdi>{props.unitName}</bdi>
          </p>
        )}
        <p>
          <Link href={`/consultations/${consultation.id}`}>{t('office.view')}</Link>
        </p>
      </div>
      {isOfficial && status === 'draft' && (
        <Publication consultation={consultation} action={`${path}/publication`} form={forms.publication} />
      )}
      {isOfficial && (status === 'open' || status === 'scheduled') && <Closure action={`${path}/closure`} form={forms.closure} />}
      {isOfficial && (status === 'closed' || status === 'decided') && (
        <OutcomeForm action={`${path}/outcome`} form={forms.outcome} isRevision={status === 'decided'} />
      )}
      {status !== 'draft' && <ExportSection consultation={consultation} form={forms.export} />}
    </div>
  );
}

function Closure(props: { action: string; form: FormState }) {
  const { t } = useTexts();
  return (
    <section class="stack" aria-labelledby="close">
      <Heading level={2} size="md" id="close">
        {t('office.close')}
      </Heading>
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
    </section>
  );
}

function OutcomeForm(props: { action: string; form: FormState; isRevision: boolean }) {
  const { t } = useTexts();
  const field = { form: 'outcome', hint: t('field.markdown'), state: props.form, max: limits.bodyLength, rows: 8 } as const;
  return (
    <section class="stack" aria-labelledby="publish-outcome">
      <Heading level={2} size="md" id="publish-outcome">
        {t(props.isRevision ? 'office.reviseOutcome' : 'office.publishOutcome')}
      </Heading>
      <Form name="outcome" action={props.action} state={props.form}>
        <TextArea {...field} name="youSaid" label={t('outcome.youSaid')} />
        <TextArea {...field} name="weDid" label={t('outcome.weDid')} />
        <SubmitButton>{t('office.publishOutcome')}</SubmitButton>
      </Form>
    </section>
  );
}

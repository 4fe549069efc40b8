import { limits } from '@isegoria/kernel';
import { LanguageChoice, textOf } from '@isegoria/portal-kit';
import { Breadcrumbs, Choices, Form, Heading, Link, SubmitButton, TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import { ExportSection } from '../export/export.page';
import { consultationKinds } from '../methods/methods.contract';
import { pagesOfMethods } from '../methods/methods.page';
import type { ConsultationView } from '../queries.contract';
import { PhaseTag } from './consultation-card.page';

export function NewConsultationPage(props: { form: FormState }) {
  const { t } = useTexts();
  const { form } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('office.newConsultation')}
        </Heading>
        <p class="lead">{t('office.newConsultationLead')}</p>
      </div>
      <Form name="draft" action="/office/consultations" state={form}>
        <Choices
          form="draft"
          name="kind"
          legend={t('field.kind')}
          choices={consultationKinds.map((kind) => ({ value: kind, label: t(`kindLong.${kind}`) }))}
          chosen={[textOf(form, 'kind')]}
          state={form}
        />
        <LanguageChoice form="draft" state={form} />
        <TextField form="draft" name="title" label={t('field.title')} state={form} max={limits.titleLength} />
        <TextArea
          form="draft"
          name="description"
          label={t('field.description')}
          hint={t('field.markdown')}
          state={form}
          max={limits.bodyLength}
          rows={10}
        />
        {pagesOfMethods.map(({ contract, DraftFields }) => (
          <DraftFields form={form} key={contract.kind} />
        ))}
        <SubmitButton>{t('office.saveDraft')}</SubmitButton>
      </Form>
    </div>
  );
}

export interface ManageForms {
  readonly publication: FormState;
  readonly closure: FormState;
  readonly outcome: FormState;
  readonly export: FormState;
}

/** The life of a consultation in the hands of its office; what can be done depends on its phase. Others may take its contributions out. */
export function ManageConsultationPage(props: { consultation: ConsultationView; forms: ManageForms; isOfficial: boolean }) {
  const { t } = useTexts();
  const { consultation, forms, isOfficial } = props;
  const path = `/office/consultations/${consultation.id}`;
  const { phase } = consultation;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <div class="tags">
          <PhaseTag phase={phase} />
        </div>
        <Heading level={1} size="lg">
          <span dir="auto">{consultation.title}</span>
        </Heading>
        <p>
          <Link href={`/consultations/${consultation.id}`}>{t('office.view')}</Link>
        </p>
      </div>
      {isOfficial && phase === 'draft' && (
        <section class="stack" aria-labelledby="publish">
          <Heading level={2} size="md" id="publish">
            {t('office.publish')}
          </Heading>
          <Form name="publication" action={`${path}/publication`} state={forms.publication}>
            <TextField
              form="publication"
              name="opensAt"
              type="datetime-local"
              label={t('consultation.opens')}
              hint={t('field.utc')}
              state={forms.publication}
            />
            <TextField
              form="publication"
              name="closesAt"
              type="datetime-local"
              label={t('consultation.closes')}
              hint={t('field.utc')}
              state={forms.publication}
            />
            <SubmitButton>{t('office.publish')}</SubmitButton>
          </Form>
        </section>
      )}
      {isOfficial && (phase === 'open' || phase === 'scheduled') && (
        <section class="stack" aria-labelledby="close">
          <Heading level={2} size="md" id="close">
            {t('office.close')}
          </Heading>
          <Form name="closure" action={`${path}/closure`} state={forms.closure}>
            <TextField
              form="closure"
              name="reason"
              label={t('office.closeReason')}
              hint={t('office.onRecord')}
              state={forms.closure}
              max={limits.reasonLength}
            />
            <SubmitButton danger>{t('office.close')}</SubmitButton>
          </Form>
        </section>
      )}
      {isOfficial && (phase === 'closed' || phase === 'decided') && (
        <section class="stack" aria-labelledby="publish-outcome">
          <Heading level={2} size="md" id="publish-outcome">
            {t(phase === 'decided' ? 'office.reviseOutcome' : 'office.publishOutcome')}
          </Heading>
          <Form name="outcome" action={`${path}/outcome`} state={forms.outcome}>
            <TextArea
              form="outcome"
              name="youSaid"
              label={t('outcome.youSaid')}
              hint={t('field.markdown')}
              state={forms.outcome}
              max={limits.bodyLength}
              rows={8}
            />
            <TextArea
              form="outcome"
              name="weDid"
              label={t('outcome.weDid')}
              hint={t('field.markdown')}
              state={forms.outcome}
              max={limits.bodyLength}
              rows={8}
            />
            <SubmitButton>{t('office.publishOutcome')}</SubmitButton>
          </Form>
        </section>
      )}
      {phase !== 'draft' && <ExportSection consultation={consultation} form={forms.export} />}
    </div>
  );
}

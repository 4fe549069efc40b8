import { TimeField, textIfAny, timeIn } from '@isegoria/portal-kit';
import { Form, Heading, Link, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import { publishConsultation, type PublishConsultation } from '../consultation/consultation.contract';
import { actPages, type ActFormProps } from '../official-act/official-act.page';
import type { PhaseDates } from '../phase/phase.contract';
import { datesInOrder } from '../phase/dates/dates-in-order';
import { PhaseName } from '../phase/phase-name.page';
import { PublicationConfirmation, nameOf, shownIn } from './publication-confirmation.page';

export const publicationPages = actPages<PublishConsultation>({
  name: 'publication',
  contract: publishConsultation,
  command: (form, { id }, timeZone) => ({
    ...{ consultationId: id, phases: datesOf(form, timeZone) },
    shownIn: textIfAny(form, shownIn) || undefined,
  }),
  check: (command, { phases }, now) => void datesInOrder(phases.length, command.phases, now),
  version: ({ version }) => version,
  isOffered: ({ status, review }, { needsReview }) => status === 'draft' && (!needsReview || review?.status === 'approved'),
  Form: Publication,
  Confirmation: PublicationConfirmation,
});

/** Asks for the dates of the phases, a pair for each; what they mean is confirmed on the next page. */
function Publication(props: ActFormProps) {
  const { t } = useTexts();
  const { phases } = props.consultation;
  const dates = phases.map((phase, index) => <Dates index={index} form={props.form} key={phase.id} />);
  return (
    <section class="stack" aria-labelledby="publish">
      <Heading level={2} size="md" id="publish">
        {t('office.publish')}
      </Heading>
      <p>
        <Link href={`/office/consultations/${props.consultation.id}/dates`}>{t('template.dates')}</Link>
      </p>
      <Form name="publication" action={props.action} state={props.form} asks>
        {phases.length === 1
          ? dates
          : phases.map((phase, index) => (
              <fieldset class="ds-fieldset card card-tinted" key={phase.id}>
                <legend class="ds-label">
                  <PhaseName phase={phase} index={index} />
                </legend>
                {dates[index]}
              </fieldset>
            ))}
        <SubmitButton>{t('publication.goOn')}</SubmitButton>
      </Form>
    </section>
  );
}

function Dates(props: { index: number; form: FormState }) {
  const { t } = useTexts();
  const field = { form: 'publication', state: props.form } as const;
  return (
    <>
      <TimeField {...field} name={nameOf(props.index, 'opensAt')} label={t('consultation.opens')} />
      <TimeField {...field} name={nameOf(props.index, 'closesAt')} label={t('consultation.closes')} orAllDay />
    </>
  );
}

/** The dates that the form says, one pair for each phase. */
function datesOf(form: FormState, timeZone: string): PhaseDates[] {
  const count = Object.keys(form.values).filter((name) => /^phases\[\d+\]\.opensAt$/.test(name)).length;
  return Array.from({ length: count }, (_, phase) => ({
    opensAt: timeIn(form, nameOf(phase, 'opensAt'), timeZone),
    closesAt: timeIn(form, nameOf(phase, 'closesAt'), timeZone),
  }));
}

import { textOf } from '@isegoria/portal-kit';
import { Form, Heading, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { publishConsultation, type PublishConsultation } from '../consultation/consultation.contract';
import { actPages, type ActFormProps } from '../official-act/official-act.page';
import type { PhaseDates } from '../phase/phase.contract';
import { inUtc } from '../phase/dates/in-utc';
import { PhaseName } from '../phase/phase-name.page';

export const publicationPages = actPages<PublishConsultation>({
  name: 'publication',
  contract: publishConsultation,
  command: (form, { id }) => ({ consultationId: id, phases: datesOf(form) }),
  isOffered: ({ status }) => status === 'draft',
  Form: Publication,
});

const nameOf = (phase: number, date: keyof PhaseDates): string => `phases[${phase}].${date}`;

/** Publishes a consultation with the dates of its phases, a pair for each. */
function Publication(props: ActFormProps) {
  const { t } = useTexts();
  const { phases } = props.consultation;
  const dates = phases.map((phase, index) => <Dates index={index} form={props.form} key={phase.id} />);
  return (
    <section class="stack" aria-labelledby="publish">
      <Heading level={2} size="md" id="publish">
        {t('office.publish')}
      </Heading>
      <Form name="publication" action={props.action} state={props.form}>
        {phases.length === 1
          ? dates
          : phases.map((phase, index) => (
              <fieldset class="ds-fieldset card card-tinted" key={phase.id}>
                <legend class="ds-label">
                  <PhaseName phase={phase} index={index} language={props.consultation.language} />
                </legend>
                {dates[index]}
              </fieldset>
            ))}
        <SubmitButton>{t('office.publish')}</SubmitButton>
      </Form>
    </section>
  );
}

function Dates(props: { index: number; form: FormState }) {
  const { t } = useTexts();
  const field = { form: 'publication', type: 'datetime-local', hint: t('field.utc'), state: props.form } as const;
  return (
    <>
      <TextField {...field} name={nameOf(props.index, 'opensAt')} label={t('consultation.opens')} />
      <TextField {...field} name={nameOf(props.index, 'closesAt')} label={t('consultation.closes')} />
    </>
  );
}

/** The dates that the form says, one pair for each phase. */
function datesOf(form: FormState): PhaseDates[] {
  const count = Object.keys(form.values).filter((name) => /^phases\[\d+\]\.opensAt$/.test(name)).length;
  return Array.from({ length: count }, (_, phase) => ({
    opensAt: inUtc(textOf(form, nameOf(phase, 'opensAt'))),
    closesAt: inUtc(textOf(form, nameOf(phase, 'closesAt'))),
  }));
}

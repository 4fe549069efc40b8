import { TimeField, endForFields, endOfDayAfter, momentAfter, timeForField } from '@isegoria/portal-kit';
import { ButtonLink, EmptyState, Form, Heading, SelectField, SubmitButton, Time, useTexts } from '@isegoria/ui';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { FormState } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { PhaseName } from '../../phase/phase-name.page';
import type { PhaseDates } from '../../phase/phase.contract';
import type { PhaseTerms } from '../template.contract';
import type { AnyTemplate } from './built-in.page';

/** The dates of the phases, counted from an opening. @param timeZone an IANA name */
export function datesFrom(opening: string, terms: readonly PhaseTerms[], timeZone: string): PhaseDates[] {
  return terms.map(({ opensAfter, closesAfter }) => ({
    opensAt: momentAfter(opening, opensAfter, timeZone),
    closesAt: endOfDayAfter(opening, closesAfter, timeZone),
  }));
}

export function DatesPage(props: {
  consultation: ConsultationView;
  /** Templates with dates for as many phases. */
  fitting: readonly AnyTemplate[];
  chosen?: AnyTemplate;
  form: FormState;
  dates?: readonly PhaseDates[];
}) {
  const { t } = useTexts();
  const { consultation, fitting, chosen, form, dates } = props;
  const path = `/office/consultations/${consultation.id}`;
  return (
    <div class="narrow">
      <OfficeTrail consultation={consultation} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('template.dates')}
        </Heading>
        <p class="lead">{t('template.datesLead')}</p>
      </div>
      <div class="stack-lg">
        {fitting.length === 0 ? (
          <EmptyState>{t('template.noneFits', { count: consultation.phases.length })}</EmptyState>
        ) : (
          <Form name="dates" action={`${path}/dates`} state={form} asks>
            <SelectField
              form="dates"
              state={form}
              name="template"
              label={t('template.one')}
              choices={fitting.map(({ id, name }) => ({ value: id, label: name, by: 'anybody' as const }))}
              chosen={chosen?.id ?? ''}
            />
            <TimeField form="dates" name="opensAt" label={t('template.opensAt')} state={form} />
            <SubmitButton>{t('template.workOut')}</SubmitButton>
          </Form>
        )}
        {dates && <WorkedOut consultation={consultation} dates={dates} path={path} />}
      </div>
    </div>
  );
}

function WorkedOut({ consultation, dates, path }: { consultation: ConsultationView; dates: readonly PhaseDates[]; path: string }) {
  const { t, zone } = useTexts();
  const query = new URLSearchParams({ change: 'yes' });
  dates.forEach(({ opensAt, closesAt }, index) => {
    query.set(`phases[${index}].opensAt`, timeForField(opensAt, zone.id));
    for (const [name, value] of Object.entries(endForFields(`phases[${index}].closesAt`, closesAt, zone.id))) query.set(name, value);
  });
  return (
    <section class="stack" aria-labelledby="worked-out">
      <Heading level={2} size="md" id="worked-out">
        {t('template.workedOut')}
      </Heading>
      <ol class="stack">
        {dates.map(({ opensAt, closesAt }, index) => (
          <li key={index}>
            <PhaseName phase={consultation.phases[index]!} index={index} />
            <br />
            {t('consultation.opens')}: <Time at={opensAt} withTime /> · {t('consultation.closes')}: <Time at={closesAt} isEnd />
          </li>
        ))}
      </ol>
      <p>{t('template.notYet')}</p>
      <div>
        <ButtonLink href={`${path}/publication?${query.toString()}`}>{t('template.useDates')}</ButtonLink>
      </div>
    </section>
  );
}

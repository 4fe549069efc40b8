import { TimeField, endForFields, endOfDayAfter, momentAfter, readInOf, termBetween, timeForField } from '@isegoria/portal-kit';
import { ButtonLink, EmptyState, Form, Heading, Notice, SelectField, SubmitButton, Time, useTexts } from '@isegoria/ui';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { FormState } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { PhaseName } from '../../phase/phase-name.page';
import type { PhaseDates } from '../../phase/phase.contract';
import type { PhaseTerms } from '../template.contract';
import type { AnyTemplate } from './built-in.page';

/** The dates of the phases, counted from an opening; later than counted where they would be out of order. @param timeZone an IANA name */
export const datesFrom = (opening: string, terms: readonly PhaseTerms[], timeZone: string): PhaseDates[] =>
  oneAfterAnother(opening, counted(opening, terms, timeZone), timeZone);

/** Whether they are not as counted: a month of 28 days can end before 30 days have. */
export const isMoved = (opening: string, terms: readonly PhaseTerms[], timeZone: string): boolean =>
  JSON.stringify(datesFrom(opening, terms, timeZone)) !== JSON.stringify(counted(opening, terms, timeZone));

const counted = (opening: string, terms: readonly PhaseTerms[], timeZone: string): PhaseDates[] =>
  terms.map(({ opensAfter, closesAfter }) => ({
    opensAt: momentAfter(opening, opensAfter, timeZone),
    closesAt: endOfDayAfter(opening, closesAfter, timeZone),
  }));

/** What a template says of dates, as whole days from the first opening: two phases that share a day no longer do. */
export function termsOf(dates: readonly PhaseDates[], timeZone: string): PhaseTerms[] {
  const from = dates[0]!.opensAt;
  return oneAfterAnother(from, dates, timeZone).map(({ opensAt, closesAt }) => ({
    opensAfter: termBetween(from, opensAt, timeZone),
    closesAfter: termBetween(from, closesAt, timeZone, true),
  }));
}

/** Each phase closes at the end of a day, and the next opens on a later one, at the time of day of the first opening. */
function oneAfterAnother(opening: string, dates: readonly PhaseDates[], timeZone: string): PhaseDates[] {
  const moved: PhaseDates[] = [];
  for (const { opensAt: asked, closesAt: end } of dates) {
    const before = moved.at(-1)?.closesAt;
    const isEarly = before !== undefined && Date.parse(asked) < Date.parse(before);
    const opensAt = isEarly ? momentAfter(opening, termBetween(opening, before, timeZone), timeZone) : asked;
    const ends = [endOfDayAfter(opening, termBetween(opening, end, timeZone, true), timeZone), endOfDayAfter(opensAt, noTime, timeZone)];
    moved.push({ opensAt, closesAt: ends.reduce((one, other) => (Date.parse(one) < Date.parse(other) ? other : one)) });
  }
  return moved;
}

const noTime = { months: 0, days: 0 };

export function DatesPage(props: {
  consultation: ConsultationView;
  /** Templates with dates for as many phases. */
  fitting: readonly AnyTemplate[];
  chosen?: AnyTemplate;
  form: FormState;
  dates?: readonly PhaseDates[];
  /** Whether the dates are not as the template counts them. */
  moved?: boolean;
}) {
  const { t } = useTexts();
  const { consultation, fitting, chosen, form, dates, moved } = props;
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
        {dates && <WorkedOut consultation={consultation} dates={dates} moved={moved} path={path} />}
      </div>
    </div>
  );
}

function WorkedOut(props: { consultation: ConsultationView; dates: readonly PhaseDates[]; moved?: boolean; path: string }) {
  const { t, zone } = useTexts();
  const { consultation, dates, moved, path } = props;
  const query = new URLSearchParams({ change: 'yes' });
  dates.forEach(({ opensAt, closesAt }, index) => {
    query.set(`phases[${index}].opensAt`, timeForField(opensAt, zone.id));
    for (const [name, value] of Object.entries(endForFields(`phases[${index}].closesAt`, closesAt, zone.id))) query.set(name, value);
    for (const date of ['opensAt', 'closesAt']) query.set(readInOf(`phases[${index}].${date}`), zone.id);
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
      {moved && <Notice colour="info">{t('template.moved')}</Notice>}
      <p>{t('template.notYet')}</p>
      <div>
        <ButtonLink href={`${path}/publication?${query.toString()}`}>{t('template.useDates')}</ButtonLink>
      </div>
    </section>
  );
}

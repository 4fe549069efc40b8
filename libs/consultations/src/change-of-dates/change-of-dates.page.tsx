import { limits, type Page } from '@isegoria/kernel';
import { TimeField, endForFields, textIfAny, textOf, timeForField, timeIn } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  Form,
  Heading,
  Link,
  Notice,
  Pagination,
  SelectField,
  Sentence,
  SubmitButton,
  TextField,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { ReadConsultation } from '../translation/reading/translated.page';
import { actPages, type ActFormProps } from '../official-act/official-act.page';
import { otherDates, type DatedNow } from '../phase/dates/dates-in-order';
import { PhaseName, phaseNameIn } from '../phase/phase-name.page';
import { changeDates, type ChangeDates, type DateChangeView } from './change-of-dates.contract';

export const changeOfDatesPages = actPages<ChangeDates>({
  name: 'dates',
  contract: changeDates,
  command(form, { id, phases }, timeZone) {
    const phaseId = textOf(form, 'phaseId');
    const phase = phases.find((one) => one.id === phaseId);
    return {
      consultationId: id,
      phaseId,
      opensAt: timeIn(form, 'opensAt', timeZone, phase?.opensAt),
      closesAt: timeIn(form, 'closesAt', timeZone, phase?.closesAt),
      reason: textOf(form, 'reason'),
    };
  },
  check(command, { phases }, now) {
    const index = phases.findIndex(({ id }) => id === command.phaseId);
    const known = phases.map(({ opensAt, closesAt, status }) => ({
      opensAt: opensAt && Date.parse(opensAt),
      closesAt: closesAt && Date.parse(closesAt),
      hasBegun: status !== 'scheduled',
    }));
    if (index >= 0) otherDates(known as DatedNow[], index, command, now);
  },
  version: ({ datesVersion }) => datesVersion,
  isOffered: ({ status }) => status === 'open' || status === 'scheduled',
  filled({ phases }, timeZone, sent) {
    // If there are several phases, it is not known which one is meant until somebody says it.
    const meant = phaseMeant(phases, sent);
    return meant ? { opensAt: timeForField(meant.opensAt, timeZone), ...endForFields('closesAt', meant.closesAt, timeZone) } : null;
  },
  Form: ChangeOfDates,
  Notice: DateChanges,
});

const phaseMeant = (phases: ReadConsultation['phases'], sent?: FormState) =>
  phases.length === 1 ? phases[0] : sent && phases.find(({ id }) => id === textIfAny(sent, 'phaseId'));

const changeable = ({ phases }: ReadConsultation) => phases.filter(({ status }) => status === 'open' || status === 'scheduled');

function ChangeOfDates({ consultation, action, form }: ActFormProps) {
  const { t, dateTime, deadline } = useTexts();
  const date = { form: 'dates', state: form } as const;
  const meant = phaseMeant(consultation.phases, form);
  const choices = changeable(consultation).map(({ id, opensAt, closesAt }) => {
    const dates = { from: dateTime(opensAt!), to: deadline(closesAt!) };
    return { value: id, label: t('dates.choice', { phase: phaseNameIn(t, consultation, id), ...dates }) };
  });
  return (
    <section class="stack" aria-labelledby="change-dates">
      <Heading level={2} size="md" id="change-dates">
        {t('dates.change')}
      </Heading>
      <Form name="dates" action={action} state={form}>
        {form.standing && consultation.phases.length > 1 && <DatesNow consultation={consultation} />}
        {consultation.phases.length > 1 ? (
          <SelectField
            form="dates"
            name="phaseId"
            label={t('dates.phase')}
            choices={choices}
            chosen={textOf(form, 'phaseId')}
            state={form}
          />
        ) : (
          <input type="hidden" name="phaseId" value={consultation.phases[0]!.id} />
        )}
        <TimeField {...date} name="opensAt" label={t('consultation.opens')} was={meant?.opensAt} />
        <TimeField {...date} name="closesAt" label={t('consultation.closes')} was={meant?.closesAt} orAllDay />
        <TextField
          form="dates"
          name="reason"
          label={t('dates.reason')}
          hint={t('office.onRecord')}
          state={form}
          max={limits.reasonLength}
        />
        <SubmitButton variant="secondary">{t('dates.change')}</SubmitButton>
      </Form>
    </section>
  );
}

/** Of every phase: somebody else may have changed those of another one, which must fit. */
function DatesNow({ consultation }: { consultation: ReadConsultation }) {
  const { t, dateTime, deadline } = useTexts();
  const dated = consultation.phases.filter(({ opensAt, closesAt }) => opensAt !== null && closesAt !== null);
  return (
    <div>
      <p class="ds-label">{t('dates.now')}</p>
      <ul class="ds-list">
        {dated.map(({ id, opensAt, closesAt }) => (
          <li key={id}>
            <bdi>
              {t('dates.choice', { phase: phaseNameIn(t, consultation, id), from: dateTime(opensAt!), to: deadline(closesAt!) })}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const dateChangesPath = (consultationId: string) => `/consultations/${consultationId}/dates`;

/** All changes, the last one first. */
export function DateChangesPage(props: { consultation: ReadConsultation; changes: Page<DateChangeView> & { readonly cursor?: string } }) {
  const { t } = useTexts();
  const { consultation, changes } = props;
  return (
    <About {...consultation}>
      <div class="narrow stack">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <Heading level={1} size="lg">
          {t('dates.changes')}
        </Heading>
        {changes.items.map((change) => (
          <DateChange consultation={consultation} change={change} key={change.changedAt} />
        ))}
        <Pagination path={dateChangesPath(consultation.id)} cursor={changes.cursor} next={changes.next} />
      </div>
    </About>
  );
}

function DateChanges({ consultation }: { consultation: ReadConsultation }) {
  const { t } = useTexts();
  // Of one that was cancelled no date holds: what they were is a page away.
  const shown = consultation.cancellation ? [] : consultation.dateChanges;
  return (
    <>
      {shown.map((change) => (
        <DateChange consultation={consultation} change={change} key={change.changedAt} />
      ))}
      {consultation.dateChangeCount > shown.length && (
        <p>
          <Link href={dateChangesPath(consultation.id)}>{t('dates.all', { count: consultation.dateChangeCount })}</Link>
        </p>
      )}
    </>
  );
}

function DateChange({ consultation, change }: { consultation: ReadConsultation; change: DateChangeView }) {
  const { t, date, dateTime, deadline } = useTexts();
  const { before, after, phaseId, changedAt, reason } = change;
  const on = { date: date(changedAt) };
  const index = consultation.phases.findIndex(({ id }) => id === phaseId);
  const phase = <PhaseName phase={consultation.phases[index]!} index={index} />;
  return (
    <Notice colour="info">
      {consultation.phases.length > 1 ? (
        <Sentence says="dates.changedOf" words={{ phase: phase }} values={on} />
      ) : (
        t('dates.changed', on)
      )}{' '}
      {t('dates.was', {
        from: dateTime(after.opensAt),
        to: deadline(after.closesAt),
        oldFrom: dateTime(before.opensAt),
        oldTo: deadline(before.closesAt),
      })}{' '}
      {t('dates.why')} <Words text={reason} />
    </Notice>
  );
}

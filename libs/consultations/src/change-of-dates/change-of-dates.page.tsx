import type { Page } from '@isegoria/kernel';
import { textOf, timeIn } from '@isegoria/portal-kit';
import { About, Breadcrumbs, Heading, Link, Notice, Pagination, Sentence, Words, useTexts } from '@isegoria/ui';
import type { ReadConsultation } from '../translation/reading/translated.page';
import { actPages } from '../official-act/official-act.page';
import { otherDates, type DatedNow } from '../phase/dates/dates-in-order';
import { PhaseName } from '../phase/phase-name.page';
import { changeDates, type ChangeDates, type DateChangeView } from './change-of-dates.contract';
import { datesAsFields, NewDates } from './new-dates.page';

export const changeOfDatesPages = actPages<ChangeDates>({
  name: 'dates',
  contract: changeDates,
  command(form, { id, phases }, timeZone) {
    const phaseId = textOf(form, 'phaseId');
    const phase = phases.find((one) => one.id === phaseId);
    // The form asks for no beginning that is over.
    const isLeftOut = phase !== undefined && phase.status !== 'scheduled' && form.values['opensAt'] === undefined;
    return {
      consultationId: id,
      phaseId,
      opensAt: isLeftOut ? phase.opensAt! : timeIn(form, 'opensAt', timeZone, phase?.opensAt),
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
  filled: ({ phases }, timeZone, sent) => datesAsFields(phases, timeZone, sent),
  mayWait: () => true,
  Form: NewDates,
  Notice: DateChanges,
});

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

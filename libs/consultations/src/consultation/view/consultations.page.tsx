import { EmptyState, Heading, Link, Pagination, useTexts } from '@isegoria/ui';
import { UnitFilter, withQuery } from '@isegoria/portal-kit';
import type { Choice } from '@isegoria/ui';
import { responseTimesPath } from '../../answer-owed/league/response-times.page';
import { calendarPath } from '../../calendar/entries.page';
import { ConsultationCard } from './consultation-card.page';
import type { ConsultationStatus, ConsultationSummary } from '../consultation.contract';

const order: readonly ConsultationStatus[] = ['open', 'scheduled', 'closed', 'decided', 'cancelled', 'draft'];

/** All consultations by status: what is open comes first. */
export function ConsultationsPage(props: {
  consultations: readonly ConsultationSummary[];
  status?: ConsultationStatus;
  /** Units to which the list can be narrowed, and the one to which it is. */
  units: readonly Choice[];
  unit?: string;
  cursor?: string;
  next: string | null;
}) {
  const { t } = useTexts();
  const shown = order.filter((status) => props.consultations.some((consultation) => consultation.status === status));
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {props.status ? t(`consultations.title.${props.status}`) : t('nav.consultations')}
        </Heading>
        <p class="lead">{t('consultations.lead')}</p>
        <p>
          <Link href={withQuery(calendarPath, { unit: props.unit })}>{t('calendar.all')}</Link>
        </p>
        <p>
          <Link href={responseTimesPath}>{t('responseTimes.title')}</Link>
        </p>
        {props.status && (
          <p>
            <Link href="/consultations">{t('start.allConsultations')}</Link>
          </p>
        )}
      </div>
      <UnitFilter path="/consultations" units={props.units} chosen={props.unit} keep={{ status: props.status }} />
      {shown.length === 0 && (
        <EmptyState next={{ href: '/questions', label: t('questions.askInstead') }}>{t('consultations.empty')}</EmptyState>
      )}
      {shown.map((status, index) => (
        <section class={index === 0 && props.units.length === 0 ? undefined : 'section'} aria-labelledby={`status-${status}`} key={status}>
          <div class="section-head">
            <Heading level={2} size="md" id={`status-${status}`}>
              {t(`consultations.title.${status}`)}
            </Heading>
          </div>
          <ul class="cards">
            {props.consultations
              .filter((consultation) => consultation.status === status)
              .map((consultation) => (
                <ConsultationCard consultation={consultation} key={consultation.id} />
              ))}
          </ul>
        </section>
      ))}
      <Pagination path={withQuery('/consultations', { status: props.status, unit: props.unit })} cursor={props.cursor} next={props.next} />
    </>
  );
}

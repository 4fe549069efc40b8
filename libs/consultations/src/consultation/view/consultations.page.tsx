import { categoryKinds } from '@isegoria/kernel';
import { EmptyState, Heading, Link, Pagination, useTexts } from '@isegoria/ui';
import { withQuery, listPath } from '@isegoria/portal-kit';
import { responseTimesPath } from '../../answer-owed/league/overdue.page';
import { calendarPath } from '../../calendar/entries.page';
import { ConsultationFilter, type Narrowing } from '../../category/hub/consultation-filter.page';
import { ConsultationCard } from './consultation-card.page';
import type { ConsultationStatus, ConsultationSummary } from '../consultation.contract';

const order: readonly ConsultationStatus[] = ['open', 'scheduled', 'closed', 'decided', 'cancelled', 'draft'];

/** All consultations by status: what is open comes first. */
export function ConsultationsPage(props: {
  consultations: readonly ConsultationSummary[];
  narrowing: Narrowing;
  cursor?: string;
  next: string | null;
}) {
  const { t } = useTexts();
  const { chosen, tree } = props.narrowing;
  const { status, unit } = chosen;
  const shown = order.filter((status) => props.consultations.some((consultation) => consultation.status === status));
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {status ? t(`consultations.title.${status}`) : t('nav.consultations')}
        </Heading>
        <p class="lead">{t('consultations.lead')}</p>
        <p>
          <Link href={withQuery(calendarPath, { unit, topic: chosen.topic, area: chosen.area })}>{t('calendar.all')}</Link>
        </p>
        <p>
          <Link href={responseTimesPath}>{t('responseTimes.title')}</Link>
        </p>
        {categoryKinds
          .filter((kind) => tree.all(kind).length > 0)
          .map((kind) => (
            <p key={kind}>
              <Link href={listPath(kind)}>{t(`categories.${kind}s`)}</Link>
            </p>
          ))}
      </div>
      <ConsultationFilter {...props.narrowing} />
      {shown.length === 0 && (
        <EmptyState next={{ href: '/questions', label: t('questions.askInstead') }}>{t('consultations.empty')}</EmptyState>
      )}
      {shown.map((status) => (
        <section class="section" aria-labelledby={`status-${status}`} key={status}>
          <div class="section-head">
            <Heading level={2} size="md" id={`status-${status}`}>
              {t(`consultations.title.${status}`)}
            </Heading>
          </div>
          <ul class="cards">
            {props.consultations
              .filter((consultation) => consultation.status === status)
              .map((consultation) => (
                <ConsultationCard consultation={consultation} tree={tree} key={consultation.id} />
              ))}
          </ul>
        </section>
      ))}
      <Pagination path={withQuery('/consultations', { ...chosen })} cursor={props.cursor} next={props.next} />
    </>
  );
}

import { EmptyState, Heading, Link, Pagination, useTexts } from '@isegoria/ui';
import type { ConsultationPhase, ConsultationSummary } from '../queries.contract';
import { ConsultationCard } from './consultation-card.page';

const order: readonly ConsultationPhase[] = ['open', 'scheduled', 'closed', 'decided', 'draft'];

/** All consultations by phase: what is open comes first. */
export function ConsultationsPage(props: {
  consultations: readonly ConsultationSummary[];
  phase?: ConsultationPhase;
  cursor?: string;
  next: string | null;
}) {
  const { t } = useTexts();
  const shown = order.filter((phase) => props.consultations.some((consultation) => consultation.phase === phase));
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {props.phase ? t(`consultations.title.${props.phase}`) : t('nav.consultations')}
        </Heading>
        <p class="lead">{t('consultations.lead')}</p>
        {props.phase && (
          <p>
            <Link href="/consultations">{t('start.allConsultations')}</Link>
          </p>
        )}
      </div>
      {shown.length === 0 && <EmptyState>{t('consultations.empty')}</EmptyState>}
      {shown.map((phase, index) => (
        <section class={index === 0 ? undefined : 'section'} aria-labelledby={`phase-${phase}`} key={phase}>
          <div class="section-head">
            <Heading level={2} size="md" id={`phase-${phase}`}>
              {t(`consultations.title.${phase}`)}
            </Heading>
          </div>
          <ul class="cards">
            {props.consultations
              .filter((consultation) => consultation.phase === phase)
              .map((consultation) => (
                <ConsultationCard consultation={consultation} key={consultation.id} />
              ))}
          </ul>
        </section>
      ))}
      <Pagination path={props.phase ? `/consultations?phase=${props.phase}` : '/consultations'} cursor={props.cursor} next={props.next} />
    </>
  );
}

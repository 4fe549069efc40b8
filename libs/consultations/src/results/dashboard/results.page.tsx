import { directionOf } from '@isegoria/texts';
import { Breadcrumbs, Heading, Link, Tag, Time, useTexts } from '@isegoria/ui';
import { StatusTag } from '../../consultation/view/consultation-card.page';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { MethodDashboard } from '../../methods/method/method.page';
import { ActivityFigures, ActivitySection, FeedbackFigures } from './activity-results.page';
import type { ConsultationResults } from '../results.contract';

export interface Dashboard {
  readonly consultation: ConsultationView;
  readonly results: ConsultationResults;
  /** What the method of each activity shows, in the order of the results. */
  readonly activities: readonly MethodDashboard[];
}

/**
 * The transparency dashboard: every figure that the platform has about a consultation, and how it came about.
 * @param voter the pseudonym of the person who looks; absent on the page that everybody is shown
 */
export function ResultsPage(props: Dashboard & { figures: string; voter?: string }) {
  const { t } = useTexts();
  const { consultation } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/consultations', label: t('nav.consultations') },
          { href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language },
        ]}
      />
      <div class="page-head">
        <div class="tags">
          <StatusTag status={consultation.status} />
          <Tag>{t('results.tag')}</Tag>
        </div>
        <div lang={consultation.language} dir={directionOf(consultation.language)}>
          <Heading level={1} size="lg">
            {consultation.title}
          </Heading>
        </div>
        <p class="lead">{t('results.lead')}</p>
      </div>
      <p class="ds-sr-only" role="status" data-live-status data-text={t('results.updated')} />
      <div data-live={consultation.id} data-position={props.results.position} dangerouslySetInnerHTML={{ __html: props.figures }} />
      {props.voter !== undefined && <OwnPlaces activities={props.activities} voter={props.voter} />}
    </>
  );
}

function OwnPlaces(props: { activities: readonly MethodDashboard[]; voter: string }) {
  return <>{props.activities.map(({ OwnPlace }, index) => OwnPlace && <OwnPlace voter={props.voter} key={index} />)}</>;
}

/** The part of the dashboard that is redrawn whenever the figures change. */
export function Figures(props: Dashboard) {
  const { t } = useTexts();
  const { results } = props;
  const { activities } = results;
  const shown = activities.map((activity, index) => ({ activity, activities, method: props.activities[index]! }));
  return (
    <>
      <p class="computed">
        <span class="live-dot" aria-hidden="true" />
        <span>{t('results.computed', { position: results.position })}</span>
        <Time at={results.computedAt} withTime />
        <Link href="/transparency#recount">{t('results.recount')}</Link>
      </p>
      {results.skippedEvents.length > 0 && (
        <p class="section" role="note">
          {t('results.incomplete', { count: results.skippedEvents.length })}{' '}
          <Link href="/transparency/officials?kind=projection-event-skipped">{t('results.incompleteWhy')}</Link>
        </p>
      )}
      {shown.length === 1 ? (
        <ActivityFigures {...shown[0]!} feedback={results} />
      ) : (
        <>
          <dl class="figures section">
            <FeedbackFigures {...results} />
          </dl>
          {shown.map((one) => (
            <ActivitySection {...one} key={one.activity.activityId} />
          ))}
        </>
      )}
    </>
  );
}

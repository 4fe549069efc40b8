import { About, Breadcrumbs, Folded, Link, Time, useTexts } from '@isegoria/ui';
import { resultsStep } from '../../consultation/steps/steps-of.page';
import { Steps, type Step } from '../../consultation/steps/steps.page';
import { WhatIsOwed } from '../../answer-owed/answer-owed.page';
import { ConsultationHead } from '../../consultation/view/consultation.page';
import { titleFor, type ReadConsultation } from '../../translation/reading/translated.page';
import { ActivityList, ActivityPart, partOf } from '../../activity/activity-part.page';
import type { MyBallot } from '../../ballot/ballot.contract';
import type { MethodDashboard, OwnPlaceProps } from '../../methods/method/method.page';
import { Findings } from './findings.page';
import { ActivityFigures, ActivitySection, FeedbackFigures } from './activity-results.page';
import { ThemesLink } from '../../official-answer/themes/themes.page';
import { analysisPath } from '../analysis/page/filter.page';
import { asOfPath } from '../as-of/page/as-of-form.page';
import { Downloads } from '../picture/results-picture.page';
import type { ConsultationResults } from '../results.contract';

export interface Dashboard {
  readonly consultation: ReadConsultation;
  readonly results: ConsultationResults;
  /** What the method of each activity shows, in the order of the results. */
  readonly activities: readonly MethodDashboard[];
}

/**
 * The transparency dashboard: every figure that the platform has about a consultation, and how it came about.
 * @param you what the person who looks cast; absent on the page that everybody is shown
 */
export function ResultsPage(props: Dashboard & { steps: readonly Step[]; figures: string; you?: MyBallot }) {
  const { t, language: reader } = useTexts();
  const { consultation } = props;
  const title = titleFor(reader, consultation);
  return (
    <About {...consultation}>
      <Breadcrumbs
        trail={[
          { href: '/consultations', label: t('nav.consultations') },
          { href: `/consultations/${consultation.id}`, label: title.text, language: title.language },
        ]}
      />
      <ConsultationHead consultation={consultation} />
      <Steps page={`/consultations/${consultation.id}`} steps={props.steps} current={resultsStep} />
      <WhatIsOwed consultation={consultation} />
      <p class="ds-sr-only" role="status" data-live-status data-text={t('results.updated')} />
      {props.you && <OwnPlaces {...props} you={props.you} />}
      <div data-live={consultation.id} data-position={props.results.position} dangerouslySetInnerHTML={{ __html: props.figures }} />
    </About>
  );
}

function OwnPlaces(props: Dashboard & { you: MyBallot }) {
  const activities = props.results.activities.map(({ activityId }) => ({ id: activityId }));
  return (
    <>
      {props.activities.map(({ OwnPlace }, index) => {
        if (!OwnPlace) return null;
        return (
          <ActivityPart name={partOf(activities, activities[index]!.id)} key={index}>
            <OwnPlace {...ownPlaceIn(props, props.you, index)} />
          </ActivityPart>
        );
      })}
    </>
  );
}

/** The person who looks, for one activity of a dashboard. */
export function ownPlaceIn({ results }: Dashboard, { voter, activities }: MyBallot, index: number): OwnPlaceProps {
  const { activityId } = results.activities[index]!;
  return { voter, ballot: activities.find((ballot) => ballot.activityId === activityId) };
}

/** The part of the dashboard that is redrawn whenever the figures change. */
export function Figures(props: Dashboard) {
  const { t, number } = useTexts();
  const { results } = props;
  const { activities } = results;
  const shown = activities.map((activity, index) => ({ activity, activities, method: props.activities[index]! }));
  return (
    <About {...props.consultation}>
      {results.skippedEvents.length > 0 && (
        <p class="section" role="note">
          {t('results.incomplete', { count: results.skippedEvents.length })}{' '}
          <Link href="/transparency/officials?kind=projection-event-skipped">{t('results.incompleteWhy')}</Link>
        </p>
      )}
      <Findings {...props} />
      {shown.length === 1 ? (
        <ActivityFigures {...shown[0]!} feedback={results} people={props.consultation.participants} />
      ) : (
        <>
          <dl class="figures section">
            <div class="figure">
              <dt>{t('figures.peopleInAll')}</dt>
              <dd>{number(props.consultation.participants)}</dd>
              <dd class="figure-note">{t('figures.peopleInAllNote')}</dd>
            </div>
            <FeedbackFigures {...results} />
          </dl>
          <div class="section">
            <ActivityList activities={activities.map(({ activityId: id, title, method }) => ({ id, title, method }))} at="title" />
          </div>
          {shown.map((one) => (
            <ActivitySection {...one} key={one.activity.activityId} />
          ))}
        </>
      )}
      <div class="section how-counted">
        <p class="computed">
          <span class="live-dot" aria-hidden="true" />
          <span>{t('results.computed', { position: results.position })}</span>
          <Time at={results.computedAt} withTime />
        </p>
        {props.consultation.status === 'open' && (
          <p class="reload no-print">
            <Link href={`/consultations/${props.consultation.id}/results`}>{t('results.reload')}</Link>
          </p>
        )}
        <Folded id="how-counted" summary={t('results.howCounted')}>
          <p>
            {t('results.lead')} <Link href="/transparency#recount">{t('results.recount')}</Link>
          </p>
          <p class="no-print">
            <Link href={asOfPath(props.consultation.id)}>{t('asOf.title')}</Link>
          </p>
        </Folded>
        <p>
          <Link href={analysisPath(props.consultation.id)}>{t('analysis.link')}</Link>
        </p>
        <ThemesLink consultation={props.consultation} isBare />
        <div class="no-print">
          <Folded id="downloads" summary={t('results.downloads')}>
            <Downloads {...props} />
          </Folded>
        </div>
      </div>
    </About>
  );
}

import type { MessageKey } from '@isegoria/texts';
import { About, EmptyState, Heading, Link, Time, Words, idInPart, useTexts } from '@isegoria/ui';
import { ActivityPart, partOf } from '../../../activity/activity-part.page';
import type { ReadConsultation } from '../../../translation/reading/translated.page';
import { HeadBelowResults } from '../../dashboard/head-below-results.page';
import { whenClosed } from '../../../methods/choices/results/found.page';
import type { FilteredDashboard } from '../../../methods/method/method.page';
import { pagesOf } from '../../../methods/methods.page';
import { beside, sumOfLevels } from '../../assurance/by-assurance.contract';
import type { ActivityResults } from '../../results.contract';
import type { FilteredResults } from '../analysis.contract';
import { FilterForm, analysisPath, withFilter, type AskedFilter } from './filter.page';
import { VotesByDay } from './votes-by-day.page';

/** What is shown of one activity within a filter. */
export interface FilteredActivity {
  readonly activity: ActivityResults;
  readonly filtered: FilteredResults;
  /** What its method shows; undefined for a method that this program does not know. */
  readonly shown: FilteredDashboard | undefined;
}

export interface AnalysisProps {
  readonly consultation: ReadConsultation;
  readonly asked: AskedFilter;
  /** The name of the zone of the days. */
  readonly zone: string;
  /** Empty for a filter with errors. */
  readonly activities: readonly FilteredActivity[];
}

/** Why nothing is shown of what people chose; undefined where it is. */
export function whyNothing({ activity, shown }: FilteredActivity): MessageKey | undefined {
  if (shown) return undefined;
  return activity.resultsHidden ? `hidden.finding${whenClosed(activity)}` : (pagesOf(activity.method).whyNotWithin ?? 'analysis.notTold');
}

/** The results once more, of some days, one level or one way in alone: for people who want to know how they came about. */
export function AnalysisPage(props: AnalysisProps) {
  const { t } = useTexts();
  const { consultation, activities, asked } = props;
  const path = analysisPath(consultation.id);
  return (
    <About {...consultation}>
      <HeadBelowResults consultation={consultation} />
      <section class="section stack" aria-labelledby="analysis">
        <Heading level={2} size="md" id="analysis">
          {t('analysis.title')}
        </Heading>
        <p>{t('analysis.lead')}</p>
        <FilterForm path={path} asked={asked} zone={props.zone} />
      </section>
      {activities.map((one) => {
        const part = partOf(
          activities.map(({ activity }) => ({ id: activity.activityId })),
          one.activity.activityId,
        );
        return (
          <ActivityPart name={part} depth={part === undefined ? undefined : 1} key={one.activity.activityId}>
            {part !== undefined && (
              <Heading level={1} size="md" id={idInPart(part, 'title')}>
                {one.activity.title === null ? t(pagesOf(one.activity.method).name) : <Words text={one.activity.title} by="office" />}
              </Heading>
            )}
            <Activity {...one} {...props} />
          </ActivityPart>
        );
      })}
    </About>
  );
}

function Activity(props: FilteredActivity & AnalysisProps) {
  const { t, number } = useTexts();
  const { filtered, shown, asked, consultation } = props;
  const { votes, votesByAssurance, days, countsFrom } = filtered;
  const path = analysisPath(consultation.id);
  const why = whyNothing(props);
  const nothing = why && <p class="section">{t(why)}</p>;
  if (sumOfLevels(votesByAssurance) === 0) {
    const isFiltered = Object.keys(asked.filter).length > 0;
    return (
      <>
        <div class="section">
          <EmptyState next={isFiltered ? { href: path, label: t('analysis.reset') } : undefined}>
            {t(isFiltered ? 'analysis.empty' : 'results.nobodyYet')}
          </EmptyState>
        </div>
        {nothing}
      </>
    );
  }
  const others = beside(votesByAssurance, countsFrom);
  return (
    <>
      <dl class="figures section">
        <div class="figure">
          <dt>{t('analysis.standing')}</dt>
          <dd>{number(votes)}</dd>
          <dd class="figure-note">{t('analysis.standingNote')}</dd>
        </div>
      </dl>
      {asked.filter.assurance === undefined && (
        <p class="section" data-counts-from={countsFrom}>
          {t(`countsFrom.${countsFrom}`)} {others > 0 && t('analysis.besideSentence', { count: others })}
        </p>
      )}
      {shown ? <shown.Results /> : nothing}
      <VotesByDay days={days} division={asked.division} />
      <section class="section how-counted">
        <p class="computed">
          <span>{t('results.computed', { position: filtered.position })}</span>
          <Time at={filtered.computedAt} withTime />
        </p>
        <p>
          {t('analysis.how')} <Link href="/transparency#recount">{t('results.recount')}</Link>
        </p>
        <ul class="downloads no-print">
          <li>
            <a class="ds-link" href={withFilter(`${path}/figures.csv`, asked)} download>
              {t('results.download')}
            </a>
          </li>
          {picturesOf(props).flatMap(({ name, title }) =>
            (['png', 'svg'] as const).map((format) => (
              <li key={`${name} ${format}`}>
                <a class="ds-link" href={withFilter(`${path}/pictures/${filtered.activityId}/${name}.${format}`, asked)} download>
                  {t('results.downloadPicture', { picture: t(title), format: format.toUpperCase() })}
                </a>
              </li>
            )),
          )}
        </ul>
      </section>
    </>
  );
}

function picturesOf({ shown }: FilteredActivity) {
  const byDay = { name: 'days', title: 'analysis.byDay' } as const;
  return [...(shown?.pictures ?? []), byDay];
}

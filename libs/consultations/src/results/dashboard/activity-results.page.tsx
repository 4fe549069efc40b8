import { levelsBelow, levelsFrom } from '@isegoria/kernel';
import { ChartWithTable, DataTable, EmptyState, Folded, Heading, Link, Words, useIds, useSectionName, useTexts } from '@isegoria/ui';
import { ActivityPart, partOf } from '../../activity/activity-part.page';
import type { MethodDashboard } from '../../methods/method/method.page';
import { pagesOf } from '../../methods/methods.page';
import { beside } from '../assurance/by-assurance.contract';
import { CountsFrom } from '../assurance/counts-from.page';
import { levelsInWords, levelsWith } from '../assurance/levels.page';
import { ParticipationChart } from '../participation/participation-chart.page';
import type { ActivityResults, ConsultationResults, ParticipationDay } from '../results.contract';

interface ActivityResultsProps {
  readonly activity: ActivityResults;
  /** All of the consultation, this one among them. */
  readonly activities: readonly ActivityResults[];
  readonly method: MethodDashboard;
}

/** The results of one activity of several, below its name. */
export function ActivitySection(props: ActivityResultsProps) {
  const { t } = useTexts();
  const { activity } = props;
  const part = partOf(
    props.activities.map(({ activityId }) => ({ id: activityId })),
    activity.activityId,
  );
  const id = `${part}-title`;
  return (
    <section class="section" aria-labelledby={id}>
      <Heading level={2} size="md" id={id}>
        {activity.title === null ? t(pagesOf(activity.method).name) : <Words text={activity.title} by="office" />}
      </Heading>
      <ActivityPart name={part} depth={1}>
        <ActivityFigures {...props} />
      </ActivityPart>
    </section>
  );
}

/** Every figure of an activity, beside those of the consultation if it is the only activity. */
export function ActivityFigures(
  props: ActivityResultsProps & {
    feedback?: Pick<ConsultationResults, 'questions' | 'comments'>;
    /** How many people take part in the consultation; more than voted where some only wrote something. */
    people?: number;
  },
) {
  const { t, number } = useTexts();
  const id = useIds()('participation');
  const sectionName = useSectionName()('participation');
  const { activity } = props;
  const { KeyFigure, Results } = props.method;
  return (
    <>
      <dl class="figures section">
        <VotingFigures activity={activity} />
        {props.people !== undefined && props.people !== activity.participants && (
          <div class="figure">
            <dt>{t('figures.peopleInAll')}</dt>
            <dd>{number(props.people)}</dd>
            <dd class="figure-note">{t('figures.peopleWhoWrite')}</dd>
          </div>
        )}
        {KeyFigure && <KeyFigure />}
        {props.feedback && <FeedbackFigures {...props.feedback} />}
      </dl>
      <CountsFrom countsFrom={activity.countsFrom} people={activity.participantsByAssurance} />
      {activity.excludedBallots > 0 && (
        <p class="section">
          {t('figures.excluded', { count: activity.excludedBallots })}{' '}
          <Link href="/transparency/officials?kind=ballot-excluded">{t('figures.excludedWhy')}</Link>
        </p>
      )}
      {activity.late > 0 && (
        <p class="section" data-late={activity.late}>
          {t('late.results', { count: activity.late })}
        </p>
      )}
      <Results />
      <section class="section" aria-labelledby={sectionName}>
        <Heading level={2} size="md" id={id}>
          {t('results.participation')}
        </Heading>
        <Folded id="participation-by-day" summary={t('results.showParticipation')}>
          <div class="panel">
            <Participation activity={activity} />
          </div>
        </Folded>
      </section>
    </>
  );
}

function VotingFigures(props: { activity: ActivityResults }) {
  const texts = useTexts();
  const { t, number } = texts;
  const { participants, participantsByAssurance, votesCast, countsFrom } = props.activity;
  const others = beside(participantsByAssurance, countsFrom);
  return (
    <>
      <div class="figure">
        <dt>{t('figures.participants')}</dt>
        <dd>{number(participants)}</dd>
        {levelsInWords(texts, participantsByAssurance, levelsFrom(countsFrom)).map((words) => (
          <dd class="figure-note" key={words}>
            {words}
          </dd>
        ))}
      </div>
      {others > 0 && (
        <div class="figure">
          <dt>{t('figures.beside')}</dt>
          <dd>{number(others)}</dd>
          {levelsInWords(texts, participantsByAssurance, levelsBelow(countsFrom)).map((words) => (
            <dd class="figure-note" key={words}>
              {words}
            </dd>
          ))}
        </div>
      )}
      <div class="figure">
        <dt>{t('figures.votes')}</dt>
        <dd>{number(votesCast)}</dd>
        <dd class="figure-note">{t('figures.votesNote')}</dd>
      </div>
    </>
  );
}

/** What was asked and said about the consultation as a whole. */
export function FeedbackFigures(props: Pick<ConsultationResults, 'questions' | 'comments'>) {
  const { t, number } = useTexts();
  const { questions, comments } = props;
  return (
    <>
      <div class="figure">
        <dt>{t('figures.questions')}</dt>
        <dd>{number(questions.answered + questions.open + questions.withdrawn)}</dd>
        <dd class="figure-note">{t('figures.questionsNote', { ...questions })}</dd>
      </div>
      <div class="figure">
        <dt>{t('figures.comments')}</dt>
        <dd>{number(comments)}</dd>
      </div>
    </>
  );
}

function Participation(props: { activity: ActivityResults }) {
  const { t, number, date } = useTexts();
  const { participation, participantsByAssurance, countsFrom, closed } = props.activity;
  if (participation.length === 0) return <EmptyState>{t(closed ? 'results.nobodyYet.closed' : 'results.nobodyYet')}</EmptyState>;
  return (
    <ChartWithTable
      id="participation-table"
      summary={t('results.asTable')}
      chart={
        <>
          {participation.length > 1 && <SeriesLegend hasOthers={beside(participantsByAssurance, countsFrom) > 0} />}
          <ParticipationChart id="participation-chart" days={participation} countsFrom={countsFrom} />
        </>
      }
    >
      <DataTable
        caption={t('results.participation')}
        captionHidden
        rows={participation}
        columns={[
          { head: t('results.day'), cell: ({ day }) => <time dateTime={day}>{date(day)}</time> },
          { head: t('results.newPeople'), cell: ({ newParticipants }) => number(newParticipants), numeric: true },
          { head: t('results.allPeople'), cell: ({ participants }) => number(participants), numeric: true },
          ...levelsWith(participantsByAssurance).map((level) => ({
            head: t(`assuranceLevel.${level}`),
            cell: ({ byAssurance }: ParticipationDay) => number(byAssurance[level]),
            numeric: true,
          })),
        ]}
      />
    </ChartWithTable>
  );
}

function SeriesLegend(props: { hasOthers: boolean }) {
  const { t } = useTexts();
  return (
    <ul class="legend">
      <li>
        <span class="key key-counted" /> {t('figures.counted')}
      </li>
      {props.hasOthers && (
        <li>
          <span class="key key-beside" /> {t('figures.beside')}
        </li>
      )}
    </ul>
  );
}

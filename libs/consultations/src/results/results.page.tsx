import { directionOf } from '@isegoria/texts';
import { Breadcrumbs, ChartWithTable, DataTable, EmptyState, Heading, Link, Tag, Time, useTexts } from '@isegoria/ui';
import { PhaseTag } from '../consultation/consultation-card.page';
import type { OpinionMap } from '../methods/deliberation/deliberation-queries.contract';
import { pagesOf } from '../methods/methods.page';
import type { ConsultationResults, ConsultationView } from '../queries.contract';
import { AssuranceLegend } from './assurance-legend.page';
import { ParticipationChart } from './participation-chart.page';

export interface Dashboard {
  readonly consultation: ConsultationView;
  readonly results: ConsultationResults;
  /** Where its method has one. */
  readonly map?: OpinionMap;
}

/** The transparency dashboard: every figure that the platform knows of a consultation, and how it came about. */
export function ResultsPage(props: Dashboard & { figures: string }) {
  const { t } = useTexts();
  const { consultation } = props;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/consultations', label: t('nav.consultations') },
          { href: `/consultations/${consultation.id}`, label: consultation.title },
        ]}
      />
      <div class="page-head">
        <div class="tags">
          <PhaseTag phase={consultation.phase} />
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
    </>
  );
}

/** The part of the dashboard that is drawn anew whenever the figures change. */
export function Figures(props: Dashboard) {
  const { t } = useTexts();
  const { results } = props;
  const { Results } = pagesOf(results.kind);
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
      <KeyFigures results={results} />
      {results.excludedBallots > 0 && (
        <p class="section">
          {t('figures.excluded', { count: results.excludedBallots })}{' '}
          <Link href="/transparency/officials?kind=ballot-excluded">{t('figures.excludedWhy')}</Link>
        </p>
      )}
      <section class="section" aria-labelledby="participation">
        <Heading level={2} size="md" id="participation">
          {t('results.participation')}
        </Heading>
        <div class="panel">
          <Participation results={results} />
        </div>
      </section>
      <Results results={results} map={props.map} />
    </>
  );
}

function KeyFigures(props: { results: ConsultationResults }) {
  const { t, number } = useTexts();
  const { participants, participantsByAssurance, votesCast, questions, comments, kind } = props.results;
  const { KeyFigure } = pagesOf(kind);
  return (
    <dl class="figures section">
      <div class="figure">
        <dt>{t('figures.participants')}</dt>
        <dd>{number(participants)}</dd>
        <dd class="figure-note">
          {t('figures.byAssurance', { verified: participantsByAssurance.verified, unverified: participantsByAssurance.unverified })}
        </dd>
      </div>
      <div class="figure">
        <dt>{t('figures.votes')}</dt>
        <dd>{number(votesCast)}</dd>
        <dd class="figure-note">{t('figures.votesNote')}</dd>
      </div>
      <KeyFigure results={props.results} />
      <div class="figure">
        <dt>{t('figures.questions')}</dt>
        <dd>{number(questions.answered + questions.open)}</dd>
        <dd class="figure-note">{t('figures.questionsNote', { answered: questions.answered, open: questions.open })}</dd>
      </div>
      <div class="figure">
        <dt>{t('figures.comments')}</dt>
        <dd>{number(comments)}</dd>
      </div>
    </dl>
  );
}

function Participation(props: { results: ConsultationResults }) {
  const { t, number, date } = useTexts();
  const { participation } = props.results;
  if (participation.length === 0) return <EmptyState>{t('results.nobodyYet')}</EmptyState>;
  return (
    <ChartWithTable
      id="participation-table"
      summary={t('results.asTable')}
      chart={
        <>
          <AssuranceLegend />
          <ParticipationChart id="participation-chart" days={participation} />
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
          { head: t('assurance.verified'), cell: ({ byAssurance }) => number(byAssurance.verified), numeric: true },
          { head: t('assurance.unverified'), cell: ({ byAssurance }) => number(byAssurance.unverified), numeric: true },
        ]}
      />
    </ChartWithTable>
  );
}

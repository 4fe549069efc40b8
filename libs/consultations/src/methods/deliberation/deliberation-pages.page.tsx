import type { ApiClient } from '@isegoria/api-client';
import { describeFields, idInPath, lines, namesOf, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { useTexts } from '@isegoria/ui';
import type { ActivityResults } from '../../results/results.contract';
import { findingOf } from '../choices/results/found.page';
import {
  listFrom,
  type ActivityForm,
  type DashboardOf,
  type FilteredDashboard,
  type MethodPages,
  type ResultsPicture,
} from '../method/method.page';
import { DraftFields } from './seeding/deliberation-draft.page';
import { draftedDeliberation, officeStatements } from './seeding/drafted-statements.page';
import { deliberation as contract, type DeliberationResults, type ModerationMode } from './deliberation.contract';
import { Deliberation } from './deliberation.page';
import { showNextStatement } from './next-statement/next-statement.contract';
import { ToMapOfEverybody } from './opinion-map/everybody/everybody.page';
import { showOpinionMap } from './opinion-map/opinion-map.contract';
import { OpinionMapSection, statementsOnMap } from './opinion-map/opinion-map.page';
import { mapFigures } from './opinion-map/map-figures.page';
import { mapAsDrawing } from './opinion-map/chart/map-picture.page';
import { OwnMark } from './opinion-map/chart/opinion-map-chart.page';
import { OwnPlaceOnMap } from './opinion-map/chart/own-place.page';
import { statementListPath } from './statement-results/all/statement-list.page';
import { listStatementResults } from './statement-results/statement-results.contract';
import { foundInStatements, statementFigures } from './statement-results/finding.page';
import { OwnVote } from './statement-results/own-vote.page';
import { StatementResults } from './statement-results/statement-results.page';
import { votesAsDrawing } from './statement-results/vote-picture.page';
import { castStatementVote, type CastStatementVote, type VoteChoice } from './vote/statement-vote.contract';
import { listStatements, submitStatement, type SubmitStatement } from './statement/statement.contract';

describeFields({
  statements: { label: 'field.statements', wrong: 'field.statements.wrong', max: limits.statementLength },
  choice: { wrong: 'field.choice.wrong', steers: true },
  statementId: { steers: true },
  moderation: { steers: true },
});

const votedFor = (statementId: string, choice: VoteChoice): string => `${statementId}:${choice}`;

const vote: ActivityForm<CastStatementVote> = {
  contract: castStatementVote,
  command: (form, activityId) => ({
    activityId,
    statementId: idInPath(textOf(form, 'statementId')),
    choice: textOf(form, 'choice') as VoteChoice,
  }),
  thanks: 'thanks.vote',
  goesOnAt: 'voting',
  choosing: {
    said: ({ statementId, choice }) => votedFor(statementId, choice),
    standing: ({ votes }) => votes.map(({ statementId, choice }) => votedFor(statementId, choice)),
  },
};

const statement: ActivityForm<SubmitStatement> = {
  contract: submitStatement,
  command: (form, activityId) => ({ activityId, text: textOf(form, 'text') }),
  thanks: 'thanks.statement',
  next: ({ settings }) => `next.statement.${settings.moderation ?? 'before'}`,
};

export const deliberation: MethodPages = {
  method: contract.method,
  name: 'method.deliberation',
  meaning: 'methodMeaning.deliberation',
  facts: ({ settings }) => [
    { label: 'consultation.how', words: 'how.deliberation' },
    { label: 'consultation.moderation', words: `moderation.${settings.moderation ?? 'before'}` },
  ],
  async takingPart(visit, { id: activityId }) {
    const cursor = visit.cursor(listFrom(activityId));
    const [statements, asked] = await Promise.all([
      visit.api.ask(listStatements, { activityId, cursor }),
      visit.api.ask(showNextStatement, { activityId }),
    ]);
    const nameOf = await namesOf(
      visit,
      statements.items.map(({ author }) => author),
    );
    return (props) => <Deliberation {...props} statements={{ ...statements, cursor }} asked={asked} nameOf={nameOf} />;
  },
  forms: { vote, statement },
  said: {
    count: 'themes.statements',
    answerTo: 'officialAnswers.toStatement',
    answerToSeveral: 'officialAnswers.toStatements',
    answerAll: 'officialAnswers.statements',
    unanswered: 'work.open',
  },
  OwnVote,
  islands: ['voting'],
  DraftFields,
  draft: (form) => ({
    moderation: (textOf(form, 'moderation') || undefined) as ModerationMode | undefined,
    statements: lines(textOf(form, 'statements')),
  }),
  drafted: draftedDeliberation,
  asTyped: ({ statements = [], moderation = 'before' }) => ({ statements: statements.join('\n'), moderation }),
  officeTexts: officeStatements,
  answered: officeStatements,
  async dashboard(api, results, of) {
    const [{ activityId }, consultationId, shown] = [results, of.id, shownOf(results, of)];
    const map = await api.ask(showOpinionMap, { activityId });
    const known = await withThose(api, results, statementsOnMap(map));
    return {
      stamp: `${map.position} ${known.filter(({ text }) => text !== null).length}`,
      KeyFigure: () => <StatementFigure {...results} />,
      ...findingOf([foundInStatements({ map, statements: known, closed: results.closed })]),
      figures: (texts) => [...shown.figures(texts), ...mapFigures(texts, map, known)],
      pictures: [
        ...(map.map ? [{ name: 'map', title: 'map.title', asOf: map, draw: (texts: Texts) => mapAsDrawing(texts, map) } as const] : []),
        ...shown.pictures,
      ] satisfies readonly ResultsPicture[],
      OwnPlace: (you) => <OwnPlaceOnMap map={map} statements={known} {...you} />,
      OwnMark: ({ voter }) => map.map && <OwnMark map={map.map} voter={voter} />,
      Results: () => (
        <>
          <OpinionMapSection map={map} statements={known} beside={<ToMapOfEverybody consultationId={consultationId} results={results} />} />
          <shown.Results />
        </>
      ),
    };
  },
  filtered: shownOf,
  earlier: (results) => ({
    KeyFigure: () => <StatementFigure {...results} />,
    Results: () => <StatementResults {...results} />,
  }),
};

function shownOf(results: ActivityResults, { id, ...asOf }: DashboardOf): FilteredDashboard {
  const { activityId, statements } = results;
  return {
    figures: (texts) => statementFigures(texts, results),
    pictures: [{ name: 'votes', title: 'results.statements', asOf, draw: (texts) => votesAsDrawing(texts, statements) }],
    Results: () => <StatementResults {...results} all={statementListPath(id, activityId)} />,
  };
}

/** The statements of the results and those that are named, which need not be among the ones with the most votes. */
export async function withThose(api: ApiClient, { activityId, statements }: ActivityResults, named: readonly string[]) {
  const missing = named.filter((statementId) => !statements.some(({ id }) => id === statementId));
  if (missing.length === 0) return statements;
  const { items } = await api.ask(listStatementResults, { activityId, only: missing.slice(0, limits.pageSize).join(',') });
  return [...statements, ...items];
}

function StatementFigure(props: DeliberationResults) {
  const { t, number } = useTexts();
  const { accepted, rejected } = props.statementCounts;
  return (
    <div class="figure">
      <dt>{t('figures.statements')}</dt>
      <dd>{number(accepted)}</dd>
      <dd class="figure-note">{t('figures.statementsNote', { count: rejected })}</dd>
    </div>
  );
}

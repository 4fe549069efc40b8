import { allPages } from '@isegoria/api-client';
import { describeFields, idInPath, lines, textOf } from '@isegoria/portal-kit';
import { limits } from '@isegoria/kernel';
import { useTexts } from '@isegoria/ui';
import type { ActivityForm, MethodPages } from '../method.page';
import { DraftFields } from './deliberation-draft.page';
import { deliberation as contract, type DeliberationResults, type ModerationMode } from './deliberation.contract';
import { Deliberation } from './deliberation.page';
import { showOpinionMap } from './opinion-map/opinion-map.contract';
import { OpinionMapSection } from './opinion-map/opinion-map.page';
import { OwnPlaceOnMap } from './opinion-map/own-place.page';
import { inOwnOrder } from './own-order';
import { StatementResults } from './statement-results.page';
import { castStatementVote, type CastStatementVote, type VoteChoice } from './statement-vote.contract';
import { listStatements, submitStatement, type SubmitStatement } from './statement.contract';

describeFields({
  statements: { wrong: 'field.statements.wrong', max: limits.statementLength },
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
    const statements = await allPages((cursor) => visit.api.ask(listStatements, { activityId, cursor }));
    const toVote = inOwnOrder(statements, visit.account?.id ?? '');
    return (props) => <Deliberation {...props} statements={statements} toVote={toVote} />;
  },
  forms: { vote, statement },
  islands: ['voting'],
  DraftFields,
  draft: (form) => ({
    moderation: (textOf(form, 'moderation') || undefined) as ModerationMode | undefined,
    statements: lines(textOf(form, 'statements')),
  }),
  async dashboard(api, results) {
    const map = await api.ask(showOpinionMap, { activityId: results.activityId });
    return {
      stamp: `${map.position} ${results.statements.filter(({ text }) => text !== null).length}`,
      KeyFigure: () => <StatementFigure {...results} />,
      OwnPlace: ({ voter }) => <OwnPlaceOnMap map={map} voter={voter} />,
      Results: () => (
        <>
          <OpinionMapSection map={map} statements={results.statements} />
          <StatementResults statements={results.statements} />
        </>
      ),
    };
  },
};

function StatementFigure(props: DeliberationResults) {
  const { t, number } = useTexts();
  const { statements } = props;
  return (
    <div class="figure">
      <dt>{t('figures.statements')}</dt>
      <dd>{number(statements.filter(({ status }) => status === 'accepted').length)}</dd>
      <dd class="figure-note">{t('figures.statementsNote', { count: statements.filter(({ status }) => status === 'rejected').length })}</dd>
    </div>
  );
}

import { allPages } from '@isegoria/api-client';
import { lines, textOf } from '@isegoria/portal-kit';
import { useTexts } from '@isegoria/ui';
import type { ConsultationResults } from '../../queries.contract';
import type { MethodPages } from '../method.page';
import { DraftFields } from './deliberation-draft.page';
import { listStatements, showOpinionMap } from './deliberation-queries.contract';
import { deliberation as contract, type ModerationMode } from './deliberation.contract';
import { Deliberation } from './deliberation.page';
import { OpinionMapSection } from './opinion-map/opinion-map.page';
import { StatementResults } from './statement-results.page';

export const deliberation: MethodPages = {
  contract,
  TakingPart: Deliberation,
  how: () => 'how.deliberation',
  statements: (api, consultationId) => allPages((cursor) => api.ask(listStatements, { consultationId, cursor })),
  DraftFields,
  draft: (form) => ({
    moderation: (textOf(form, 'moderation') || undefined) as ModerationMode | undefined,
    statements: lines(textOf(form, 'statements')),
  }),
  map: (api, consultationId) => api.ask(showOpinionMap, { consultationId }),
  KeyFigure: StatementFigure,
  Results: ({ results, map }) => (
    <>
      {map && <OpinionMapSection map={map} results={results} />}
      <StatementResults results={results} />
    </>
  ),
};

function StatementFigure(props: { results: ConsultationResults }) {
  const { t, number } = useTexts();
  const { statements } = props.results;
  return (
    <div class="figure">
      <dt>{t('figures.statements')}</dt>
      <dd>{number(statements.filter(({ status }) => status === 'accepted').length)}</dd>
      <dd class="figure-note">{t('figures.statementsNote', { count: statements.filter(({ status }) => status === 'rejected').length })}</dd>
    </div>
  );
}

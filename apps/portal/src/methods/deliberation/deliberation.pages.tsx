import { allPages } from '@isegoria/api-client';
import {
  deliberation as contract,
  listStatements,
  showOpinionMap,
  type ConsultationResults,
  type ModerationMode,
} from '@isegoria/contracts';
import { useTexts } from '@isegoria/ui';
import { lines, textOf } from '../../web/form';
import type { MethodPages } from '../method';
import { Deliberation } from './deliberation';
import { DraftFields } from './draft-fields';
import { OpinionMapSection } from './opinion-map-section';
import { StatementResults } from './statement-results';

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

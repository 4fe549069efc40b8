import { About, Breadcrumbs, Heading, Pagination, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../../../../consultation/consultation.contract';
import type { StatementResultsPage } from '../statement-results.contract';
import { StatementTable } from '../statement-results.page';

export const statementListPath = (consultationId: string, activityId: string) =>
  `/consultations/${consultationId}/activities/${activityId}/statements`;

export function StatementListPage(props: {
  consultation: ConsultationView;
  activityId: string;
  results: StatementResultsPage;
  cursor?: string;
}) {
  const { t } = useTexts();
  const { id, title, language } = props.consultation;
  const { items, next, position } = props.results;
  return (
    <About language={language}>
      <Breadcrumbs
        trail={[
          { href: `/consultations/${id}`, label: title, language },
          { href: `/consultations/${id}/results`, label: t('results.tag') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('results.statements')}
        </Heading>
        <p class="computed">{t('results.computed', { position })}</p>
      </div>
      <StatementTable statements={items} />
      <Pagination path={statementListPath(id, props.activityId)} cursor={props.cursor} next={next} oldestFirst />
    </About>
  );
}

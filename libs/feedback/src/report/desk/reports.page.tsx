import type { Page } from '@isegoria/kernel';
import { CitizenText, EmptyState, Heading, Link, Pagination, Tag, Time, useTexts } from '@isegoria/ui';
import type { ReportView } from '../report.contract';

/** What was reported to the moderators, newest first. */
export function ReportsPage(props: { reports: Page<ReportView>; cursor?: string }) {
  const { t } = useTexts();
  const { items, next } = props.reports;
  return (
    <div class="stack">
      <Heading level={1} size="lg">
        {t('reports.title')}
      </Heading>
      {items.length === 0 && <EmptyState>{t('reports.none')}</EmptyState>}
      {items.length > 0 && (
        <ul class="rows">
          {items.map((report) => (
            <Report report={report} key={report.id} />
          ))}
        </ul>
      )}
      <Pagination path="/office/moderation/reports" cursor={props.cursor} next={next} />
    </div>
  );
}

function Report(props: { report: ReportView }) {
  const { t } = useTexts();
  const { report } = props;
  return (
    <li>
      <div class="tags">
        <Tag>{t(`reports.item.${report.item}`)}</Tag>
        <Tag colour="warning">{t(`report.reason.${report.reason}`)}</Tag>
      </div>
      {report.text === null ? <p class="erased">{t('reports.noWords')}</p> : <CitizenText text={report.text} />}
      <p class="meta">
        <Link href={placeOf(report)}>{t('reports.look')}</Link>
        <span>{t('reports.count', { count: report.reportsOfItem })}</span>
        <Time at={report.reportedAt} withTime />
      </p>
    </li>
  );
}

function placeOf({ item, itemId, consultationId }: ReportView): string {
  if (item === 'statement') return `/consultations/${consultationId}#statement-${itemId}`;
  return item === 'comment' ? `/comments/${itemId}` : `/questions/${itemId}`;
}

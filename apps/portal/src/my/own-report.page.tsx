import type { OwnReportView } from '@isegoria/contracts';
import { PublicReason } from '@isegoria/portal-kit';
import { CitizenText, Link, Tag, Time, Words, useTexts } from '@isegoria/ui';

/** What somebody reported, and what became of it. The words that were reported are not repeated: they may be hidden by now. */
export function OwnReport(props: { report: OwnReportView }) {
  const { t } = useTexts();
  const { report } = props;
  const { upheld, decision, consultationTitle } = report;
  const state = upheld === null ? 'waiting' : upheld ? 'upheld' : 'dismissed';
  return (
    <li>
      <div class="tags">
        <Tag colour={colours[state]}>{t(`my.report.${state}`)}</Tag>
      </div>
      <p>
        {t(`my.reported.${report.item}`)} <strong>{t(`report.reason.${report.reason}`)}</strong>
      </p>
      {report.text !== null && <CitizenText text={report.text} />}
      {decision !== null && (
        <p>
          {t('my.reason')} <PublicReason reason={decision} rule={report.rule} />
        </p>
      )}
      <p class="meta">
        <Link href={placeOf(report)}>
          {consultationTitle === null ? t('my.inGeneral') : <Words text={consultationTitle} />}
        </Link>
        <Time at={report.reportedAt} withTime />
      </p>
    </li>
  );
}

const colours = { waiting: 'warning', upheld: 'success', dismissed: 'neutral' } as const;

function placeOf({ item, itemId, consultationId }: OwnReportView): string {
  if (item === 'comment') return `/comments/${itemId}`;
  return item === 'question' ? `/questions/${itemId}` : `/consultations/${consultationId}`;
}

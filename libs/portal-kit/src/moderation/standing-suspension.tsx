import type { ModerationRule } from '@isegoria/content';
import type { StandingSuspension } from '@isegoria/kernel';
import { Link, Notice, Time, useTexts } from '@isegoria/ui';
import { PublicReason } from './public-reason';

/** The suspension of an account that is in force, before anybody orders another: an account has one at a time. */
export function SuspensionInForce(props: { suspension: StandingSuspension; rule?: ModerationRule | null; id: string }) {
  const { t } = useTexts();
  const { until, orderedAs, reason, isAppealed } = props.suspension;
  return (
    <Notice colour="info">
      <p>
        {t('standing.until')} <Time at={until} withTime />
      </p>
      {orderedAs !== null && (
        <p>
          {t('standing.orderedBy')}: {t(`suspension.by.${orderedAs}`)}
        </p>
      )}
      <p>
        {t('moderation.reason')}: <PublicReason reason={reason} rule={props.rule} />
      </p>
      {isAppealed && <p>{t('standing.appealed')}</p>}
      <p>
        {t('standing.oneAtATime')} <Link href={`/office/suspensions/${props.id}`}>{t('standing.see')}</Link>
      </p>
    </Notice>
  );
}

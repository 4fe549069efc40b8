import { withQuery } from '@isegoria/portal-kit';
import { Link, useTexts } from '@isegoria/ui';
import type { DocumentView } from '../document.contract';

/** @param from the version with which it is compared; the one before when absent */
export const versionPath = (activityId: string, version: number, from?: number) =>
  withQuery(`/papers/${activityId}/versions/${version}`, { from: from?.toString() });
export const lostPath = (activityId: string) => `/papers/${activityId}/lost`;

/** Above a text that has more than one version: which this is, and what changed. */
export function VersionLinks({ paper }: { paper: DocumentView }) {
  const { t, date } = useTexts();
  const { activityId, shown: version, versions, lost } = paper;
  if (versions.length === 1) return null;
  const { writtenAt } = versions.find((one) => one.version === version)!;
  return (
    <p class="meta">
      <span>{t('versions.ofDate', { version, date: date(writtenAt) })}</span>
      <Link href={versionPath(activityId, version)}>{t('versions.whatChanged')}</Link>
      {lost > 0 && <Link href={lostPath(activityId)}>{t('versions.lost', { count: lost })}</Link>}
    </p>
  );
}

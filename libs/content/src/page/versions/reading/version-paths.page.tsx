import { withQuery } from '@isegoria/portal-kit';
import { Link, Notice, WordsIn, useTexts } from '@isegoria/ui';
import type { PageView } from '../../page.contract';

export const versionsPath = (pageId: string) => `/pages/${pageId}/versions`;
/** @param from the version with which it is compared; the one before when absent */
export const versionPath = (pageId: string, version: number, from?: number) => withQuery(`${versionsPath(pageId)}/${version}`, { from });

/** Above a page that was corrected: what was, and the way to how it read before. */
export function Corrected({ page }: { page: PageView }) {
  const { t, date } = useTexts();
  const { id, correction, language } = page;
  if (!correction) return null;
  return (
    <Notice colour="info">
      {t('pageVersions.corrected', { date: date(correction.at) })} <WordsIn language={language}>{correction.note}</WordsIn>{' '}
      <Link href={versionsPath(id)}>{t('pageVersions.seeChange')}</Link>
    </Notice>
  );
}

/** Below the title of a page that has more than one version. */
export function ChangedOn({ page }: { page: PageView }) {
  const { t, date } = useTexts();
  const { versions, revisedAt, correction } = page;
  return versions < 2 || correction ? null : <span>{t('pageVersions.changed', { date: date(revisedAt) })}</span>;
}

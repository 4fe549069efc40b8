import type { Page } from '@isegoria/kernel';
import { Breadcrumbs, Heading, Link, Pagination, Tag, Time, WordsIn, useTexts } from '@isegoria/ui';
import type { PageView } from '../../page.contract';
import type { PageVersionSummary } from '../page-versions.contract';
import { versionPath, versionsPath } from './version-paths.page';

/** Everything that could be read on a page, version by version. */
export function PageVersionsPage(props: { page: PageView; versions: Page<PageVersionSummary> & { readonly cursor?: string } }) {
  const { t } = useTexts();
  const { page, versions } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: `/pages/${page.id}`, label: page.title, language: page.language }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('pageVersions.title')}
        </Heading>
        <p class="lead">{t('pageVersions.lead')}</p>
      </div>
      <ol class="rows" reversed>
        {versions.items.map((version) => (
          <Version pageId={page.id} version={version} isNewest={version.version === page.versions} key={version.version} />
        ))}
      </ol>
      <Pagination path={versionsPath(page.id)} cursor={versions.cursor} next={versions.next} />
    </div>
  );
}

function Version(props: { pageId: string; version: PageVersionSummary; isNewest: boolean }) {
  const { t } = useTexts();
  const { pageId, isNewest } = props;
  const { version, title, language, shownAt } = props.version;
  return (
    <li>
      <Heading level={2} size="sm">
        <Link href={versionPath(pageId, version)}>{t('pageVersions.version', { version })}</Link>
      </Heading>
      {isNewest && (
        <div class="tags">
          <Tag colour="success">{t('pageVersions.now')}</Tag>
        </div>
      )}
      <p>
        <WordsIn language={language}>{title}</WordsIn>
      </p>
      <p class="meta">
        <Time at={shownAt} withTime />
        <WhyIt version={props.version} />
      </p>
      <p class="meta">
        {version > 1 && <Link href={versionPath(pageId, version)}>{t('pageVersions.compare')}</Link>}
        <Proof version={props.version} />
      </p>
    </li>
  );
}

/** Why there is this version, in the words of the office. */
export function WhyIt({ version: { version, note, language } }: { version: PageVersionSummary }) {
  const { t } = useTexts();
  if (note !== null) return <WordsIn language={language}>{note}</WordsIn>;
  return <span>{t(version === 1 ? 'pageVersions.first' : 'pageVersions.small')}</span>;
}

export function Proof({ version: { eventId, position } }: { version: Pick<PageVersionSummary, 'eventId' | 'position'> }) {
  const { t } = useTexts();
  return <Link href={`/log/receipts/${eventId}`}>{t('pageVersions.proof', { position })}</Link>;
}

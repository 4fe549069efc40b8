import { Documents, Picture } from '@isegoria/portal-kit';
import { Breadcrumbs, Compared, Heading, InLanguage, Link, Markdown, Notice, Time, useTexts } from '@isegoria/ui';
import type { PageView } from '../../page.contract';
import type { PageVersionView } from '../page-versions.contract';
import { Proof, WhyIt } from './page-versions.page';
import { versionPath, versionsPath } from './version-paths.page';

/** One version of a page: why it came, what it changed word by word, and all of it. */
export function PageVersionPage(props: {
  page: PageView;
  version: PageVersionView;
  /** The version with which it is compared; absent for the first. */
  before?: PageVersionView;
}) {
  const { t } = useTexts();
  const { page, version, before } = props;
  const isNewest = version.version === page.versions;
  return (
    <div class="narrow stack-lg">
      <Breadcrumbs
        trail={[
          { href: `/pages/${page.id}`, label: page.title, language: page.language },
          { href: versionsPath(page.id), label: t('pageVersions.title') },
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('pageVersions.version', { version: version.version })}
        </Heading>
        <p class="meta">
          <Time at={version.shownAt} withTime />
          <WhyIt version={version} />
          <Proof version={version} />
        </p>
        {!isNewest && (
          <Notice colour="warning">
            {t('pageVersions.earlier')} <Link href={`/pages/${page.id}`}>{t('pageVersions.toNewest')}</Link>
          </Notice>
        )}
      </div>
      {before && <Changes before={before} after={version} />}
      <Others page={page} version={version.version} before={before?.version} />
      <Whole version={version} isFolded={before !== undefined} />
    </div>
  );
}

function Changes({ before, after }: { before: PageVersionView; after: PageVersionView }) {
  const { t, nameOf, date } = useTexts();
  const headOf = ({ version, shownAt }: PageVersionView) => t('pageVersions.headOf', { version, date: date(shownAt) });
  const differing = [
    ['field.title', before.title, after.title],
    ['field.body', before.body, after.body],
    ['pageVersions.files', filesIn(before), filesIn(after)],
  ] as const;
  const changed = differing.filter(([, one, other]) => one !== other);
  const isAboutOther = before.categories.join() !== after.categories.join();
  const isSame = changed.length === 0 && before.language === after.language && !isAboutOther;
  return (
    <section class="stack" aria-labelledby="changes">
      <Heading level={2} size="md" id="changes">
        {t('pageVersions.changes', { version: before.version })}
      </Heading>
      {isSame && <p>{t('pageVersions.same')}</p>}
      {before.language !== after.language && (
        <p>{t('pageVersions.language', { before: nameOf(before.language), after: nameOf(after.language) })}</p>
      )}
      {isAboutOther && <p>{t('pageVersions.topics')}</p>}
      {changed.map(([label, stands, typed]) => (
        <section class="stack" key={label}>
          <Heading level={3} size="xs">
            {t(label)}
          </Heading>
          <Compared
            language={before.language === after.language ? after.language : undefined}
            texts={{ stands, typed, isChoice: false }}
            heads={[headOf(before), headOf(after)]}
          />
        </section>
      ))}
    </section>
  );
}

/** What stood beside the text, in lines; a file of the same name with other bytes is another. */
function filesIn({ picture, documents }: PageVersionView): string {
  const line = ({ name, alt, file }: PageVersionView['documents'][number]) => [name, alt, `(${file.slice(0, 8)})`].filter(Boolean).join(' ');
  return [...(picture ? [picture] : []), ...documents].map(line).join('\n');
}

/** The ways to what this version changed in each of those before it. */
function Others({ page, version, before }: { page: PageView; version: number; before?: number }) {
  const { t } = useTexts();
  const earlier = Array.from({ length: Math.min(version - 1, mostOffered) }, (_, index) => version - 1 - index);
  const others = earlier.filter((one) => one !== before);
  return (
    <ul class="ds-list">
      {others.map((one) => (
        <li key={one}>
          <Link href={versionPath(page.id, version, one)}>{t('pageVersions.compareWith', { version: one })}</Link>
        </li>
      ))}
      <li>
        <Link href={versionsPath(page.id)}>{t('pageVersions.all')}</Link>
      </li>
    </ul>
  );
}
const mostOffered = 20;

function Whole({ version, isFolded }: { version: PageVersionView; isFolded: boolean }) {
  const { t } = useTexts();
  const { language, title, body, picture, documents } = version;
  const text = (
    <>
      <InLanguage language={language}>
        <Heading level={2} size="md">
          {title}
        </Heading>
        <Picture picture={picture} whole />
        <Markdown source={body} below={2} />
      </InLanguage>
      <Documents documents={documents} />
    </>
  );
  if (!isFolded) return <article>{text}</article>;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('pageVersions.whole')}</summary>
      <div>{text}</div>
    </details>
  );
}

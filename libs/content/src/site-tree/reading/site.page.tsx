import { EmptyState, Heading, useTexts } from '@isegoria/ui';
import type { SiteSection } from '../places/places.contract';
import { PageLink } from './place.page';

/** The whole site at a glance: the pages at its top, each with those right below it. */
export function SitePage(props: { sections: readonly SiteSection[] }) {
  const { t } = useTexts();
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('site.title')}
        </Heading>
        <p class="lead">{t('site.lead')}</p>
      </div>
      {props.sections.length === 0 && (
        <EmptyState next={{ href: '/announcements', label: t('nav.announcements') }}>{t('site.empty')}</EmptyState>
      )}
      <SiteSections sections={props.sections} level={2} />
    </>
  );
}

/** The pages at the top of the site, each with those below it. */
export function SiteSections(props: { sections: readonly SiteSection[]; level: 2 | 3 }) {
  return (
    <div class="cards">
      {props.sections.map(({ page, below }) => (
        <section class="card" key={page.id}>
          <Heading level={props.level} size="xs">
            <PageLink page={page} />
          </Heading>
          <ul class="site-section">
            {below.map((one) => (
              <li key={one.id}>
                <PageLink page={one} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

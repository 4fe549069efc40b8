import { EmptyState, Heading, useTexts } from '@isegoria/ui';
import type { PlacedPage } from '../places/places.contract';
import { PageLink } from './place.page';

/** The whole site at a glance: the pages at its top, each with those right below it. */
export function SitePage(props: { sections: readonly { page: PlacedPage; below: readonly PlacedPage[] }[] }) {
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
      <div class="cards">
        {props.sections.map(({ page, below }) => (
          <section class="card" key={page.id}>
            <Heading level={2} size="xs">
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
    </>
  );
}

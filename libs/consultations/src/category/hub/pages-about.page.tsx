import type { PageView } from '@isegoria/content';
import { kindOfCategory } from '@isegoria/kernel';
import { plainExcerpt, withQuery } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import { Heading, InLanguage, Link, Time, useTexts } from '@isegoria/ui';

/** What was announced about a topic or an area, and pages that inform about it. */
export function PagesAbout(props: { pages: readonly PageView[]; all: number; category: string }) {
  const { t } = useTexts();
  const { pages, all, category } = props;
  if (pages.length === 0) return null;
  return (
    <section class="section stack" aria-labelledby="pages">
      <div class="section-head">
        <Heading level={2} size="md" id="pages">
          {t('category.pages')}
        </Heading>
        {all > pages.length && (
          <Link href={withQuery('/announcements', { [kindOfCategory(category)]: category })}>{t('start.allOfThese')}</Link>
        )}
      </div>
      <ul class="rows">
        {pages.map(({ id, title, body, language, publishedAt }) => (
          <li key={id}>
            <Heading level={3} size="xs">
              <a class="ds-link" href={`/pages/${id}`} lang={language} dir={directionOf(language)}>
                {title}
              </a>
            </Heading>
            <InLanguage language={language} class="excerpt">
              {plainExcerpt(body)}
            </InLanguage>
            {publishedAt && (
              <p class="meta">
                <Time at={publishedAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Page } from '@isegoria/kernel';
import { Documents, Picture, UnitFilter, plainExcerpt, withQuery } from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import {
  Breadcrumbs,
  ButtonLink,
  EmptyState,
  Heading,
  InLanguage,
  Markdown,
  Pagination,
  Tag,
  Time,
  useTexts,
  type Choice,
} from '@isegoria/ui';
import type { PageView } from '../page.contract';

/** A page of a list, with the cursor at which it begins. */
type Pages = Page<PageView> & { readonly cursor?: string };

export function AnnouncementsPage(props: {
  announcements: Pages;
  information: Pages;
  /** Units to which the list can be narrowed, and the one to which it is. */
  units: readonly Choice[];
  unit?: string;
}) {
  const { t } = useTexts();
  const { announcements, information } = props;
  const path = withQuery('/announcements', { unit: props.unit });
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.announcements')}
        </Heading>
        <p class="lead">{t('announcements.lead')}</p>
      </div>
      <UnitFilter path="/announcements" units={props.units} chosen={props.unit} />
      <div class={props.units.length === 0 ? 'narrow' : 'narrow section'}>
        {announcements.items.length === 0 ? (
          <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>{t('announcements.empty')}</EmptyState>
        ) : (
          <PageRows pages={announcements.items} />
        )}
        <Pagination path={path} cursor={announcements.cursor} next={announcements.next} />
      </div>
      {information.items.length > 0 && (
        <section class="section narrow" aria-labelledby="information">
          <Heading level={2} size="md" id="information">
            {t('announcements.information')}
          </Heading>
          <PageRows pages={information.items} level={3} />
          <Pagination path={path} parameter="information" fragment="information" cursor={information.cursor} next={information.next} />
        </section>
      )}
    </>
  );
}

/** Pages with their beginnings, newest first. */
export function PageRows(props: { pages: readonly PageView[]; level?: 2 | 3; size?: 'sm' | 'xs' }) {
  return (
    <ul class="rows">
      {props.pages.map((page) => (
        <li key={page.id}>
          <Heading level={props.level ?? 2} size={props.size ?? 'sm'}>
            <a class="ds-link" href={`/pages/${page.id}`} lang={page.language} dir={directionOf(page.language)}>
              {page.title}
            </a>
          </Heading>
          <InLanguage language={page.language} class="excerpt">
            {plainExcerpt(page.body)}
          </InLanguage>
          {page.publishedAt && (
            <p class="meta">
              <Time at={page.publishedAt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function ContentPage(props: {
  page: PageView;
  /** Where it belongs: its unit. */
  trail: readonly { href: string; label: string }[];
  mayEdit: boolean;
}) {
  const { t } = useTexts();
  const { page } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/announcements', label: t('nav.announcements') }, ...props.trail]} />
      <article lang={page.language} dir={directionOf(page.language)}>
        <div class="page-head">
          {page.status !== 'published' && (
            <div class="tags">
              <Tag colour="warning">{t(`pageStatus.${page.status}`)}</Tag>
            </div>
          )}
          <Heading level={1} size="lg">
            {page.title}
          </Heading>
          {page.publishedAt && (
            <p class="meta">
              <Time at={page.publishedAt} />
            </p>
          )}
        </div>
        <Picture picture={page.picture} whole />
        <InLanguage language={page.language}>
          <Markdown source={page.body} below={1} />
        </InLanguage>
      </article>
      <Documents documents={page.documents} />
      {props.mayEdit && (
        <p class="section">
          <ButtonLink href={`/office/pages/${page.id}`} variant="secondary">
            {t('office.manage')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

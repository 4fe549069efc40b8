import type { Page } from '@isegoria/kernel';
import {
  CategoryFilters,
  CategoryTags,
  Documents,
  Picture,
  UnitFilter,
  plainExcerpt,
  withQuery,
  type CategoryTree,
  type NarrowedCategories,
} from '@isegoria/portal-kit';
import { directionOf } from '@isegoria/texts';
import {
  Breadcrumbs,
  ButtonLink,
  EmptyState,
  Heading,
  InLanguage,
  Link,
  Markdown,
  Pagination,
  Tag,
  Time,
  useTexts,
  type Choice,
  type Crumb,
} from '@isegoria/ui';
import type { PlaceView } from '../../site-tree/places/places.contract';
import { PartsOfGuide, WaysOn } from '../../site-tree/reading/place.page';
import type { PageView } from '../page.contract';
import { Archived } from '../planned/plan.page';
import { ChangedOn, Corrected, versionsPath } from '../versions/reading/version-paths.page';

/** A page of a list, with the cursor at which it begins. */
type Pages = Page<PageView> & { readonly cursor?: string };

export function AnnouncementsPage(props: {
  announcements: Pages;
  information: Pages;
  /** Units to which the list can be narrowed, and the one to which it is. */
  units: readonly Choice[];
  unit?: string;
  tree: CategoryTree;
  chosen: NarrowedCategories;
}) {
  const { t } = useTexts();
  const { announcements, information, tree, chosen } = props;
  const path = withQuery('/announcements', { unit: props.unit, ...chosen });
  const hasFilter = props.units.length > 0 || !tree.isEmpty;
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('nav.announcements')}
        </Heading>
        <p class="lead">{t('announcements.lead')}</p>
      </div>
      <UnitFilter path="/announcements" units={props.units} chosen={props.unit}>
        {!tree.isEmpty && <CategoryFilters tree={tree} chosen={chosen} />}
      </UnitFilter>
      <div class={hasFilter ? 'narrow section' : 'narrow'}>
        {announcements.items.length === 0 ? (
          <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>
            {t(isNarrowed(props) ? 'announcements.noneOfThese' : 'announcements.empty')}
          </EmptyState>
        ) : (
          <PageRows pages={announcements.items} tree={tree} />
        )}
        <Pagination path={path} cursor={announcements.cursor} next={announcements.next} />
      </div>
      {information.items.length > 0 && (
        <section class="section narrow" aria-labelledby="information">
          <Heading level={2} size="md" id="information">
            {t('announcements.information')}
          </Heading>
          <PageRows pages={information.items} tree={tree} level={3} />
          <Pagination path={path} parameter="information" fragment="information" cursor={information.cursor} next={information.next} />
        </section>
      )}
    </>
  );
}

const isNarrowed = ({ unit, chosen }: { unit?: string; chosen: NarrowedCategories }) =>
  unit !== undefined || Object.keys(chosen).length > 0;

/** Pages with their beginnings, newest first. */
export function PageRows(props: {
  pages: readonly PageView[];
  /** Where it is given, each page says what it is about. */
  tree?: CategoryTree;
  level?: 2 | 3;
  size?: 'sm' | 'xs';
}) {
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
          {props.tree && <CategoryTags categories={page.categories} tree={props.tree} areLinks />}
        </li>
      ))}
    </ul>
  );
}

export function ContentPage(props: {
  page: PageView;
  /** Where it stands in the tree of the site. */
  place: PlaceView;
  /** What is above it there; where it stands nowhere, the list of announcements and its unit. */
  trail: readonly Crumb[];
  tree: CategoryTree;
  mayEdit: boolean;
}) {
  const { t } = useTexts();
  const { page } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={props.trail} />
      <PartsOfGuide page={page} place={props.place} />
      <article>
        <div class="page-head">
          {page.status !== 'published' && (
            <div class="tags">
              <Tag colour="warning">{t(`pageStatus.${page.status}`)}</Tag>
            </div>
          )}
          <InLanguage language={page.language}>
            <Heading level={1} size="lg">
              {page.title}
            </Heading>
          </InLanguage>
          {page.publishedAt && (
            <p class="meta">
              <Time at={page.publishedAt} />
              <ChangedOn page={page} />
            </p>
          )}
          <Archived page={page} />
          <Corrected page={page} />
        </div>
        <Picture picture={page.picture} whole />
        <InLanguage language={page.language}>
          <Markdown source={page.body} below={1} />
        </InLanguage>
      </article>
      <Documents documents={page.documents} />
      <CategoryTags categories={page.categories} tree={props.tree} areLinks />
      {page.versions > 0 && (
        <p class="meta">
          <Link href={versionsPath(page.id)}>{t('pageVersions.all')}</Link>
        </p>
      )}
      <WaysOn page={page} place={props.place} />
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

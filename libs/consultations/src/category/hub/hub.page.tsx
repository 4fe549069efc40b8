import type { CategoryKind } from '@isegoria/kernel';
import type { PageView } from '@isegoria/content';
import { withQuery, CategoryName, categoryPath, listPath, type CategoryTree } from '@isegoria/portal-kit';
import { Breadcrumbs, EmptyState, Heading, Link, Notice, Tag, Words, crumbOf, useTexts } from '@isegoria/ui';
import { Overdue, type OverdueProps } from '../../answer-owed/league/overdue.page';
import { calendarPath } from '../../calendar/entries.page';
import { ConsultationCard } from '../../consultation/view/consultation-card.page';
import type { ConsultationStatus, ConsultationSummary } from '../../consultation/consultation.contract';
import type { CategoryView } from '../category.contract';
import type { CountAt } from '../chosen/chosen.contract';
import { PagesAbout } from './pages-about.page';
import { QuestionsAbout, type AskedAbout } from './questions-about.page';

/** All topics, or all areas, with how many consultations each has. */
export function CategoriesPage(props: { kind: CategoryKind; tree: CategoryTree; counts: readonly CountAt[] }) {
  const { t } = useTexts();
  const { kind, tree, counts } = props;
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/consultations', label: t('nav.consultations') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t(`categories.${kind}s`)}
        </Heading>
        <p class="lead">{t(`${kind}s.lead`)}</p>
      </div>
      {tree.all(kind).length === 0 ? (
        <EmptyState next={{ href: '/consultations', label: t('start.allConsultations') }}>{t(`${kind}s.none`)}</EmptyState>
      ) : (
        <Level tree={tree} counts={counts} place={kind} />
      )}
    </div>
  );
}

/** What was withdrawn is listed as long as it has something. */
function Level(props: { tree: CategoryTree; counts: readonly CountAt[]; place: string }) {
  const { t } = useTexts();
  const { tree, counts } = props;
  const countOf = (category: string) => counts.find(({ at }) => at === category)?.count ?? 0;
  const shown = tree.below(props.place).filter(({ category, withdrawn }) => !withdrawn || countOf(category) > 0);
  if (shown.length === 0) return null;
  return (
    <ul class="tree">
      {shown.map(({ category, withdrawn }) => (
        <li key={category}>
          <div class="tags">
            <Link href={categoryPath(category)}>
              <CategoryName tree={tree} category={category} />
            </Link>
            <span class="meta">
              {countOf(category) === 0 ? t('categories.noConsultations') : t('categories.consultations', { count: countOf(category) })}
            </span>
            {withdrawn && <Tag>{t('categories.withdrawn')}</Tag>}
          </div>
          <Level {...props} place={category} />
        </li>
      ))}
    </ul>
  );
}

export interface Listed {
  readonly status: ConsultationStatus;
  readonly items: readonly ConsultationSummary[];
  readonly count: number;
}

/** Everything about one topic, or in one area: what is open, what is to come, and what came of the rest. */
export function HubPage(props: {
  category: CategoryView;
  tree: CategoryTree;
  /** Of all categories of its kind. */
  counts: readonly CountAt[];
  /** In the order in which they are shown; those that have nothing are left out but for what is open. */
  lists: readonly Listed[];
  asked?: readonly AskedAbout[];
  /** What offices owe and is late. */
  late?: OverdueProps;
  /** The newest announcements and pages of information. */
  pages: readonly PageView[];
  /** How many there are. */
  allPages: number;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { tree, lists, counts } = props;
  const { category, kind, withdrawn } = props.category;
  const about = tree.aboutOf(category);
  const all = withQuery('/consultations', { [kind]: category });
  const asked = props.asked ?? [];
  const hasConsultations = lists.some(({ count }) => count > 0);
  const hasNothing = !hasConsultations && props.allPages === 0 && asked.length === 0;
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/consultations', label: t('nav.consultations') },
          { href: listPath(kind), label: t(`categories.${kind}s`) },
          ...tree.above(category).map((above) => crumbOf(tree.nameOf(above.category).text, categoryPath(above.category))),
        ]}
      />
      <div class="page-head">
        <p class="loop-label">{t(`categories.${kind}`)}</p>
        <Heading level={1} size="lg">
          <CategoryName tree={tree} category={category} />
        </Heading>
        {about && (
          <p class="lead">
            <Words text={about.text} language={about.language} />
          </p>
        )}
        <p class="button-row">
          <Link href={withQuery(calendarPath, { [kind]: category })}>{t('category.calendar')}</Link>
          <Link href={withQuery('/calendar.ics', { [kind]: category, lang: texts.language })}>{t('category.calendarFile')}</Link>
        </p>
      </div>
      {withdrawn && <Notice colour="info">{t('category.isWithdrawn')}</Notice>}
      {tree.below(category).length > 0 && (
        <section class="stack" aria-labelledby="below">
          <Heading level={2} size="md" id="below">
            {t(`category.below.${kind}`)}
          </Heading>
          <Level tree={tree} counts={counts} place={category} />
        </section>
      )}
      {props.late && <Overdue {...props.late} />}
      {hasNothing && (
        <section class="section">
          <EmptyState next={{ href: '/consultations', label: t('start.allConsultations') }}>{t('category.nothing')}</EmptyState>
        </section>
      )}
      {hasConsultations &&
        lists.map(({ status, items, count }) => (
          <section class="section" aria-labelledby={`status-${status}`} key={status}>
            <div class="section-head">
              <Heading level={2} size="md" id={`status-${status}`}>
                {t(`consultations.title.${status}`)}
              </Heading>
              {count > items.length && <Link href={withQuery(all, { status })}>{t('start.allOfThese')}</Link>}
            </div>
            {items.length === 0 ? (
              <p>{t('category.nothingOpen')}</p>
            ) : (
              <ul class="cards">
                {items.map((consultation) => (
                  <ConsultationCard consultation={consultation} tree={tree} key={consultation.id} />
                ))}
              </ul>
            )}
          </section>
        ))}
      <PagesAbout pages={props.pages} all={props.allPages} category={category} />
      <QuestionsAbout asked={asked} />
    </>
  );
}

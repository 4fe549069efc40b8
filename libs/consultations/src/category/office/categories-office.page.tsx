import { CategoryName, categoryPath, type CategoryTree } from '@isegoria/portal-kit';
import { limits, categoryDepthMax, categoryKinds, type CategoryKind } from '@isegoria/kernel';
import {
  Breadcrumbs,
  EmptyState,
  Form,
  Heading,
  Link,
  Notice,
  SubmitButton,
  Tag,
  TextField,
  crumbOf,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { type CategoryView } from '../category.contract';
import { CategoryFields } from './category-fields.page';

export const categoriesOfficePath = '/office/categories';

/** The lists of topics and of areas, for those who look after them. */
export function CategoriesOfficePage({ tree }: { tree: CategoryTree }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('categories.title')}
        </Heading>
        <p class="lead">{t('categories.officeLead')}</p>
      </div>
      <div class="stack-lg">
        {categoryKinds.map((kind) => (
          <section class="stack" aria-labelledby={kind} key={kind}>
            <Heading level={2} size="md" id={kind}>
              {t(`categories.${kind}s`)}
            </Heading>
            {tree.all(kind).length === 0 && <p>{t(`${kind}s.none`)}</p>}
            <Level tree={tree} place={kind} />
            <p>
              <Link href={`${categoriesOfficePath}/${kind}`}>{t(`categories.add.${kind}`)}</Link>
            </p>
          </section>
        ))}
      </div>
    </div>
  );
}

/** The categories right below another one, each with those below itself. */
function Level(props: { tree: CategoryTree; place: string }) {
  const { t } = useTexts();
  const below = props.tree.below(props.place);
  if (below.length === 0) return null;
  return (
    <ul class="tree">
      {below.map(({ category, withdrawn }) => (
        <li key={category}>
          <div class="tags">
            <Link href={`${categoriesOfficePath}/${category}`}>
              <CategoryName tree={props.tree} category={category} />
            </Link>
            {withdrawn && <Tag>{t('categories.withdrawn')}</Tag>}
          </div>
          <Level tree={props.tree} place={category} />
        </li>
      ))}
    </ul>
  );
}

export interface CategoryForms {
  readonly add: FormState;
  readonly rename: FormState;
  readonly withdraw: FormState;
}

/** One topic or area, or the top of its list: add below it, change its names, withdraw it. */
export function CategoryOfficePage(props: {
  kind: CategoryKind;
  /** Absent at the top of the list. */
  category?: CategoryView;
  tree: CategoryTree;
  forms: CategoryForms;
}) {
  const { t } = useTexts();
  const { kind, category, tree, forms } = props;
  const place = category?.category ?? kind;
  const path = `${categoriesOfficePath}/${place}`;
  const above = category ? tree.above(category.category) : [];
  return (
    <div class="narrow">
      <Breadcrumbs
        trail={[
          { href: '/office', label: t('nav.office') },
          { href: categoriesOfficePath, label: t('categories.title') },
          ...above.map((one) => crumbOf(tree.nameOf(one.category).text, `${categoriesOfficePath}/${one.category}`)),
        ]}
      />
      <div class="page-head">
        <Heading level={1} size="lg">
          {category ? <CategoryName tree={tree} category={place} /> : t(`categories.add.${kind}`)}
        </Heading>
        {category && (
          <p>
            <Link href={categoryPath(place)}>{t('categories.page')}</Link>
          </p>
        )}
      </div>
      <div class="stack-lg">
        {category?.withdrawn && <Notice colour="info">{t('category.isWithdrawn')}</Notice>}
        {category && (
          <section class="stack" aria-labelledby="below">
            <Heading level={2} size="md" id="below">
              {t(`category.below.${kind}`)}
            </Heading>
            {tree.below(place).length === 0 ? <EmptyState>{t('categories.noneBelow')}</EmptyState> : <Level tree={tree} place={place} />}
          </section>
        )}
        {!category?.withdrawn && <AddForm {...props} path={path} place={place} />}
        {category && (
          <section class="stack" aria-labelledby="rename-title">
            <Heading level={2} size="md" id="rename-title">
              {t('categories.rename')}
            </Heading>
            <Form name="rename" action={`${path}/words`} state={forms.rename}>
              <CategoryFields form="rename" state={forms.rename} />
              <SubmitButton variant="secondary">{t('categories.save')}</SubmitButton>
            </Form>
          </section>
        )}
        {category && !category.withdrawn && (
          <section class="stack" aria-labelledby="withdraw-title">
            <Heading level={2} size="md" id="withdraw-title">
              {t('categories.withdraw')}
            </Heading>
            <p>{t('categories.withdrawLead')}</p>
            <Form name="withdraw" action={`${path}/withdrawal`} state={forms.withdraw}>
              <TextField
                form="withdraw"
                name="reason"
                label={t('categories.withdrawReason')}
                hint={t('office.onRecord')}
                state={forms.withdraw}
                max={limits.reasonLength}
              />
              <SubmitButton danger>{t('categories.withdrawSend')}</SubmitButton>
            </Form>
          </section>
        )}
      </div>
    </div>
  );
}

function AddForm(props: { kind: CategoryKind; category?: CategoryView; forms: CategoryForms; path: string; place: string }) {
  const { t } = useTexts();
  const { kind, category, forms, path, place } = props;
  const isDeepest = place.split('.').length > categoryDepthMax;
  return (
    <section class="stack" aria-labelledby={category && 'add-title'}>
      {category && (
        <Heading level={2} size="md" id="add-title">
          {t(`categories.addBelow.${kind}`)}
        </Heading>
      )}
      {isDeepest ? (
        <p>{t('categories.deepest', { depth: categoryDepthMax })}</p>
      ) : (
        <Form name="add" action={`${path}/categories`} state={forms.add}>
          <CategoryFields form="add" state={forms.add} />
          <SubmitButton>{t(`categories.add.${kind}`)}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

import { Breadcrumbs, EmptyState, Form, Heading, Link, Notice, Tag, WordsIn, useTexts, type FormState } from '@isegoria/ui';
import type { PageView } from '../../page/page.contract';
import { sitePath } from '../address.contract';
import type { PlacedPage } from '../places/places.contract';
import type { PlacedTree } from './placed-tree';

export const siteTreePath = '/office/site';

interface TreeProps {
  readonly tree: PlacedTree;
  readonly mayMove: (page: PlacedPage) => boolean;
  readonly form: FormState;
}

/** Every page at its place, for those who arrange the site. */
export function SiteTreePage(props: TreeProps & { unplaced: readonly PageView[] }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('siteTree.title')}
        </Heading>
        <p class="lead">{t('siteTree.lead')}</p>
      </div>
      {props.form.errors.map(({ message }) => (
        <Notice colour="danger" status key={message}>
          <p>{message}</p>
        </Notice>
      ))}
      <div class="stack-lg">
        {props.tree.below(null).length === 0 ? <EmptyState>{t('siteTree.none')}</EmptyState> : <Level {...props} above={null} />}
        <section class="stack" aria-labelledby="unplaced">
          <Heading level={2} size="md" id="unplaced">
            {t('siteTree.unplaced')}
          </Heading>
          {props.unplaced.length === 0 && <p>{t('siteTree.allPlaced')}</p>}
          {props.unplaced.length > 0 && (
            <ul class="rows">
              {props.unplaced.map(({ id, title, language, status }) => (
                <li key={id}>
                  <div class="tags">
                    {status !== 'published' && <Tag>{t(`pageStatus.${status}`)}</Tag>}
                    <WordsIn language={language}>{title}</WordsIn>
                  </div>
                  <p>
                    <Link href={`${siteTreePath}/${id}`}>
                      {t('siteTree.give')}
                      <span class="ds-sr-only">
                        : <WordsIn language={language}>{title}</WordsIn>
                      </span>
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

function Level(props: TreeProps & { above: string | null }) {
  const { t } = useTexts();
  const list = props.tree.below(props.above);
  if (list.length === 0) return null;
  return (
    <ul class="tree">
      {list.map((page, at) => (
        <li key={page.id}>
          <div class="tags">
            <a class="ds-link" href={sitePath(page.path)}>
              <WordsIn language={page.language}>{page.title}</WordsIn>
            </a>
            <code dir="ltr">/{page.address}</code>
            {page.status !== 'published' && <Tag>{t(`pageStatus.${page.status}`)}</Tag>}
          </div>
          <div class="tags place-acts">
            <Link href={`${siteTreePath}/${page.id}`}>
              {t('siteTree.move')}
              <span class="ds-sr-only">
                : <WordsIn language={page.language}>{page.title}</WordsIn>
              </span>
            </Link>
            {props.mayMove(page) && at > 0 && <Step {...props} page={page} before={list[at - 1]!.id} way="Up" />}
            {props.mayMove(page) && at < list.length - 1 && <Step {...props} page={page} before={list[at + 2]?.id ?? ''} way="Down" />}
          </div>
          <Level {...props} above={page.id} />
        </li>
      ))}
    </ul>
  );
}

/** A button that moves a page among those beside it; the rest of its place stays as it is. */
function Step(props: TreeProps & { page: PlacedPage; before: string; way: 'Up' | 'Down' }) {
  const { t } = useTexts();
  const { page, way, form } = props;
  return (
    <Form
      name={`${way}-${page.id}`}
      action={`${siteTreePath}/${page.id}/order`}
      state={{ ...form, errors: [], key: `${form.key}-${way}-${page.id}` }}
      class="inline-form"
    >
      <input type="hidden" name="above" value={page.above ?? ''} />
      <input type="hidden" name="before" value={props.before} />
      <input type="hidden" name="address" value={page.address} />
      <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">
        {t(way === 'Up' ? 'siteTree.up' : 'siteTree.down')}
        <span class="ds-sr-only">
                : <WordsIn language={page.language}>{page.title}</WordsIn>
              </span>
      </button>
    </Form>
  );
}

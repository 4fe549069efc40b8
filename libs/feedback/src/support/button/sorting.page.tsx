import { withQuery } from '@isegoria/portal-kit';
import { useTexts } from '@isegoria/ui';
import { sortings, type Sorting } from '../supported.contract';

/** Links with which the order of a list is chosen. @param parameter in the address of the page */
export function SortChoice(props: { path: string; fragment: string; parameter: string; sort: Sorting }) {
  const { t } = useTexts();
  return (
    <div role="group" class="meta" aria-label={t('sort.order')}>
      {sortings.map((sort) => (
        <a
          class="ds-link"
          href={withQuery(`${props.path}#${props.fragment}`, { [props.parameter]: sort })}
          aria-current={sort === props.sort ? 'true' : undefined}
          key={sort}
        >
          {t(`sort.${sort}`)}
        </a>
      ))}
    </div>
  );
}

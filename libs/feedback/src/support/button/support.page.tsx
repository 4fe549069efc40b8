import { signInPath } from '@isegoria/portal-kit';
import { Link, useTexts } from '@isegoria/ui';
import { assuranceLevels } from '@isegoria/kernel';
import type { Supported } from '../supported.contract';

/** Who looks at a list of things that can be supported. */
export interface Supporting {
  /** What the reader supports of what is shown; absent for a visitor. */
  readonly own?: ReadonlySet<string>;
  /** The idempotency key of the forms of the page. */
  readonly key: string;
  /** The address of the page, to come back to. */
  readonly back: string;
  /** What the reader has just supported, or taken the support back from. */
  readonly done?: string;
}

/** Where the page says that support was recorded. An address that ends in it gives it the focus. */
export const placeOfDone = (id: string) => `supported-${id}`;

/** How many support something, and a button with which to support it or to take that back; none for what one wrote oneself. */
export function SupportButton(props: { of: Supported; id: string; action: string; name: string; isAuthor: boolean; by: Supporting }) {
  const { t } = useTexts();
  const { of, by } = props;
  const isOwn = by.own?.has(props.id) === true;
  if (props.isAuthor && !isOwn) return <SupportCount of={of} />;
  const label = t(isOwn ? 'support.givenOf' : 'support.of', { name: props.name });
  return (
    <>
      <SupportCount of={of} />
      {by.own === undefined ? (
        <Link href={signInPath(by.back)}>{t('support.give')}</Link>
      ) : (
        <form method="post" action={props.action} class="support">
          <input type="hidden" name="key" value={by.key} />
          <input type="hidden" name="return" value={by.back} />
          <button type="submit" name="supports" value={String(!isOwn)} aria-pressed={isOwn} aria-label={label}>
            {t(isOwn ? 'support.given' : 'support.give')}
          </button>
        </form>
      )}
      {by.done === props.id && (
        <span role="status" tabIndex={-1} id={placeOfDone(props.id)}>
          {t(isOwn ? 'support.done' : 'support.undone')}
        </span>
      )}
    </>
  );
}

function SupportCount(props: { of: Supported }) {
  const { t } = useTexts();
  const { support, supporters } = props.of;
  const all = assuranceLevels.reduce((sum, level) => sum + support[level], 0);
  return (
    <span>
      {t('support.count', { count: supporters })}
      {all > supporters && ` · ${t('support.beside', { count: all - supporters })}`}
    </span>
  );
}

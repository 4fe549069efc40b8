import { PublicReason, withQuery, type NameOf } from '@isegoria/portal-kit';
import { CitizenText, Link, Tag, Time, Words, useTexts } from '@isegoria/ui';
import type { DeskItemView } from '../desk.contract';
import { chosenValue } from '../acts/desk-acts';

/** Where one thing is decided on, with its context and what else its author wrote there. */
export const deskItemPath = ({ item, itemId }: Pick<DeskItemView, 'item' | 'itemId'>): string => `/office/moderation/${item}s/${itemId}`;

/** One line of the desk. Appeals are decided on one by one, so they cannot be chosen. */
export function DeskItem(props: { item: DeskItemView; nameOf: NameOf; chosen: readonly string[]; refused?: string }) {
  const { t } = useTexts();
  const { item, refused } = props;
  const id = `chosen-${item.id}`;
  const value = chosenValue(item);
  return (
    <li>
      {refused !== undefined && (
        <p class="ds-validation-message" id={`${id}-refused`}>
          {refused}
        </p>
      )}
      <div class="tags">
        {item.kind !== 'appeal' && (
          <span class="ds-field choice">
            <input
              class="ds-input"
              type="checkbox"
              name="chosen"
              value={value}
              id={id}
              checked={props.chosen.includes(value)}
              aria-describedby={`text-${item.id}${refused === undefined ? '' : ` ${id}-refused`}`}
            />
            <label class="ds-label" for={id}>
              {t('desk.choose')}
            </label>
          </span>
        )}
        <DeskTags item={item} />
      </div>
      <div id={`text-${item.id}`}>
        <CitizenText text={item.text} />
      </div>
      {item.said !== null && (
        <blockquote class="card" aria-label={t(item.kind === 'appeal' ? 'desk.appealSays' : 'desk.reportSays')}>
          <CitizenText text={item.said} />
        </blockquote>
      )}
      <LastDecision item={item} />
      <p class="meta">
        <Link href={deskItemPath(item)}>{t('desk.look')}</Link>
        {item.consultationId !== null && (
          <Link href={withQuery('/office/moderation', { consultationId: item.consultationId })}>
            <Words text={item.consultationTitle ?? ''} />
          </Link>
        )}
        {item.author !== null && <span>{props.nameOf(item.author)}</span>}
        <Time at={item.at} withTime />
      </p>
    </li>
  );
}

export function DeskTags(props: { item: DeskItemView }) {
  const { t } = useTexts();
  const { item } = props;
  return (
    <>
      <Tag>{t(`desk.kind.${item.kind}`)}</Tag>
      {item.kind !== item.item && <Tag>{t(`desk.kind.${item.item}`)}</Tag>}
      {item.reported !== null && <Tag colour="warning">{t(`report.reason.${item.reported}`)}</Tag>}
      {item.state === 'hidden' && <Tag colour="danger">{t('desk.isHidden')}</Tag>}
    </>
  );
}

/** Who decided last about it, when and why. */
export function LastDecision(props: { item: DeskItemView }) {
  const { t } = useTexts();
  const { state, reason, rule, decidedBy, decidedAt } = props.item;
  if (decidedBy === null || decidedAt === null) return null;
  return (
    <p class="meta">
      <span>{t(state === 'hidden' ? 'desk.hiddenBy' : 'desk.shownBy', { id: decidedBy })}</span>
      <Time at={decidedAt} withTime />
      {reason !== null && (
        <span>
          <PublicReason reason={reason} rule={rule} />
        </span>
      )}
    </p>
  );
}

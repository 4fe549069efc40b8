import { PublicReason, withQuery } from '@isegoria/portal-kit';
import type { Page } from '@isegoria/kernel';
import { EmptyState, Link, Pagination, SelectField, SubmitButton, Tag, Time, useTexts } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { suspensionStates, type SuspensionListState, type SuspensionRecord } from './suspension-list.contract';

const untyped = { values: {}, errors: [], key: '' };

/** Suspensions for those who may suspend, the newest first. */
export function SuspensionsPage(props: { suspensions: Page<SuspensionRecord>; state: SuspensionListState; cursor: string | undefined }) {
  const { t } = useTexts();
  const { suspensions, state } = props;
  return (
    <Frame title={t('suspensions.title')} lead={t('suspensions.lead')} trail={[{ href: '/office', label: t('nav.office') }]}>
      <form method="get" action="/office/suspensions" class="form unit-filter" aria-label={t('suspensions.filter')}>
        <SelectField
          form="filter"
          name="state"
          label={t('suspensions.state')}
          choices={suspensionStates.map((value) => ({ value, label: t(`suspensions.state.${value}`) }))}
          chosen={state}
          state={untyped}
        />
        <SubmitButton variant="secondary">{t('units.show')}</SubmitButton>
      </form>
      <p class="meta" role="status">
        {t('suspensions.count', { count: suspensions.count })}
      </p>
      {suspensions.items.length === 0 ? (
        <EmptyState>{t('suspensions.empty')}</EmptyState>
      ) : (
        <ul class="rows" aria-label={t('suspensions.list')}>
          {suspensions.items.map((one) => (
            <Line suspension={one} key={one.id} />
          ))}
        </ul>
      )}
      <Pagination path={withQuery('/office/suspensions', { state })} cursor={props.cursor} next={suspensions.next} />
    </Frame>
  );
}

function Line({ suspension }: { suspension: SuspensionRecord }) {
  const { t, dateTime } = useTexts();
  const { id, until, reason, rule, orderedAt } = suspension;
  return (
    <li>
      <div class="tags">
        <SuspensionTags suspension={suspension} />
        <Link href={`/office/suspensions/${id}`}>{t('suspensions.untilDate', { date: dateTime(until) })}</Link>
      </div>
      <p>
        <PublicReason reason={reason} rule={rule} />
      </p>
      <p class="meta">
        <OrderedBy suspension={suspension} />
        <Time at={orderedAt} withTime />
        <AccountLink suspension={suspension} />
      </p>
    </li>
  );
}

/** Who ordered it, in the role in which they did. */
export function OrderedBy({ suspension: { orderedBy: id, orderedAs } }: { suspension: SuspensionRecord }) {
  const { t } = useTexts();
  return <span>{orderedAs === null ? t('suspensions.by', { id }) : t(`suspensions.by.${orderedAs}`, { id })}</span>;
}

/** Whose account it is, administrators are told alone. */
export function AccountLink({ suspension: { accountId } }: { suspension: SuspensionRecord }) {
  const { t } = useTexts();
  return accountId === null ? null : <Link href={`/office/accounts/${accountId}`}>{t('suspensions.account')}</Link>;
}

export function SuspensionTags({ suspension: { isRunning, appeal, endedAt } }: { suspension: SuspensionRecord }) {
  const { t } = useTexts();
  const decided = appeal && appeal.granted !== null && (appeal.granted ? 'suspensions.wasGranted' : 'suspensions.wasDismissed');
  return (
    <>
      <Tag colour={isRunning ? 'warning' : 'neutral'}>{t(isRunning ? 'suspensions.isRunning' : 'suspensions.isOver')}</Tag>
      {decided && <Tag>{t(decided)}</Tag>}
      {appeal?.granted === null && endedAt === null && <Tag colour="info">{t('suspensions.isAppealed')}</Tag>}
    </>
  );
}

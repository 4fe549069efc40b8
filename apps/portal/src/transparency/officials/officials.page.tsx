import { officialActionKinds, type OfficialAction, type OfficialActionKind } from '@isegoria/contracts';
import { Breadcrumbs, DataTable, EmptyState, Heading, Link, Pagination, SubmitButton, Time, useTexts } from '@isegoria/ui';
import { ActOn, type ActOnProps } from './act-on.page';

/** Who watches the officials: everybody, by this list. */
export function OfficialsPage(props: {
  actions: readonly OfficialAction[];
  about: ActOnProps;
  kind?: OfficialActionKind;
  cursor?: string;
  next: string | null;
}) {
  const { t } = useTexts();
  const path = '/transparency/officials';
  return (
    <>
      <Breadcrumbs trail={[{ href: '/transparency', label: t('nav.transparency') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('officials.title')}
        </Heading>
        <p class="lead">{t('officials.lead')}</p>
        <p>{t('officials.names')}</p>
        <p>{t('officials.signIns')}</p>
      </div>
      <div class="stack-lg">
        <Filter action={path} kind={props.kind} />
        {props.actions.length === 0 ? (
          <EmptyState>{t('officials.empty')}</EmptyState>
        ) : (
          <Actions actions={props.actions} about={props.about} />
        )}
        <Pagination path={props.kind ? `${path}?kind=${props.kind}` : path} cursor={props.cursor} next={props.next} />
      </div>
    </>
  );
}

function Filter(props: { action: string; kind?: OfficialActionKind }) {
  const { t } = useTexts();
  return (
    <form method="get" action={props.action} class="form">
      <div class="ds-field">
        <label class="ds-label" for="kind">
          {t('officials.kind')}
        </label>
        <select class="ds-input" name="kind" id="kind">
          <option value="" selected={props.kind === undefined}>
            {t('officials.all')}
          </option>
          {officialActionKinds.map((kind) => (
            <option value={kind} selected={kind === props.kind} key={kind}>
              {t(`official.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton variant="secondary">{t('officials.filter')}</SubmitButton>
    </form>
  );
}

function Actions(props: { actions: readonly OfficialAction[]; about: ActOnProps }) {
  const { t, number } = useTexts();
  const columns = [
    { head: t('officials.what'), cell: ({ kind }: OfficialAction) => t(`official.${kind}`) },
    { head: t('officials.about'), cell: (action: OfficialAction) => <ActOn action={action} {...props.about} />, isProse: true },
    {
      head: t('officials.who'),
      cell: ({ official }: OfficialAction) => (official === null ? t('officials.operator') : t('officials.official', { id: official })),
    },
    { head: t('officials.when'), cell: ({ at }: OfficialAction) => <Time at={at} withTime /> },
    {
      head: t('officials.entry'),
      cell: ({ eventId, position }: OfficialAction) => <Link href={`/log/receipts/${eventId}`}>{number(position)}</Link>,
    },
  ];
  return <DataTable caption={t('officials.title')} captionHidden columns={columns} rows={props.actions} />;
}

import { isUnit, officialActionKinds, type OfficialAction, type OfficialActionKind } from '@isegoria/contracts';
import { milestonePath } from '@isegoria/consultations/portal';
import { PublicReason } from '@isegoria/portal-kit';
import { Breadcrumbs, DataTable, EmptyState, Heading, Link, Pagination, Sentence, SubmitButton, Time, Words, useTexts } from '@isegoria/ui';

/** Who watches the officials: everybody, by this list. */
export function OfficialsPage(props: {
  actions: readonly OfficialAction[];
  /** What a unit is called. */
  nameOf: (unit: string) => string;
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
          <Actions actions={props.actions} nameOf={props.nameOf} />
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

function Actions(props: { actions: readonly OfficialAction[]; nameOf: (unit: string) => string }) {
  const { t, number } = useTexts();
  const columns = [
    { head: t('officials.what'), cell: ({ kind }: OfficialAction) => t(`official.${kind}`) },
    {
      head: t('officials.who'),
      cell: ({ official }: OfficialAction) => (official === null ? t('officials.operator') : t('officials.official', { id: official })),
    },
    { head: t('officials.when'), cell: ({ at }: OfficialAction) => <Time at={at} withTime /> },
    { head: t('officials.about'), cell: (action: OfficialAction) => <About action={action} nameOf={props.nameOf} />, isProse: true },
    {
      head: t('officials.entry'),
      cell: ({ eventId, position }: OfficialAction) => <Link href={`/log/receipts/${eventId}`}>{number(position)}</Link>,
    },
  ];
  return <DataTable caption={t('officials.title')} captionHidden columns={columns} rows={props.actions} />;
}

/** What the act was about, as far as there is a page of it, and the reason that was given. */
function About(props: { action: OfficialAction; nameOf: (unit: string) => string }) {
  const { t } = useTexts();
  const { kind, subject, consultationId, title, language, milestone, role, contents, reason, rule } = props.action;
  return (
    <>
      {role && t('officials.account', { id: subject, role: t(`role.${role}`) })}
      {kind === 'erasure-ordered' && t('officials.erasedAccount')}
      {consultationId && (
        <Link href={`/consultations/${consultationId}`}>
          {title ? <Words text={title} language={language} /> : t('officials.consultation')}
        </Link>
      )}
      {milestone !== null && consultationId && (
        <p>
          <Link href={milestonePath({ id: subject, consultationId })}>
            <Words text={milestone} language={language} />
          </Link>
        </p>
      )}
      {kind === 'question-answered' && !consultationId && <Link href={`/questions/${subject}`}>{t('officials.question')}</Link>}
      {kind.startsWith('page-') && title && (
        <Link href={`/pages/${subject}`}>
          <Words text={title} language={language} />
        </Link>
      )}
      {isUnit(subject) && <Words text={props.nameOf(subject)} />}
      {kind.startsWith('log-key-') && <code dir="ltr">{subject}</code>}
      {contents && <p>{t(`exportContents.${contents}`)}</p>}
      {reason && <Reason reason={reason} rule={rule} language={language} />}
    </>
  );
}

/** The rule in the reader's language, and the official's own words as they are. */
function Reason({ reason, rule, language }: Pick<OfficialAction, 'rule' | 'language'> & { reason: string }) {
  const { t } = useTexts();
  if (rule === null)
    return (
      <p>
        <Sentence says="officials.reason" words={{ reason: <Words text={reason} language={language} /> }} />
      </p>
    );
  return (
    <p>
      {t('officials.rule')} <PublicReason reason={reason} rule={rule} />
    </p>
  );
}

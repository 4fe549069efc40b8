import { limits, roles, type Role } from '@isegoria/kernel';
import { UnitFilter, withQuery, type UnitTree } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  ButtonLink,
  EmptyState,
  Form,
  Heading,
  Link,
  Pagination,
  Sentence,
  SubmitButton,
  TextField,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import type { AccountView } from '../account.contract';

export interface AccountsPageProps {
  readonly accounts: readonly AccountView[];
  readonly own: string | undefined;
  readonly cursor?: string;
  readonly next: string | null;
  readonly tree: UnitTree;
  /** Units in which the visitor grants roles. */
  readonly units: readonly Choice[];
  /** The one whose roles the buttons are about. */
  readonly unit: string;
  /** The search for one account. */
  readonly search: FormState;
}

/** Who may do what, in one unit: each role leads to the page where it is given and taken, on the record. */
export function AccountsPage(props: AccountsPageProps) {
  const { t } = useTexts();
  const hasChoice = props.units.length > 1;
  return (
    <>
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('accounts.title')}
        </Heading>
        <p class="lead">{t('accounts.lead')}</p>
        <div class="button-row">
          <ButtonLink href="/office/invitations" variant="secondary">
            {t('invitations.title')}
          </ButtonLink>
        </div>
      </div>
      <Search state={props.search} />
      {hasChoice && <UnitFilter path="/office/accounts" units={props.units} chosen={props.unit} all={false} />}
      {hasChoice && (
        <p class="lead section">
          <Sentence says="accounts.inUnit" words={{ unit: props.tree.nameOf(props.unit) }} />
        </p>
      )}
      {props.accounts.length === 0 && <EmptyState>{t('accounts.empty')}</EmptyState>}
      <ul class="rows">
        {props.accounts.map((account) => (
          <li key={account.id}>{account.erased ? <ErasedAccount account={account} /> : <Account {...props} account={account} />}</li>
        ))}
      </ul>
      <Pagination path={hasChoice ? `/office/accounts?unit=${props.unit}` : '/office/accounts'} cursor={props.cursor} next={props.next} />
    </>
  );
}

function Search({ state }: { state: FormState }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Form name="find" action="/office/accounts/search" state={state}>
        <TextField
          form="find"
          name="email"
          type="email"
          label={t('accounts.find')}
          hint={t('accounts.findHint')}
          state={state}
          max={limits.emailLength}
        />
        <SubmitButton>{t('accounts.findSend')}</SubmitButton>
      </Form>
    </div>
  );
}

function Account(props: AccountsPageProps & { account: AccountView }) {
  const { t } = useTexts();
  const { account } = props;
  const isOwn = account.id === props.own;
  return (
    <>
      <Heading level={2} size="xs">
        <Link href={`/office/accounts/${account.id}`}>
          <span dir="auto">{account.name || t('accounts.imported')}</span>
        </Link>
      </Heading>
      <p class="meta">
        <bdi>{account.email}</bdi>
        <span>{t(`assuranceLevel.${account.assurance}`)}</span>
        {account.suspension && <span>{t('accounts.isSuspended')}</span>}
        {!isOwn && account.roles.length > 0 && <Link href={`/office/accounts/${account.id}/second-factor`}>{t('resetFactor.title')}</Link>}
        {!isOwn && <Link href={`/office/accounts/${account.id}/erasure`}>{t('accounts.erase')}</Link>}
      </p>
      <div class="tags">
        {roles.map((role) => (
          <RoleLink account={account} role={role} unit={props.unit} from={props.cursor} key={role} />
        ))}
      </div>
      <RolesElsewhere {...props} />
    </>
  );
}

/** What a person may do besides the roles in this unit: a role held above it counts in it too. */
function RolesElsewhere(props: AccountsPageProps & { account: AccountView }) {
  const { t } = useTexts();
  const elsewhere = props.account.roles.filter(({ unit }) => unit !== props.unit);
  if (elsewhere.length === 0) return null;
  return (
    <p class="meta">
      <span>{t('accounts.elsewhere')}</span>
      {elsewhere.map(({ role, unit }) => {
        const words = t('role.inUnit', { role: t(`role.${role}`), unit: props.tree.wayTo(unit) });
        return props.units.some(({ value }) => value === unit) ? (
          <Link href={`/office/accounts?unit=${unit}`} key={`${role} ${unit}`}>
            <bdi>{words}</bdi>
          </Link>
        ) : (
          <bdi key={`${role} ${unit}`}>{words}</bdi>
        );
      })}
    </p>
  );
}

function ErasedAccount(props: { account: AccountView }) {
  const { t } = useTexts();
  return (
    <>
      <Heading level={2} size="xs">
        {t('accounts.erased')}
      </Heading>
      <p class="meta">
        <code dir="ltr">{props.account.id}</code>
      </p>
    </>
  );
}

/** Leads to the page that says what the role allows, and gives or takes it. */
function RoleLink(props: { account: AccountView; role: Role; unit: string; from?: string }) {
  const { t, date } = useTexts();
  const held = props.account.roles.find(({ role, unit }) => role === props.role && unit === props.unit);
  const role = t(`role.${props.role}`);
  const words = held?.until ? t('accounts.heldUntil', { role, date: date(held.until) }) : t('accounts.held', { role });
  return (
    <a
      class="ds-button"
      data-size="sm"
      data-variant={held ? 'primary' : 'secondary'}
      href={withQuery(`/office/accounts/${props.account.id}/roles/${props.unit}/${props.role}`, { cursor: props.from })}
    >
      {held ? words : role}
    </a>
  );
}

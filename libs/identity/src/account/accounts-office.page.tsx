import { roles, type Role } from '@isegoria/kernel';
import { Breadcrumbs, EmptyState, ErrorSummary, Heading, Link, Pagination, useTexts, type FormState } from '@isegoria/ui';
import type { AccountView } from './account.contract';

const grantable = roles.filter((role) => role !== 'citizen');

/** Who may do what: each role is one button, granted or revoked on the record. */
export function AccountsPage(props: {
  accounts: readonly AccountView[];
  own: string | undefined;
  form: FormState;
  cursor?: string;
  next: string | null;
}) {
  const { t } = useTexts();
  return (
    <>
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('accounts.title')}
        </Heading>
        <p class="lead">{t('accounts.lead')}</p>
      </div>
      <ErrorSummary form="roles" errors={props.form.errors} />
      {props.accounts.length === 0 && <EmptyState>{t('accounts.empty')}</EmptyState>}
      <ul class="rows">
        {props.accounts.map((account) => (
          <li key={account.id}>
            {account.erased ? (
              <ErasedAccount account={account} />
            ) : (
              <Account account={account} isOwn={account.id === props.own} state={props.form} />
            )}
          </li>
        ))}
      </ul>
      <Pagination path="/office/accounts" cursor={props.cursor} next={props.next} />
    </>
  );
}

function Account(props: { account: AccountView; isOwn: boolean; state: FormState }) {
  const { t } = useTexts();
  const { account } = props;
  return (
    <>
      <Heading level={2} size="xs">
        <span dir="auto">{account.name || t('accounts.imported')}</span>
      </Heading>
      <p class="meta">
        <bdi>{account.email}</bdi>
        <span>{t(`assuranceLevel.${account.assurance}`)}</span>
        {!props.isOwn && <Link href={`/office/accounts/${account.id}/erasure`}>{t('accounts.erase')}</Link>}
      </p>
      <div class="tags">
        {grantable.map((role) => (
          <RoleButton account={account} role={role} state={props.state} key={role} />
        ))}
      </div>
    </>
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

function RoleButton(props: { account: AccountView; role: Role; state: FormState }) {
  const { t } = useTexts();
  const has = props.account.roles.includes(props.role);
  return (
    <form method="post" action={`/office/accounts/${props.account.id}/roles/${props.role}`}>
      <input type="hidden" name="key" value={props.state.key} />
      <button
        class="ds-button"
        data-size="sm"
        data-variant={has ? 'primary' : 'secondary'}
        type="submit"
        name="change"
        value={has ? 'revoke' : 'grant'}
        aria-pressed={has}
      >
        {t(`role.${props.role}`)}
      </button>
    </form>
  );
}

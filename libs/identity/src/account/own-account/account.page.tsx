import { limits, rootUnit } from '@isegoria/kernel';
import { Form, Heading, Link, Notice, SubmitButton, Tag, TextField, useTexts, type FormState } from '@isegoria/ui';
import type { AccountView } from '../account.contract';
import { ReturnField, leadingBack } from '../../return-path/return-path.page';
import { Frame } from '../frame.page';

export function RegisterPage(props: { form: FormState; back: string }) {
  const { t } = useTexts();
  const { form } = props;
  return (
    <Frame title={t('register.title')} lead={t('register.lead')}>
      <Form name="register" action="/register" state={form}>
        <ReturnField back={props.back} />
        <TextField
          form="register"
          name="name"
          label={t('field.name')}
          hint={t('field.name.hint')}
          state={form}
          max={limits.nameLength}
          autocomplete="name"
        />
        <TextField
          form="register"
          name="email"
          type="email"
          label={t('field.email')}
          state={form}
          max={limits.emailLength}
          autocomplete="email"
        />
        <TextField
          form="register"
          name="password"
          type="password"
          label={t('field.password')}
          hint={t('field.password.hint', { min: limits.passwordMinLength })}
          state={form}
          max={limits.passwordMaxLength}
          autocomplete="new-password"
        />
        <SubmitButton>{t('register.send')}</SubmitButton>
      </Form>
      <p>
        {t('register.already')} <Link href={leadingBack('/sign-in', props.back)}>{t('nav.signIn')}</Link>
      </p>
    </Frame>
  );
}

export function SignInPage(props: { form: FormState; back: string }) {
  const { t } = useTexts();
  const { form } = props;
  return (
    <Frame title={t('nav.signIn')} lead={props.back === '/' ? undefined : t('signIn.thenBack')}>
      <Form name="sign-in" action="/sign-in" state={form}>
        <ReturnField back={props.back} />
        <TextField
          form="sign-in"
          name="email"
          type="email"
          label={t('field.email')}
          state={form}
          max={limits.emailLength}
          autocomplete="username"
        />
        <TextField
          form="sign-in"
          name="password"
          type="password"
          label={t('field.password')}
          state={form}
          max={limits.passwordMaxLength}
          autocomplete="current-password"
        />
        <SubmitButton>{t('nav.signIn')}</SubmitButton>
      </Form>
      <p>
        <Link href={leadingBack('/forgotten-password', props.back)}>{t('signIn.forgotten')}</Link>
      </p>
      <p>{t('signIn.unconfirmed')}</p>
      <p>
        {t('signIn.noAccount')} <Link href={leadingBack('/register', props.back)}>{t('register.title')}</Link>
      </p>
    </Frame>
  );
}

const changes = [
  ['/my', 'nav.my'],
  ['/my/notes', 'notes.title'],
  ['/account/notes', 'noteSettings.title'],
  ['/account/profile', 'profile.title'],
  ['/account/address', 'address.title'],
  ['/account/password', 'password.title'],
  ['/account/second-factor', 'secondFactor.title'],
  ['/account/sessions', 'sessions.title'],
] as const;

export function AccountPage(props: { account: AccountView; nameOf: (unit: string) => string; isSaved: boolean }) {
  const { t, dateTime } = useTexts();
  const { account } = props;
  return (
    <Frame title={t('nav.account')}>
      {props.isSaved && (
        <Notice colour="success" status>
          {t('account.saved')}
        </Notice>
      )}
      {account.lacksSecondFactor && (
        <Notice colour="warning">
          {t('secondFactor.needed')} <Link href="/account/second-factor">{t('secondFactor.begin')}</Link>
        </Notice>
      )}
      {account.suspension && (
        <Notice colour="warning">
          {t('account.suspended', { until: dateTime(account.suspension.until) })}{' '}
          <Link href="/account/suspension">{t('account.suspensionMore')}</Link>
        </Notice>
      )}
      {account.assurance === 'anonymous' && (
        <Notice colour="warning">
          {t('account.unconfirmed')} <Link href="/account/address">{t('address.sendAgain')}</Link>
        </Notice>
      )}
      <div class="card">
        <dl class="facts">
          <div>
            <dt>{t('field.name')}</dt>
            <dd>
              <bdi>{account.name}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('field.email')}</dt>
            <dd>
              <bdi>{account.email}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('account.assurance')}</dt>
            <dd>{t(`assuranceLevel.${account.assurance}`)}</dd>
          </div>
          <div>
            <dt>{t('account.roles')}</dt>
            <dd class="tags">
              <Tag>{t('role.citizen')}</Tag>
              {account.roles.map(({ role, unit }) => (
                <Tag key={`${role} ${unit}`}>
                  {unit === rootUnit ? t(`role.${role}`) : t('role.inUnit', { role: t(`role.${role}`), unit: props.nameOf(unit) })}
                </Tag>
              ))}
            </dd>
          </div>
        </dl>
      </div>
      <ul class="ds-list">
        {changes.map(([href, label]) => (
          <li key={href}>
            <Link href={href}>{t(label)}</Link>
          </li>
        ))}
      </ul>
      <p>{t('account.pseudonyms')}</p>
      <form method="post" action="/sign-out">
        <SubmitButton variant="secondary">{t('nav.signOut')}</SubmitButton>
      </form>
      <section aria-labelledby="erasure" class="stack">
        <Heading level={2} size="sm" id="erasure">
          {t('erasure.title')}
        </Heading>
        <p>{t('erasure.lead')}</p>
        <p>
          <Link href="/account/erasure">{t('erasure.whatGoes')}</Link>
        </p>
      </section>
    </Frame>
  );
}

/** The way back to a form that is filled in, in another window: nothing but words leads there. */
export function SignedInAsidePage() {
  const { t } = useTexts();
  return (
    <Frame title={t('signedInAside.title')} lead={t('signedInAside.lead')}>
      <p>{t('signedInAside.close')}</p>
    </Frame>
  );
}

export function BeforeSigningOutPage(props: { email: string }) {
  const { t } = useTexts();
  return (
    <Frame
      title={t('beforeSignOut.title')}
      lead={t('beforeSignOut.lead', { email: props.email })}
      trail={[{ href: '/account', label: t('nav.account') }]}
    >
      <p>
        <Link href="/account/address">{t('address.sendAgain')}</Link>
      </p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="warned" value="yes" />
        <SubmitButton variant="secondary">{t('beforeSignOut.send')}</SubmitButton>
      </form>
    </Frame>
  );
}

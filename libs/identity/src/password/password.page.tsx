import { limits } from '@isegoria/kernel';
import { ButtonLink, Form, Link, Notice, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../account/frame.page';
import { PasswordField, TokenField } from './rules/password-field.page';
import type { LinkView } from '../link/link.contract';
import { ReturnField } from '../return-path/return-path.page';
import type { NextStep } from '../link/link.page';

export function ForgottenPasswordPage(props: { form: FormState; back: string }) {
  const { t } = useTexts();
  return (
    <Frame title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <Form name="forgotten" action="/forgotten-password" state={props.form}>
        <ReturnField back={props.back} />
        <TextField
          form="forgotten"
          name="email"
          type="email"
          label={t('field.email')}
          state={props.form}
          max={limits.emailLength}
          autocomplete="username"
        />
        <SubmitButton>{t('forgotten.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

/** After anything that sent a message. */
export function LookIntoMailPage(props: { lead: string; hasMailbox: boolean; next?: readonly NextStep[] }) {
  const { t } = useTexts();
  return (
    <Frame title={t('registered.title')} lead={props.lead}>
      <p>{t('registered.spam')}</p>
      {props.hasMailbox && (
        <Notice colour="info">
          {t('registered.mailbox')} <Link href="/mailbox">{t('mailbox.title')}</Link>
        </Notice>
      )}
      {props.next && (
        <p class="button-row">
          {props.next.map(({ href, label }) => (
            <ButtonLink href={href} variant="secondary" key={href}>
              {label}
            </ButtonLink>
          ))}
        </p>
      )}
    </Frame>
  );
}

export function NewPasswordPage(props: { form: FormState; link: LinkView; token: string; back: string }) {
  const { t } = useTexts();
  return (
    <Frame title={t('forgotten.title')} lead={t('newPassword.lead', { email: props.link.email ?? '' })}>
      <Form name="new-password" action="/new-password" state={props.form}>
        <ReturnField back={props.back} />
        <TokenField token={props.token} />
        <PasswordField form="new-password" state={props.form} isNew />
        <SubmitButton>{t('newPassword.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

export function ChangePasswordPage(props: { form: FormState }) {
  const { t } = useTexts();
  return (
    <Frame title={t('password.title')} lead={t('password.lead')} trail={[{ href: '/account', label: t('nav.account') }]}>
      <Form name="password" action="/account/password" state={props.form}>
        <PasswordField form="password" state={props.form} label={t('password.current')} />
        <PasswordField form="password" name="newPassword" state={props.form} isNew />
        <SubmitButton>{t('newPassword.send')}</SubmitButton>
      </Form>
      <p>
        <Link href="/forgotten-password">{t('signIn.forgotten')}</Link>
      </p>
    </Frame>
  );
}

import { QrImage } from '@isegoria/portal-kit';
import { ButtonLink, Form, Heading, Notice, SubmitButton, useTexts, type FormState } from '@isegoria/ui';
import type { AccountView } from '../account/account.contract';
import { Frame } from '../account/frame.page';
import { PasswordField } from '../password/rules/password-field.page';
import { CodeField } from './sign-in/code-field.page';
import type { NewSecondFactor, SecondFactorView } from './second-factor.contract';

const path = '/account/second-factor';

function SecondFactorFrame(props: { children: preact.ComponentChildren; lead?: string }) {
  const { t } = useTexts();
  return (
    <Frame title={t('secondFactor.title')} lead={props.lead} trail={[{ href: '/account', label: t('nav.account') }]}>
      {props.children}
    </Frame>
  );
}

/** Where a second factor is set up, renewed and turned off. `forms` has the one that was sent and refused. */
export function SecondFactorPage(props: {
  account: AccountView;
  view: SecondFactorView;
  blank: FormState;
  forms?: { begin?: FormState; renew?: FormState; off?: FormState };
}) {
  const { t } = useTexts();
  const { blank, forms = {} } = props;
  if (!props.view.isOn)
    return (
      <SecondFactorFrame lead={t('secondFactor.lead')}>
        {props.account.lacksSecondFactor && <Notice colour="warning">{t('secondFactor.needed')}</Notice>}
        <Form name="begin" action={path} state={forms.begin ?? blank}>
          <PasswordField form="begin" state={forms.begin ?? blank} />
          <SubmitButton>{t('secondFactor.begin')}</SubmitButton>
        </Form>
      </SecondFactorFrame>
    );
  return (
    <SecondFactorFrame lead={t('secondFactor.isOn', { left: props.view.recoveryCodesLeft })}>
      <Proof name="renew" action={`${path}/recovery-codes`} state={forms.renew ?? blank} title={t('recoveryCodes.renew')} />
      <Proof name="off" action={`${path}/removal`} state={forms.off ?? blank} title={t('secondFactor.off')} danger />
    </SecondFactorFrame>
  );
}

/** A session alone is not enough: the password and a code. */
function Proof(props: { name: string; action: string; state: FormState; title: string; danger?: boolean }) {
  return (
    <section class="stack" aria-labelledby={`${props.name}-title`}>
      <Heading level={2} size="sm" id={`${props.name}-title`}>
        {props.title}
      </Heading>
      <Form name={props.name} action={props.action} state={props.state}>
        <PasswordField form={props.name} state={props.state} />
        <CodeField form={props.name} state={props.state} />
        <SubmitButton danger={props.danger} variant="secondary">
          {props.title}
        </SubmitButton>
      </Form>
    </section>
  );
}

export function SetUpPage(props: { form: FormState; factor: NewSecondFactor }) {
  const { t } = useTexts();
  const { secret, link } = props.factor;
  return (
    <SecondFactorFrame lead={t('secondFactor.scan')}>
      <QrImage text={link} label={t('secondFactor.qr')} />
      <p>{t('secondFactor.typed')}</p>
      <p>
        <code dir="ltr">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form name="confirm" action={`${path}/confirmation`} state={props.form}>
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" name="link" value={link} />
        <CodeField form="confirm" state={props.form} first />
        <SubmitButton>{t('secondFactor.confirm')}</SubmitButton>
      </Form>
    </SecondFactorFrame>
  );
}

export function RecoveryCodesPage(props: { codes: readonly string[] }) {
  const { t } = useTexts();
  return (
    <Frame title={t('recoveryCodes.title')} lead={t('recoveryCodes.lead')}>
      <ul class="stack" dir="ltr">
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Notice colour="warning">{t('recoveryCodes.once')}</Notice>
      <ButtonLink href="/account">{t('recoveryCodes.kept')}</ButtonLink>
    </Frame>
  );
}

/** An administrator helps somebody who lost the app and the codes. */
export function ResetSecondFactorPage(props: { account: AccountView; form: FormState }) {
  const { t } = useTexts();
  const { account } = props;
  return (
    <Frame title={t('resetFactor.title')} lead={t('resetFactor.lead')} trail={[{ href: '/office/accounts', label: t('accounts.title') }]}>
      <div class="card">
        <p>
          <bdi>{account.name}</bdi>
        </p>
        <p class="meta">
          <bdi>{account.email}</bdi>
        </p>
      </div>
      <Form name="reset" action={`/office/accounts/${account.id}/second-factor`} state={props.form}>
        <SubmitButton danger>{t('resetFactor.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

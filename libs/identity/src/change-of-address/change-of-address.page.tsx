import { limits } from '@isegoria/kernel';
import { Form, SubmitButton, TextField, useTexts, type Crumb, type FormState } from '@isegoria/ui';
import type { AccountView } from '../account/account.contract';
import { Frame } from '../account/frame.page';
import { PasswordField, TokenField } from '../password/rules/password-field.page';
import { ReturnField, backIn } from '../return-path/return-path.page';
import type { LinkView } from '../link/link.contract';

/** For a confirmed account, another address; before that, the link once more, also to a corrected one. */
export function AddressPage(props: { account: AccountView; form: FormState }) {
  const { t } = useTexts();
  const { form } = props;
  const isConfirmed = props.account.assurance !== 'anonymous';
  const title = t(isConfirmed ? 'address.title' : 'address.unconfirmedTitle');
  const lead = isConfirmed ? t('address.lead', { email: props.account.email }) : t('address.unconfirmedLead');
  return (
    <Frame title={title} lead={lead} trail={[{ href: '/account', label: t('nav.account') }]}>
      <Form name="address" action="/account/address" state={form}>
        <ReturnField back={backIn(form)} />
        <TextField
          form="address"
          name="email"
          type="email"
          label={t(isConfirmed ? 'address.new' : 'field.email')}
          state={form}
          max={limits.emailLength}
          autocomplete="email"
        />
        {isConfirmed && <PasswordField form="address" state={form} />}
        <SubmitButton>{t(isConfirmed ? 'address.send' : 'address.sendAgain')}</SubmitButton>
      </Form>
    </Frame>
  );
}

interface Followed {
  form: FormState;
  link: LinkView;
  token: string;
  /** The way back, for whoever does not want what the link does. */
  trail: readonly Crumb[];
}

export function NewAddressPage(props: Followed) {
  const { t } = useTexts();
  return (
    <Frame title={t('newAddress.title')} lead={t('newAddress.lead', { email: props.link.email ?? '' })} trail={props.trail}>
      <Form name="new-address" action="/new-address" state={props.form}>
        <TokenField token={props.token} />
        <PasswordField form="new-address" state={props.form} />
        <SubmitButton>{t('newAddress.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

export function OldAddressPage(props: Followed) {
  const { t } = useTexts();
  return (
    <Frame title={t('oldAddress.title')} lead={t('oldAddress.lead', { email: props.link.email ?? '' })} trail={props.trail}>
      <Form name="old-address" action="/old-address" state={props.form}>
        <TokenField token={props.token} />
        <PasswordField form="old-address" state={props.form} isNew />
        <SubmitButton>{t('oldAddress.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

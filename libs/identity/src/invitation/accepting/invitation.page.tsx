import { limits } from '@isegoria/kernel';
import { Form, Link, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { PasswordField, TokenField } from '../../password/rules/password-field.page';
import type { FollowedInvitation } from '../invitation.contract';

/** What the role is, and the form that accepts it: with the account of the address, or with one that begins here. */
export function InvitationPage(props: { invitation: FollowedInvitation; unitName: string; token: string; form: FormState }) {
  const { t, date } = useTexts();
  const { role = 'official', until, email = '', hasAccount } = props.invitation;
  const { form } = props;
  return (
    <Frame title={t('invitation.title')} lead={t('invitation.lead', { role: t(`role.${role}`), unit: props.unitName })}>
      <div class="stack">
        <p>{t(`roleAllows.${role}`)}</p>
        {until && <p>{t('invitation.until', { date: date(until) })}</p>}
        <p>{t('invitation.onRecord')}</p>
      </div>
      <p>{t(hasAccount ? 'invitation.known' : 'invitation.anew', { email })}</p>
      <Form name="invitation" action="/invitation" state={form}>
        <TokenField token={props.token} />
        {!hasAccount && (
          <TextField
            form="invitation"
            name="name"
            label={t('field.name')}
            hint={t('field.name.hint')}
            state={form}
            max={limits.nameLength}
            autocomplete="name"
          />
        )}
        <PasswordField form="invitation" state={form} isNew={!hasAccount} />
        <SubmitButton>{t('invitation.accept')}</SubmitButton>
      </Form>
      {hasAccount && (
        <p>
          <Link href="/forgotten-password">{t('signIn.forgotten')}</Link>
        </p>
      )}
      <p>{t('invitation.ignore')}</p>
    </Frame>
  );
}

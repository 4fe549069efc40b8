import { limits } from '@isegoria/kernel';
import { LanguageChoice } from '@isegoria/portal-kit';
import { Form, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../account/frame.page';

export function ProfilePage(props: { form: FormState }) {
  const { t } = useTexts();
  return (
    <Frame title={t('profile.title')} lead={t('profile.lead')} trail={[{ href: '/account', label: t('nav.account') }]}>
      <Form name="profile" action="/account/profile" state={props.form}>
        <TextField form="profile" name="name" label={t('field.name')} state={props.form} max={limits.nameLength} autocomplete="name" />
        <LanguageChoice form="profile" state={props.form} />
        <SubmitButton>{t('profile.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

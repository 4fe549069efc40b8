import { limits, zonesBeside } from '@isegoria/kernel';
import { LanguageChoice, textOf } from '@isegoria/portal-kit';
import { Form, SelectField, SubmitButton, TextField, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../account/frame.page';

export function ProfilePage(props: { form: FormState; zoneOfSite: string }) {
  const { t } = useTexts();
  const zones = zonesBeside(textOf(props.form, 'timeZone')).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    language: 'en',
  }));
  return (
    <Frame title={t('profile.title')} lead={t('profile.lead')} trail={[{ href: '/account', label: t('nav.account') }]}>
      <Form name="profile" action="/account/profile" state={props.form}>
        <TextField form="profile" name="name" label={t('field.name')} state={props.form} max={limits.nameLength} autocomplete="name" />
        <LanguageChoice form="profile" state={props.form} legend={t('profile.language')} />
        <SelectField
          form="profile"
          name="timeZone"
          label={t('field.timeZone')}
          hint={t('field.timeZone.hint')}
          state={props.form}
          choices={[{ value: '', label: t('timeZone.ofSite', { zone: props.zoneOfSite }) }, ...zones]}
          chosen={textOf(props.form, 'timeZone')}
        />
        <SubmitButton>{t('profile.send')}</SubmitButton>
      </Form>
    </Frame>
  );
}

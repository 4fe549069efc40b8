import { limits, zonesBeside } from '@isegoria/kernel';
import { PictureFields, describeFields, textOf } from '@isegoria/portal-kit';
import { languages } from '@isegoria/texts';
import { Breadcrumbs, Form, Heading, SelectField, SubmitButton, TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';

describeFields({
  institution: { wrong: 'field.institution.wrong', max: limits.nameLength },
  contactEmail: { wrong: 'field.email.wrong' },
  notice: { wrong: 'field.notice.wrong', max: limits.noticeLength },
  secondFactor: { steers: true },
  contributionsPerPerson: { wrong: 'field.contributionsPerPerson.wrong', max: limits.contributionsPerPersonMax },
  editMinutes: { wrong: 'field.editMinutes.wrong', max: limits.editMinutesMax },
  timeZone: { wrong: 'field.timeZone.wrong', steers: true },
  colour: { wrong: 'field.colour.wrong' },
});

/** How the site names itself, where it can be written to, and what it tells everybody. */
export function SettingsPage(props: { form: FormState; zoneAsInstalled: string }) {
  const { t, nameOf } = useTexts();
  const form = { form: 'settings', state: props.form } as const;
  const zones = zonesBeside(textOf(props.form, 'timeZone')).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    language: 'en',
  }));
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('settings.title')}
        </Heading>
        <p class="lead">{t('settings.lead')}</p>
      </div>
      <Form name="settings" action="/office/settings" state={props.form} withFiles>
        {languages.map((language) => {
          const label = t('settings.institution', { language: nameOf(language) });
          return (
            <TextField
              {...form}
              key={language}
              name={`institution.${language}`}
              label={label}
              hint={t('settings.institutionHint')}
              max={limits.nameLength}
            />
          );
        })}
        <TextField
          {...form}
          name="contactEmail"
          type="email"
          label={t('settings.contactEmail')}
          hint={t('settings.contactHint')}
          max={limits.emailLength}
        />
        {languages.map((language) => {
          const label = t('settings.notice', { language: nameOf(language) });
          return (
            <TextArea
              {...form}
              key={language}
              name={`notice.${language}`}
              label={label}
              hint={t('settings.noticeHint')}
              max={limits.noticeLength}
              rows={3}
            />
          );
        })}
        <SelectField
          {...form}
          name="timeZone"
          label={t('settings.timeZone')}
          hint={t('settings.timeZoneHint')}
          choices={[{ value: '', label: t('settings.zoneAsInstalled', { zone: props.zoneAsInstalled }) }, ...zones]}
          chosen={textOf(props.form, 'timeZone')}
        />
        <PictureFields
          {...form}
          name="crest"
          legend={t('settings.crest')}
          label={t('settings.chooseCrest')}
          hint={t('settings.crestHint', { megabytes: limits.fileBytes / 1024 / 1024 })}
          alt={{ label: t('settings.crestAlt'), hint: t('settings.crestAltHint') }}
        />
        <TextField {...form} name="colour" label={t('settings.colour')} hint={t('settings.colourHint')} />
        <TextField
          {...form}
          name="contributionsPerPerson"
          label={t('settings.contributionsPerPerson')}
          hint={t('settings.contributionsHint', { most: limits.contributionsPerPerson })}
        />
        <TextField
          {...form}
          name="editMinutes"
          label={t('settings.editMinutes')}
          hint={t('settings.editMinutesHint', { minutes: limits.editMinutes })}
        />
        <TextField
          {...form}
          name="answerWithinDays"
          label={t('settings.answerWithinDays')}
          hint={t('settings.answerWithinDaysHint', { days: limits.answerDays })}
        />
        <SelectField
          {...form}
          name="secondFactor"
          label={t('settings.secondFactor')}
          choices={[
            { value: 'needed', label: t('settings.secondFactorNeeded') },
            { value: 'free', label: t('settings.secondFactorFree') },
          ]}
          chosen={textOf(props.form, 'secondFactor')}
        />
        <SubmitButton>{t('settings.save')}</SubmitButton>
      </Form>
    </div>
  );
}

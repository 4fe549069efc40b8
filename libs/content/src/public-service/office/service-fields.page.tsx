import { limits } from '@isegoria/kernel';
import { describeFields } from '@isegoria/portal-kit';
import { TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import { weekdays } from '../described/described.contract';
import { nameOfDay } from '../reading/as-read';

describeFields({
  'words.title': { label: 'serviceForm.name', max: limits.titleLength },
  'words.summary': { label: 'serviceForm.summary', max: limits.summaryLength },
  'words.eligibility': { label: 'serviceForm.eligibility', max: limits.serviceTextLength },
  'words.needed': { label: 'serviceForm.needed' },
  'words.cost': { label: 'serviceForm.cost', max: limits.optionLength },
  'words.duration': { label: 'serviceForm.duration', max: limits.optionLength },
  'words.office': { label: 'serviceForm.office', max: limits.aboutLength },
  'words.post': { label: 'serviceForm.post', max: limits.aboutLength },
  'channels.online': { label: 'serviceForm.online' },
  online: { wrong: 'serviceForm.onlineWrong' },
  'channels.phone': { label: 'serviceForm.phone' },
  'channels.email': { label: 'serviceForm.email' },
  lifeEvents: { label: 'serviceForm.lifeEvents', isChosen: true },
  ...Object.fromEntries(weekdays.map((day) => [`hours.${day}`, { wrong: 'serviceForm.hoursWrong' } as const])),
});

interface Fields {
  readonly form: string;
  readonly state: FormState;
}

/** What is said of a service in one language. */
export function WordsFields(props: Fields) {
  const { t } = useTexts();
  return (
    <>
      <TextField {...props} name="words.title" label={t('serviceForm.name')} hint={t('serviceForm.nameHint')} max={limits.titleLength} />
      <TextArea {...props} name="words.summary" label={t('serviceForm.summary')} max={limits.summaryLength} rows={3} />
      <TextArea
        {...props}
        name="words.needed"
        label={t('serviceForm.needed')}
        hint={t('serviceForm.neededHint')}
        rows={5}
      />
      <TextField {...props} name="words.cost" label={t('serviceForm.cost')} hint={t('serviceForm.costHint')} max={limits.optionLength} />
      <TextField
        {...props}
        name="words.duration"
        label={t('serviceForm.duration')}
        hint={t('serviceForm.durationHint')}
        max={limits.optionLength}
      />
      <TextArea
        {...props}
        name="words.eligibility"
        label={t('serviceForm.eligibility')}
        hint={t('field.markdown')}
        max={limits.serviceTextLength}
        rows={6}
      />
      <TextArea
        {...props}
        name="words.office"
        label={t('serviceForm.office')}
        hint={t('serviceForm.optional')}
        max={limits.aboutLength}
        rows={3}
      />
      <TextArea
        {...props}
        name="words.post"
        label={t('serviceForm.post')}
        hint={t('serviceForm.optional')}
        max={limits.aboutLength}
        rows={3}
      />
    </>
  );
}

/** How people reach it. */
export function ChannelFields(props: Fields) {
  const { t, language } = useTexts();
  return (
    <>
      <TextField
        {...props}
        name="channels.online"
        label={t('serviceForm.online')}
        hint={t('serviceForm.onlineHint')}
        max={limits.linkLength}
      />
      <TextField {...props} name="channels.phone" label={t('serviceForm.phone')} hint={t('serviceForm.phoneHint')} />
      <TextField {...props} name="channels.email" type="email" label={t('serviceForm.email')} hint={t('serviceForm.optional')} />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t('service.hours')}</legend>
        <p data-field="description">{t('serviceForm.hoursHint')}</p>
        {weekdays.map((day) => (
          <TextField {...props} name={`hours.${day}`} label={nameOfDay(day, language)} key={day} />
        ))}
      </fieldset>
    </>
  );
}

import { listOf } from '@isegoria/portal-kit';
import { Choices, Heading, TextArea, useTexts, type FormState } from '@isegoria/ui';

/** What an office sets in a poll. */
export function DraftFields(props: { form: FormState }) {
  const { t } = useTexts();
  const { form } = props;
  return (
    <fieldset class="ds-fieldset card card-tinted">
      <legend class="ds-sr-only">{t('method.poll')}</legend>
      <Heading level={2} size="xs">
        {t('method.poll')}
      </Heading>
      <TextArea form="draft" name="options" label={t('field.options')} hint={t('field.onePerLine')} state={form} rows={5} />
      <Choices
        form="draft"
        name="multiple"
        legend={t('field.multiple')}
        multiple
        choices={[{ value: 'yes', label: t('poll.chooseSeveral') }]}
        chosen={listOf(form, 'multiple')}
        state={form}
      />
    </fieldset>
  );
}

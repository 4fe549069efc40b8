import { textOf } from '@isegoria/portal-kit';
import { Choices, Heading, TextArea, useTexts, type FormState } from '@isegoria/ui';
import { moderationModes } from '../deliberation.contract';

/** What an office sets in a deliberation. */
export function DraftFields(props: { form: FormState }) {
  const { t } = useTexts();
  const { form } = props;
  return (
    <fieldset class="ds-fieldset card card-tinted">
      <legend class="ds-sr-only">{t('method.deliberation')}</legend>
      <Heading level={2} size="xs">
        {t('method.deliberation')}
      </Heading>
      <TextArea form="draft" name="statements" label={t('field.statements')} hint={t('field.onePerLine')} state={form} rows={6} />
      <Choices
        form="draft"
        name="moderation"
        legend={t('consultation.moderation')}
        choices={moderationModes.map((mode) => ({ value: mode, label: t(`moderation.${mode}`) }))}
        chosen={[textOf(form, 'moderation') || 'before']}
        state={form}
      />
    </fieldset>
  );
}

import { textOf } from '@isegoria/portal-kit';
import { Choices, TextArea, useTexts } from '@isegoria/ui';
import type { DraftFieldsProps } from '../../method/method.page';
import { moderationModes } from '../deliberation.contract';

/** What an office sets in a deliberation. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <TextArea form="draft" name={`${at}statements`} label={t('field.statements')} hint={t('field.onePerLine')} state={form} rows={6} />
      <Choices
        form="draft"
        name={`${at}moderation`}
        legend={t('consultation.moderation')}
        choices={moderationModes.map((mode) => ({ value: mode, label: t(`moderation.${mode}`) }))}
        chosen={[textOf(form, `${at}moderation`) || 'before']}
        state={form}
      />
    </>
  );
}

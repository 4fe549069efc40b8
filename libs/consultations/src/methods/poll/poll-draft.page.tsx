import { listOf } from '@isegoria/portal-kit';
import { Choices, TextArea, useTexts } from '@isegoria/ui';
import type { DraftFieldsProps } from '../method/method.page';

/** What an office sets in a poll. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <TextArea form="draft" name={`${at}options`} label={t('field.options')} hint={t('field.onePerLine')} state={form} rows={5} />
      <Choices
        form="draft"
        name={`${at}multiple`}
        legend={t('field.multiple')}
        multiple
        choices={[{ value: 'yes', label: t('poll.chooseSeveral') }]}
        chosen={listOf(form, `${at}multiple`)}
        state={form}
      />
    </>
  );
}

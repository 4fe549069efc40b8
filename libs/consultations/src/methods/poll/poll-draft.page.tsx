import { listOf } from '@isegoria/portal-kit';
import { Choices, useTexts } from '@isegoria/ui';
import { HiddenResultsField } from '../../hidden-results/hidden-results.page';
import { OptionsField } from '../choices/options/options-field.page';
import type { DraftFieldsProps } from '../method/method.page';

/** What an office sets in a poll. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <OptionsField form={form} at={at} />
      <Choices
        form="draft"
        name={`${at}multiple`}
        legend={t('field.multiple')}
        multiple
        choices={[{ value: 'yes', label: t('poll.chooseSeveral') }]}
        chosen={listOf(form, `${at}multiple`)}
        state={form}
      />
      <HiddenResultsField form={form} at={at} />
    </>
  );
}

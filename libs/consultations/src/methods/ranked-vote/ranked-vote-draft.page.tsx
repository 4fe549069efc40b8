import { textIfAny } from '@isegoria/portal-kit';
import { Choices, useTexts } from '@isegoria/ui';
import { HiddenResultsField } from '../../hidden-results/hidden-results.page';
import { OptionsField } from '../choices/options/options-field.page';
import type { DraftFieldsProps } from '../method/method.page';
import { countings } from './ranked-vote.contract';

/** What an office sets in a ranked vote. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <OptionsField form={form} at={at} />
      <Choices
        form="draft"
        name={`${at}counting`}
        legend={t('field.counting')}
        choices={countings.map((counting) => ({ value: counting, label: t(`counting.${counting}`) }))}
        chosen={[textIfAny(form, `${at}counting`) || countings[0]]}
        state={form}
      />
      <HiddenResultsField form={form} at={at} />
    </>
  );
}

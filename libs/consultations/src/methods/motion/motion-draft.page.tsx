import { limits } from '@isegoria/kernel';
import { describeFields, textIfAny, textOf } from '@isegoria/portal-kit';
import { Choices, TextField, useTexts, type FormState } from '@isegoria/ui';
import { HiddenResultsField } from '../../hidden-results/hidden-results.page';
import type { DraftFieldsProps } from '../method/method.page';
import { majorities } from './motion.contract';

describeFields({ majority: { steers: true }, quorum: { wrong: 'field.quorum.wrong', max: limits.quorumMax } });

/** What an office sets in a vote on a motion. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Choices
        form="draft"
        name={`${at}majority`}
        legend={t('field.majority')}
        choices={majorities.map((majority) => ({ value: majority, label: t(`majority.${majority}`) }))}
        chosen={[textIfAny(form, `${at}majority`) || majorities[0]]}
        state={form}
      />
      <TextField form="draft" name={`${at}quorum`} label={t('field.quorum')} hint={t('field.quorum.hint')} state={form} />
      <HiddenResultsField form={form} at={at} />
    </>
  );
}

/** What is no whole number becomes one that the API refuses. */
export function quorumTyped(form: FormState): number | undefined {
  const text = textOf(form, 'quorum').trim();
  if (text === '') return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

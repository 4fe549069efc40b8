import { describeFields, textIfAny } from '@isegoria/portal-kit';
import { Choices, useTexts } from '@isegoria/ui';
import { HiddenResultsField } from '../../hidden-results/hidden-results.page';
import { OptionsField } from '../choices/options/options-field.page';
import type { DraftFieldsProps } from '../method/method.page';
import { highestScores, scorings } from './score-vote.contract';

describeFields({ scoring: { steers: true }, highestScore: { steers: true } });

/** What an office sets in a score vote. */
export function DraftFields({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <OptionsField form={form} at={at} />
      <Choices
        form="draft"
        name={`${at}highestScore`}
        legend={t('field.highestScore')}
        choices={highestScores.map((highest) => ({ value: String(highest), label: t('score.upTo', { highest }) }))}
        chosen={[textIfAny(form, `${at}highestScore`) || String(highestScores[0])]}
        state={form}
      />
      <Choices
        form="draft"
        name={`${at}scoring`}
        legend={t('field.scoring')}
        choices={scorings.map((scoring) => ({ value: scoring, label: t(`scoring.${scoring}`) }))}
        chosen={[textIfAny(form, `${at}scoring`) || scorings[0]]}
        state={form}
      />
      <HiddenResultsField form={form} at={at} />
    </>
  );
}

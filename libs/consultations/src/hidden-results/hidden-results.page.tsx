import { describeFields, listOf } from '@isegoria/portal-kit';
import { Choices, useTexts, type FormState } from '@isegoria/ui';
import type { ActivityView } from '../activity/activity.contract';
import { whenClosed } from '../methods/choices/results/found.page';
import type { DraftFieldsProps, MethodDashboard } from '../methods/method/method.page';
import type { PhaseView } from '../phase/phase.contract';
import type { ActivityResults } from '../results/results.contract';

describeFields({ resultsHidden: { steers: true } });

/** Where an office has the results of a vote hidden until it closes. */
export function HiddenResultsField({ form, at }: DraftFieldsProps) {
  const { t } = useTexts();
  return (
    <Choices
      form="draft"
      name={`${at}resultsHidden`}
      legend={t('field.resultsHidden')}
      hint={t('field.resultsHidden.hint')}
      multiple
      choices={[{ value: 'yes', label: t('hidden.untilClosed') }]}
      chosen={listOf(form, `${at}resultsHidden`)}
      state={form}
    />
  );
}

/** What the field says, for the draft of an activity. */
export const hiddenTyped = (form: FormState): { resultsHidden?: boolean } =>
  listOf(form, 'resultsHidden').includes('yes') ? { resultsHidden: true } : {};

/** What the settings of an activity say, for the field. */
export const hiddenAsTyped = ({ resultsHidden }: { readonly resultsHidden?: boolean }): { resultsHidden: string[] } => ({
  resultsHidden: resultsHidden ? ['yes'] : [],
});

/** Said before anybody votes. */
export function ResultsAreHidden({ activity, phase }: { activity: ActivityView; phase: Pick<PhaseView, 'status'> }) {
  const { t } = useTexts();
  if (!activity.settings.resultsHidden || phase.status === 'closed') return null;
  return <p data-results-hidden>{t('hidden.stated')}</p>;
}

/**
 * In place of what its method shows of the results of an activity. Between the closing and the key that opens the ballots, the closing is
 * not what is waited for any more.
 */
export function hiddenDashboard(results: Pick<ActivityResults, 'closed'>): MethodDashboard {
  const says = `hidden.finding${whenClosed(results)}` as const;
  return {
    stamp: `hidden${whenClosed(results)}`,
    Finding: () => <p>{useTexts().t(says)}</p>,
    outcome: ({ t }) => [t(says)],
    Results: () => null,
  };
}

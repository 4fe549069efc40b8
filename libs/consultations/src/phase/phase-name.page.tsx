import type { Texts } from '@isegoria/texts';
import { Words, useTexts } from '@isegoria/ui';
import type { PhaseView } from './phase.contract';

/** Within `About` the consultation. */
export function PhaseName(props: { phase: Pick<PhaseView, 'title'>; index: number }) {
  const { t } = useTexts();
  const { title } = props.phase;
  return title === null ? <>{t('phases.number', { number: props.index + 1 })}</> : <Words text={title} by="office" />;
}

/** The name of a phase where only plain text is possible. */
export function phaseNameIn(t: Texts['t'], { phases }: { phases: readonly PhaseView[] }, phaseId: string): string {
  const index = phases.findIndex(({ id }) => id === phaseId);
  return phases[index]?.title ?? t('phases.number', { number: index + 1 });
}

import type { Language, Texts } from '@isegoria/texts';
import { useTexts } from '@isegoria/ui';
import type { PhaseView } from './phase.contract';

/** @param props.language in which the consultation is written */
export function PhaseName(props: { phase: Pick<PhaseView, 'title'>; index: number; language: Language }) {
  const { t } = useTexts();
  const { title } = props.phase;
  return title === null ? <>{t('phases.number', { number: props.index + 1 })}</> : <bdi lang={props.language}>{title}</bdi>;
}

/** The name of a phase where only plain text is possible. */
export function phaseNameIn(t: Texts['t'], { phases }: { phases: readonly PhaseView[] }, phaseId: string): string {
  const index = phases.findIndex(({ id }) => id === phaseId);
  return phases[index]?.title ?? t('phases.number', { number: index + 1 });
}

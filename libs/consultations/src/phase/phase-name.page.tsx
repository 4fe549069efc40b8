import type { Language } from '@isegoria/texts';
import { useTexts } from '@isegoria/ui';
import type { PhaseView } from './phase.contract';

/** @param props.language in which the consultation is written */
export function PhaseName(props: { phase: PhaseView; index: number; language: Language }) {
  const { t } = useTexts();
  const { title } = props.phase;
  return title === null ? <>{t('phases.number', { number: props.index + 1 })}</> : <bdi lang={props.language}>{title}</bdi>;
}

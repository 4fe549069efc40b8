import type { PhaseInRow } from '../../phase/phase.read-model';
import { aboutOf, type About } from './about.contract';

/** The words stand with the first phase, so that rows of an earlier version can be read: they have none. */
export function aboutIn(phases: readonly PhaseInRow[]): About {
  return aboutOf(phases[0]?.kept?.['about'] as Partial<About> | undefined);
}

/** Where in the log the words that stand were recorded; 0 in rows of an earlier version. */
export function versionIn(phases: readonly PhaseInRow[]): number {
  return (phases[0]?.kept?.['version'] as number | undefined) ?? 0;
}

/** The phases with other words kept; each act keeps what else is there. */
export function withAbout(phases: readonly PhaseInRow[], about: Partial<About> | undefined, version: number): PhaseInRow[] {
  return phases.map((phase, index) => (index > 0 ? phase : { ...phase, kept: { ...phase.kept, about: aboutOf(about), version } }));
}

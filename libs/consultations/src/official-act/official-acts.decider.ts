import { closure } from '../closure/closure.decider';
import { outcome } from '../outcome/outcome.decider';
import { publication } from '../publication/publication.decider';
import type { OfficialAct } from './official-act.decider';

/** What officials do to consultations, one line an act. */
export const officialActs: readonly OfficialAct[] = [publication, closure, outcome];

import { rule, type Judged, type Rule, type RulesOf } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../../consultation/audit/consultation-facts.recount';
import type { PhaseFacts } from './phase-facts.recount';
import type { PhaseEvent } from '../phase.contract';

/** What is recorded because a date has come. */
export function rulesOfPhases(known: KnownConsultations): RulesOf<PhaseEvent> {
  const about = (name: string, says: string, isKept: (phase: PhaseFacts, time: number) => boolean): Rule<PhaseEvent> =>
    rule(name, says, ({ data, time }: Judged<PhaseEvent>) => {
      const consultation = known.of(data.consultationId);
      const phase = consultation?.phase(data.phaseId);
      // What an official closed has no further dates.
      return !!phase && !!consultation?.isPublished && consultation.closedEarlyAt === undefined && isKept(phase, time);
    });
  return {
    PhaseOpened: [
      about('opened-by-date', 'A phase opens once, when its date has come.', (phase, time) => !phase.opened && phase.mayHaveBegun(time)),
    ],
    PhaseClosed: [
      about(
        'closed-by-date',
        'A phase closes once, after it opened, when its date has come.',
        (phase, time) => phase.opened && !phase.closed && phase.mayBeOver(time),
      ),
    ],
  };
}

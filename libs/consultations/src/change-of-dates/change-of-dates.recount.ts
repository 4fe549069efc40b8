import { leeway, rule, type ActsInWords, type Rule } from '@isegoria/audit-kit';
import type { ConsultationFacts, KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { DatesSaid } from '../phase/dates/dates-said.recount';
import type { PhaseFacts } from '../phase/audit/phase-facts.recount';
import type { PhaseDatesChanged } from './change-of-dates.contract';

export const datesOfChange: DatesSaid = ({ type, data }, phaseId) =>
  type === 'PhaseDatesChanged' && data.phaseId === phaseId ? data : undefined;

export const actsOfChangesOfDates: ActsInWords<PhaseDatesChanged> = {
  PhaseDatesChanged: ({ by, phaseId, opensAt, closesAt, reason }, _, nameOf) => {
    const name = nameOf(phaseId);
    return `${name === undefined ? '' : `${name} `}open from ${opensAt} to ${closesAt} by a change of account ${by}: "${reason}"`;
  },
};

interface Changed {
  readonly consultation: ConsultationFacts;
  readonly phase: PhaseFacts;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly time: number;
}

/** Forms give times to the minute, so that a phase that opens at once opens in this minute. */
const minute = 60_000;

export function rulesOfChangesOfDates(known: KnownConsultations): readonly Rule<PhaseDatesChanged>[] {
  const about = (name: string, says: string, isKept: (change: Changed) => boolean): Rule<PhaseDatesChanged> =>
    rule(name, says, ({ data, time }) => {
      const consultation = known.of(data.consultationId);
      const phase = consultation?.phase(data.phaseId);
      if (!consultation || !phase) return false;
      return isKept({ consultation, phase, opensAt: Date.parse(data.opensAt), closesAt: Date.parse(data.closesAt), time });
    });
  return [
    about(
      'dates-of-running-phase',
      'Dates change of phases that are published and not over.',
      ({ consultation, phase, time }) =>
        consultation.isPublished && consultation.closedEarlyAt === undefined && !phase.closed && time <= phase.dates!.closesAt + leeway,
    ),
    about('beginning-stays', 'The beginning of a phase that has begun stays as it was.', ({ phase, opensAt, time }) => {
      const { dates, opened } = phase;
      return opensAt === dates!.opensAt || (!opened && time <= dates!.opensAt + leeway);
    }),
    about(
      'nothing-begins-in-the-past',
      'No phase is made to begin before the minute in which its dates are changed.',
      ({ phase, opensAt, time }) => opensAt === phase.dates!.opensAt || opensAt + minute + leeway >= time,
    ),
    about(
      'phases-keep-their-order',
      'Phases keep their order, and each ends after it begins.',
      ({ consultation, phase, opensAt, closesAt }) => {
        const index = consultation.phases.indexOf(phase);
        const [before, next] = [consultation.phases[index - 1]?.dates?.closesAt, consultation.phases[index + 1]?.dates?.opensAt];
        return opensAt < closesAt && opensAt >= (before ?? -Infinity) && closesAt <= (next ?? Infinity);
      },
    ),
    about('ends-in-the-future', 'No phase is made to end before its dates are changed.', ({ closesAt, time }) => closesAt + leeway > time),
  ];
}

import { leeway, rule, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationClosed } from '../consultation/consultation.contract';

export function rulesOfClosures(known: KnownConsultations): readonly Rule<ConsultationClosed>[] {
  return [
    rule(
      'closed-once-begun',
      'An official closes a consultation that was published and has begun.',
      ({ data: { consultationId }, time }) => {
        const consultation = known.of(consultationId);
        return !!consultation?.isPublished && consultation.phases[0]!.mayHaveBegun(time);
      },
    ),
    rule('closed-while-it-runs', 'An official closes a consultation that is not over, and once.', ({ data: { consultationId }, time }) => {
      const { closedEarlyAt, phases } = known.of(consultationId)!;
      const last = phases.at(-1)!;
      return closedEarlyAt === undefined && !last.closed && time <= last.dates!.closesAt + leeway;
    }),
  ];
}

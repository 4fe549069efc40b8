import { leeway, rule, type ActsInWords, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationCancelled } from './cancellation.contract';

export const actsOfCancellations: ActsInWords<ConsultationCancelled> = {
  ConsultationCancelled: ({ by, reason }) => `cancelled before it began by account ${by}: "${reason}"`,
};

export function rulesOfCancellations(known: KnownConsultations): readonly Rule<ConsultationCancelled>[] {
  return [
    rule(
      'cancelled-before-it-begins',
      'A consultation is cancelled when it is published and has not begun, and once.',
      ({ data: { consultationId }, time }) => {
        const consultation = known.of(consultationId);
        if (!consultation?.isPublished || consultation.closedEarlyAt !== undefined) return false;
        const { opened, dates } = consultation.phases[0]!;
        return !opened && time <= dates!.opensAt + leeway;
      },
    ),
  ];
}

import { leeway, rule, type ActsInWords, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationCorrected } from './correction.contract';
import { hasSameLetters } from './same-letters';

export const actsOfCorrections: ActsInWords<ConsultationCorrected> = {
  ConsultationCorrected: ({ by, title, note }) => `corrected by account ${by}, now "${title}": "${note}"`,
};

export function rulesOfCorrections(known: KnownConsultations): readonly Rule<ConsultationCorrected>[] {
  return [
    rule(
      'corrected-once-published',
      'The words of a consultation are corrected when it is published; a draft is revised.',
      ({ data: { consultationId } }) => !!known.of(consultationId)?.isPublished,
    ),
    rule(
      'title-stays-once-begun',
      'Once a consultation has begun, its title keeps its letters and digits.',
      ({ data: { consultationId, title }, time }) => {
        const consultation = known.of(consultationId)!;
        const { opened, dates } = consultation.phases[0]!;
        const mayStillChange = !opened && time <= dates!.opensAt + leeway;
        return mayStillChange || hasSameLetters(title, consultation.title);
      },
    ),
  ];
}

import { rule, type ActsInWords, type Rule } from '@isegoria/audit-kit';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { OutcomePublished } from './outcome.contract';

export const actsOfOutcomes: ActsInWords<OutcomePublished> = {
  OutcomePublished: ({ by, weDid, note }) => `outcome ${note ? `changed ("${note}")` : 'published'} by account ${by}: "${weDid}"`,
};

export function rulesOfOutcomes(known: KnownConsultations): readonly Rule<OutcomePublished>[] {
  return [
    rule('outcome-when-over', 'An outcome is published when the consultation is over.', ({ data: { consultationId }, time }) => {
      const consultation = known.of(consultationId);
      return (
        !!consultation?.isPublished &&
        !consultation.isCancelled &&
        (consultation.closedEarlyAt !== undefined || consultation.phases.at(-1)!.mayBeOver(time))
      );
    }),
    rule(
      'outcome-changed-with-note',
      'An outcome is published without a note; each later event changes it, and says why, since offices are asked for it.',
      ({ data: { consultationId, note } }) => note === undefined || !!known.of(consultationId)?.isAnswered === !!note,
    ),
  ];
}

import { IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, command, event, limits, type DomainEvent } from '@isegoria/kernel';
import { newConsultation } from '../consultation/draft/draft.contract';
import { consultations, sampleIds } from '../streams.contract';

export class CancelConsultation {
  @IsUUID()
  consultationId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const cancelConsultation = command(CancelConsultation, {
  route: 'POST /consultations/:consultationId/cancellation',
  may: 'consult',
  summary: 'Cancel a published consultation that has not begun, with the reason',
  versionedBy: newConsultation,
});

/** That it never opened, as everybody sees it. */
export class CancellationView {
  @IsString() readonly reason: string;
  @IsISO8601() readonly cancelledAt: string;
}

const { consultationId, by } = sampleIds;

export type ConsultationCancelled = DomainEvent<'ConsultationCancelled', { consultationId: string; reason: string; by: string }>;
export const consultationCancelled = event<ConsultationCancelled>('ConsultationCancelled', {
  stream: consultations,
  says: 'A published consultation that has not begun never will; everybody sees that, and why.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: { consultationId, reason: 'The plan was given up.', by },
});

import type { CountedEvent } from '../methods/method.recount';
import type { PhaseDates } from '../phase/phase.contract';

export function datesOfPublication({ type, data }: CountedEvent, phaseId: string): PhaseDates | undefined {
  return type === 'ConsultationPublished' ? data.phases?.find((phase) => phase.phaseId === phaseId) : undefined;
}

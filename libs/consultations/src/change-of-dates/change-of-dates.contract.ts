import { IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, Nested, PageRequest, command, event, limits, pageQuery, type DomainEvent } from '@isegoria/kernel';
import { newDatesOfConsultation } from '../consultation/draft/draft.contract';
import { PhaseDates } from '../phase/phase.contract';
import { consultations, sampleIds } from '../streams.contract';

export class ChangeDates extends PhaseDates {
  @IsUUID()
  consultationId: string;

  @IsUUID()
  phaseId: string;

  @IsPlainText()
  @MaxLength(limits.reasonLength)
  reason: string;
}
export const changeDates = command(ChangeDates, {
  route: 'POST /consultations/:consultationId/phases/:phaseId/dates',
  may: 'consult',
  summary: 'Extend or correct the dates of a published phase that is not over, with the reason',
  versionedBy: newDatesOfConsultation,
});

/** One change, as everybody sees it. */
export class DateChangeView {
  @IsUUID() readonly phaseId: string;
  @Nested(() => PhaseDates) readonly before: PhaseDates;
  @Nested(() => PhaseDates) readonly after: PhaseDates;
  @IsString() readonly reason: string;
  @IsISO8601() readonly changedAt: string;
}

export class ListDateChanges extends PageRequest {
  @IsUUID() consultationId: string;
}
export const listDateChanges = pageQuery(ListDateChanges, DateChangeView, {
  route: 'GET /consultations/:consultationId/date-changes',
  may: 'anyone',
  summary: 'All changes of the dates of a consultation, the last one first',
});

const { consultationId, phaseId, by } = sampleIds;

export type PhaseDatesChanged = DomainEvent<
  'PhaseDatesChanged',
  { consultationId: string; phaseId: string; opensAt: string; closesAt: string; reason: string; by: string }
>;
export const phaseDatesChanged = event<PhaseDatesChanged>('PhaseDatesChanged', {
  stream: consultations,
  says: 'A published phase that is not over has other dates from now on; everybody sees what they were and why they were changed.',
  may: 'consult',
  act: { subject: 'consultationId' },
  sample: {
    consultationId,
    phaseId,
    opensAt: '2026-03-01T00:00:00.000Z',
    closesAt: '2026-04-15T00:00:00.000Z',
    reason: 'The plan was laid out late.',
    by,
  },
});

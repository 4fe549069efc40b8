import { ArrayMaxSize, ArrayMinSize, IsIn, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsMoment, IsOneLine, Nested, OrAbsent, OrNull, event, limits, type DomainEvent } from '@isegoria/kernel';
import { DraftActivity } from '../activity/activity.contract';
import { consultations, sampleIds } from '../streams.contract';

/** A stretch of time in a consultation, with what people can do in it. */
export class DraftPhase {
  /** Absent if there is only one phase. */
  @OrAbsent()
  @IsOneLine()
  @MaxLength(limits.titleLength)
  title?: string;

  @Nested(() => DraftActivity, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.activitiesMax)
  activities: DraftActivity[];
}

/** When a phase is open: RFC 3339, each with its zone. One that is published with an opening that is over opens now. */
export class PhaseDates {
  @IsMoment()
  opensAt: string;

  @IsMoment()
  closesAt: string;
}

/** `scheduled` = published, opening date to come. */
export const phaseStatuses = ['draft', 'scheduled', 'open', 'closed'] as const;
export type PhaseStatus = (typeof phaseStatuses)[number];

export class PhaseView {
  @IsUUID() readonly id: string;
  @OrNull() @IsString() readonly title: string | null;
  @IsIn(phaseStatuses) readonly status: PhaseStatus;
  @OrNull() @IsISO8601() readonly opensAt: string | null;
  @OrNull() @IsISO8601() readonly closesAt: string | null;
}

const { consultationId, phaseId } = sampleIds;

export type PhaseOpened = DomainEvent<'PhaseOpened', { consultationId: string; phaseId: string }>;
export const phaseOpened = event<PhaseOpened>('PhaseOpened', {
  stream: consultations,
  says: 'Recorded when the opening date of a phase has come.',
  sample: { consultationId, phaseId },
});

export type PhaseClosed = DomainEvent<'PhaseClosed', { consultationId: string; phaseId: string }>;
export const phaseClosed = event<PhaseClosed>('PhaseClosed', {
  stream: consultations,
  says: 'Recorded when the closing date of a phase has come. With its last phase the consultation is closed.',
  sample: { consultationId, phaseId },
});
export type PhaseEvent = PhaseOpened | PhaseClosed;

import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainText, Nested, OrNull, event, limits, type DomainEvent } from '@isegoria/kernel';
import { MethodDraft, MethodSettingsView, methodNames, type MethodName, type MethodSettings } from '../methods/methods.contract';
import type { BallotsRevealed } from '../hidden-results/hidden-results.contract';
import { activities, sampleIds } from '../streams.contract';

/** One way of taking part in a phase. */
export class DraftActivity extends MethodDraft {
  @IsIn(methodNames)
  method: MethodName;

  /** Absent if the title of the consultation says enough. */
  @IsOptional()
  @IsPlainText()
  @MaxLength(limits.titleLength)
  title?: string;
}

export class ActivityView {
  @IsUUID() readonly id: string;
  @IsUUID() readonly phaseId: string;
  @IsIn(methodNames) readonly method: MethodName;
  @OrNull() @IsString() readonly title: string | null;
  /** What its method lets an office set. */
  @Nested(() => MethodSettingsView) readonly settings: MethodSettingsView;
}

const { consultationId, phaseId, activityId, by } = sampleIds;

export type ActivityDrafted = DomainEvent<
  'ActivityDrafted',
  {
    activityId: string;
    consultationId: string;
    phaseId: string;
    method: MethodName;
    title: string | null;
    settings: MethodSettings;
    by: string;
  }
>;
export const activityDrafted = event<ActivityDrafted>('ActivityDrafted', {
  stream: activities,
  says: 'A way of taking part is put into a phase of a consultation that is being drafted. `settings` are those of its method.',
  may: 'consult',
  sample: {
    activityId,
    consultationId,
    phaseId,
    method: 'poll',
    title: null,
    settings: {
      multiple: true,
      options: [
        { id: '1', text: 'A pool' },
        { id: '2', text: 'A garden' },
      ],
    },
    by,
  },
});
export type ActivityEvent = ActivityDrafted | BallotsRevealed;

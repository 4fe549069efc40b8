import { IsIn, IsInt, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsOneLine, Nested, OrAbsent, OrNull, PageRequest, event, limits, pageQuery, type DomainEvent } from '@isegoria/kernel';
import { MethodDraft, MethodSettingsView, methodNames, type MethodName, type MethodSettings } from '../methods/methods.contract';
import type { BallotsRevealed } from '../hidden-results/hidden-results.contract';
import { activities, sampleIds } from '../streams.contract';

/** One way of taking part in a phase. */
export class DraftActivity extends MethodDraft {
  @IsIn(methodNames)
  method: MethodName;

  /** Absent if the title of the consultation says enough. */
  @OrAbsent()
  @IsOneLine()
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
  /** The log position of these settings. */
  @IsInt() readonly version: number;
}

/** What an office set in an activity, before and after it was corrected. */
export class ActivityCorrectionView {
  @IsISO8601() readonly correctedAt: string;
  @IsString() readonly note: string;
  @Nested(() => MethodSettingsView) readonly before: MethodSettingsView;
  @Nested(() => MethodSettingsView) readonly after: MethodSettingsView;
}

export class ListActivityCorrections extends PageRequest {
  @IsUUID() activityId: string;
}
export const listActivityCorrections = pageQuery(ListActivityCorrections, ActivityCorrectionView, {
  route: 'GET /activities/:activityId/corrections',
  may: 'anyone',
  summary: 'All corrections of what an office set in a published activity, such as the questions of a survey, the last one first',
});

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
/** What makes a new version of the settings of an activity. */
export const newSettingsOfActivity = ['ActivityDrafted', 'ActivityCorrected'] as const;

export type ActivityCorrected = DomainEvent<
  'ActivityCorrected',
  { activityId: string; consultationId: string; settings: MethodSettings; note: string; by: string }
>;
export const activityCorrected = event<ActivityCorrected>('ActivityCorrected', {
  stream: activities,
  says:
    'What an office set in a published activity is set anew, all of it: everybody sees the note, and what stood before. Once it ' +
    'has opened, only words change, as far as its method lets them.',
  may: 'consult',
  act: { subject: 'activityId', reason: 'note' },
  lastCountsBy: ['activityId'],
  sample: {
    activityId,
    consultationId,
    settings: {
      questionnaire: {
        sections: [{ questions: [{ id: 'wish', kind: 'long-text', text: 'What do you wish for?', isRequired: false }] }],
      },
    },
    note: 'A slip.',
    by,
  },
});
export type ActivityEvent = ActivityDrafted | ActivityCorrected | BallotsRevealed;

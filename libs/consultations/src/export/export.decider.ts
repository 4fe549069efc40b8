import type { Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../activity/activity.decider';
import type { ConsultationState } from '../consultation/known-consultation.decider';
import { exportNeeds, exportsOf } from '../methods/methods.contract';
import { consultationExports, type ContributionsExported, type ExportContents } from './export.contract';

export const exportStream = (exportId: string) => `export-${exportId}`;

export interface ExportCommand {
  readonly type: 'ExportContributions';
  readonly exportId: string;
  readonly consultationId: string;
  /** The consultation as it is known; undefined: there is none. */
  readonly consultation: ConsultationState | undefined;
  /** Null where the whole consultation is meant. */
  readonly activityId: string | null;
  /** The activity as it is known; undefined: there is none, or none is named. */
  readonly activity: ActivityState | undefined;
  readonly contents: ExportContents;
  readonly purpose: string;
  readonly actor: Actor;
}

/** An export happens once; the state says whether it did. */
export const exportDecider: Decider<boolean, ExportCommand, ContributionsExported> = {
  initialState: false,

  decide(command, exported) {
    const { exportId, consultationId, consultation, activityId, contents, purpose, actor } = command;
    if (exported) throw new Rejection('ALREADY_DONE');
    onlyPublishedConsultationsAreExported(consultation);
    const by = permitted(actor, 'export', consultation.unit).accountId;
    contentsMustBeThere(command);
    permitted(actor, exportNeeds(contents), consultation.unit);
    return [{ type: 'ContributionsExported', data: { exportId, consultationId, activityId, contents, purpose, by } }];
  },

  evolve: (exported, { type }) => exported || type === 'ContributionsExported',
};

/**
 * Policy: nobody has contributed to a draft, and exports are on public record, which must not reveal a draft.
 * @throws Rejection CONSULTATION_NOT_FOUND
 */
function onlyPublishedConsultationsAreExported(consultation: ConsultationState | undefined): asserts consultation {
  if (!consultation || consultation.phases[0]!.opensAt === null) throw new Rejection('CONSULTATION_NOT_FOUND');
}

/** What belongs to the consultation is exported without an activity; everything else from an activity whose method has it. */
function contentsMustBeThere({ consultationId, activityId, activity, contents }: ExportCommand): void {
  const isOfConsultation = consultationExports.some((each) => each === contents);
  if (isOfConsultation && activityId === null) return;
  if (isOfConsultation) throw new Rejection('VALIDATION_FAILED', { field: 'activityId', params: { constraint: 'doesNotFit' } });
  if (activity?.consultationId !== consultationId) throw new Rejection('ACTIVITY_NOT_FOUND', { field: 'activityId' });
  if (!exportsOf(activity.method).some((each) => each === contents)) throw new Rejection('WRONG_METHOD');
}

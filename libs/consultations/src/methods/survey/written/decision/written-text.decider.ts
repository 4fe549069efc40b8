import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../../../../activity/activity.decider';
import type { ConsultationState } from '../../../../consultation/known-consultation.decider';
import type { DecideOnText, TextDecidedOn, TextDecision } from '../written-text.contract';

export const textStream = (activityId: string, text: string) => `survey-text-${activityId}-${text}`;

export type TextCommand = DecideOnText & {
  readonly actor: Actor;
  readonly activity: ActivityState;
  readonly consultation: ConsultationState;
};

/**
 * A text is decided on once the log has closed the survey: earlier, the time of a decision would tell whose response it is about. Whoever
 * decides has seen how it stood.
 */
export const textDecider: Decider<TextDecision, TextCommand, TextDecidedOn> = {
  initialState: 'waiting',

  decide({ activityId, text, decision, stood, reason, rule, actor, activity, consultation }, state) {
    const by = permitted(actor, 'moderate', consultation.unit).accountId;
    if (activity.method !== 'survey') throw new Rejection('WRONG_METHOD');
    const phase = consultation.phases.find(({ phaseId }) => phaseId === activity.phaseId);
    if (!phase?.closed && !consultation.closedEarly) throw new Rejection('CONSULTATION_NOT_CLOSED');
    const isHeldBack = decision === 'heldBack';
    const words = reason?.trim() ?? '';
    if (isHeldBack !== (words !== '') || (rule !== undefined && !isHeldBack))
      throw new Rejection('VALIDATION_FAILED', { field: 'reason', params: { constraint: isHeldBack ? 'isPlainText' : 'other' } });
    if (decision === state) throw new Rejection('ALREADY_DONE');
    if (stood !== state) throw new Rejection('CONFLICT');
    const { consultationId } = activity;
    const data = { consultationId, activityId, text, decision, reason: isHeldBack ? words : null, ...(rule && { rule }), by };
    return [{ type: 'TextDecidedOn', data }];
  },

  evolve: (state, event) => (event.type === 'TextDecidedOn' ? event.data.decision : unchangedBy(event.type, state)),
};

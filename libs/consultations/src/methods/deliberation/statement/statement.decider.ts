import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, type Actor, type AssuranceLevel, type RecordedText } from '@isegoria/kernel';
import type { ActivityState } from '../../../activity/activity.decider';
import { onlyOpenPhasesAcceptContributions, type Phases } from '../../../phase/phase.decider';
import type { Drafted } from '../../method/method.decider';
import { deliberation } from '../deliberation.contract';
import type { StatementEvent, StatementStatus } from './statement.contract';

export const statementStream = (statementId: string) => `statement-${statementId}`;

export interface StatementState {
  readonly consultationId: string;
  readonly activityId: string;
  readonly status: StatementStatus;
}

interface About {
  readonly statementId: string;
}
export interface Submit extends About {
  readonly type: 'SubmitStatement';
  readonly activityId: string;
  readonly activity: ActivityState;
  readonly consultation: Phases;
  /** The pseudonym of the person. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: RecordedText;
  readonly externalId: string | null;
  /** Whether an office imports the statement from elsewhere. */
  readonly imported: boolean;
  readonly now: Date;
}
interface ByModerator extends About {
  readonly actor: Actor;
  /** That of the consultation. */
  readonly unit: string;
}
export type Moderate =
  (ByModerator & { readonly type: 'AcceptStatement' }) | (ByModerator & { readonly type: 'RejectStatement'; readonly reason: string });
export type StatementCommand = Submit | Moderate;

export const statementDecider: Decider<StatementState | undefined, StatementCommand, StatementEvent> = {
  initialState: undefined,

  decide: (command, state) => (command.type === 'SubmitStatement' ? submit(command, state) : moderate(command, state)),

  evolve(state, event) {
    switch (event.type) {
      case 'StatementSubmitted':
        return { consultationId: event.data.consultationId, activityId: event.data.activityId, status: 'pending' };
      case 'StatementAccepted':
        return state && { ...state, status: 'accepted' };
      case 'StatementRejected':
        return state && { ...state, status: 'rejected' };
      default:
        return unchangedBy(event, state);
    }
  },
};

function submit(command: Submit, state: StatementState | undefined): StatementEvent[] {
  const { statementId, activityId, activity, consultation, author, assurance, text, externalId, imported, now } = command;
  if (state) throw new Rejection('ALREADY_DONE');
  if (activity.method !== deliberation.method) throw new Rejection('WRONG_METHOD');
  if (externalId !== null && !imported) throw new Rejection('VALIDATION_FAILED', { field: 'externalId', params: { constraint: 'other' } });
  onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, now);
  const { consultationId } = activity;
  return [{ type: 'StatementSubmitted', data: { statementId, consultationId, activityId, author, assurance, text, externalId } }];
}

/** A moderator may reverse a decision, but not take the same one twice. */
function moderate(command: Moderate, state: StatementState | undefined): StatementEvent[] {
  const { statementId, actor, unit } = command;
  if (!state) throw new Rejection('STATEMENT_NOT_FOUND');
  const by = permitted(actor, 'moderate', unit).accountId;
  const { consultationId, activityId, status } = state;
  const data = { statementId, consultationId, activityId, by };
  if (status === (command.type === 'AcceptStatement' ? 'accepted' : 'rejected')) throw new Rejection('STATEMENT_ALREADY_MODERATED');
  if (command.type === 'AcceptStatement') return [{ type: 'StatementAccepted', data }];
  return [{ type: 'StatementRejected', data: { ...data, reason: command.reason } }];
}

/** What the office puts first has no author, and is accepted from the start. */
export function seeded(statementId: string, text: string, { consultationId, activityId, by }: Drafted): StatementEvent[] {
  const about = { statementId, consultationId, activityId };
  return [
    { type: 'StatementSubmitted', data: { ...about, author: null, assurance: null, text: { plain: text }, externalId: null } },
    { type: 'StatementAccepted', data: { ...about, by } },
  ];
}

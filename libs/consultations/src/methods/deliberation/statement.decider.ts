import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, type AssuranceLevel, type RecordedText } from '@isegoria/kernel';
import { onlyOpenConsultationsAcceptContributions, type ConsultationState } from '../../consultation/consultation.decider';
import type { StatementStatus } from './deliberation-fields.contract';
import { deliberation } from './deliberation.contract';
import type { StatementEvent } from './statement-events.contract';

export const statementStream = (statementId: string) => `statement-${statementId}`;

export interface StatementState {
  readonly consultationId: string;
  readonly status: StatementStatus;
}

interface About {
  readonly statementId: string;
}
export interface Submit extends About {
  readonly type: 'SubmitStatement';
  readonly consultationId: string;
  /** The consultation as it is known; undefined: there is none. */
  readonly consultation: ConsultationState | undefined;
  /** The pseudonym of the person. */
  readonly author: string;
  readonly assurance: AssuranceLevel;
  readonly text: RecordedText;
  readonly externalId: string | null;
  /** Whether an office brings the statement in from elsewhere. */
  readonly imported: boolean;
  readonly now: Date;
}
export interface Seed extends About {
  readonly type: 'SeedStatement';
  readonly consultationId: string;
  readonly text: string;
  readonly by: string;
}
export type StatementCommand =
  | Submit
  | Seed
  | (About & { readonly type: 'AcceptStatement'; readonly by: string })
  | (About & { readonly type: 'RejectStatement'; readonly by: string; readonly reason: string });

export const statementDecider: Decider<StatementState | undefined, StatementCommand, StatementEvent> = {
  initialState: undefined,

  decide(command, state) {
    switch (command.type) {
      case 'SubmitStatement':
        return submit(command, state);
      case 'SeedStatement':
        return state ? [] : seed(command);
      case 'AcceptStatement': {
        const { consultationId } = undecided(state, 'accepted');
        return [{ type: 'StatementAccepted', data: { statementId: command.statementId, consultationId, by: command.by } }];
      }
      case 'RejectStatement': {
        const { consultationId } = undecided(state, 'rejected');
        return [
          { type: 'StatementRejected', data: { statementId: command.statementId, consultationId, by: command.by, reason: command.reason } },
        ];
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'StatementSubmitted':
        return { consultationId: event.data.consultationId, status: 'pending' };
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
  const { statementId, consultationId, consultation, author, assurance, text, externalId, imported, now } = command;
  if (state) throw new Rejection('ALREADY_DONE');
  if (!consultation) throw new Rejection('CONSULTATION_NOT_FOUND');
  if (consultation.kind !== deliberation.kind) throw new Rejection('CONSULTATION_WRONG_KIND');
  if (externalId !== null && !imported) throw new Rejection('VALIDATION_FAILED', { field: 'externalId', params: { constraint: 'other' } });
  onlyOpenConsultationsAcceptContributions(consultation, now);
  return [{ type: 'StatementSubmitted', data: { statementId, consultationId, author, assurance, text, externalId } }];
}

/** What the office puts first is accepted from the start. */
function seed({ statementId, consultationId, text, by }: Seed): StatementEvent[] {
  return [
    {
      type: 'StatementSubmitted',
      data: { statementId, consultationId, author: null, assurance: null, text: { plain: text }, externalId: null },
    },
    { type: 'StatementAccepted', data: { statementId, consultationId, by } },
  ];
}

/** A moderator may reverse a decision, but not take the same one twice. */
function undecided(state: StatementState | undefined, decision: 'accepted' | 'rejected'): StatementState {
  if (!state) throw new Rejection('STATEMENT_NOT_FOUND');
  if (state.status === decision) throw new Rejection('STATEMENT_ALREADY_MODERATED');
  return state;
}

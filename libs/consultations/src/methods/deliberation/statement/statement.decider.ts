import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import type { ModerationRule } from '@isegoria/content';
import {
  Rejection,
  mustStand,
  onlyForAWhile,
  onlyItsAuthor,
  permitted,
  type Actor,
  type AssuranceLevel,
  type ByAuthor,
  type RecordedText,
  type Reworded,
  type SaidBefore,
} from '@isegoria/kernel';
import type { ActivityState } from '../../../activity/activity.decider';
import { onlyOpenPhasesAcceptContributions, type Phases } from '../../../phase/phase.decider';
import type { Drafted } from '../../method/method.decider';
import { placeIn, type SaidPlace } from '../../document/annotation/annotation.decider';
import type { AnnotationPlace } from '../../document/annotation/place.contract';
import { document } from '../../document/document.contract';
import type { PaperState } from '../../document/paper/paper.decider';
import { deliberation } from '../deliberation.contract';
import type { StatementDecisionUndone } from '../moderation/undone-decision.contract';
import type { StatementEvent, StatementStatus } from './statement.contract';

export const statementStream = (statementId: string) => `statement-${statementId}`;

export interface StatementState extends SaidBefore {
  readonly consultationId: string;
  readonly activityId: string;
  /** What it is about in a document. */
  readonly at?: AnnotationPlace;
  readonly status: StatementStatus;
  /** The last word of a moderator; null while it waits for one. */
  readonly decided: Decided | null;
  /** How often its author has changed it. */
  readonly edits: number;
}

interface Decided {
  readonly by: string;
  /** How it stood before. */
  readonly before: StatementStatus;
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
  /** The text of the document; undefined in a deliberation. */
  readonly paper?: PaperState;
  /** What part of it this is about. */
  readonly place?: SaidPlace;
}
interface ByModerator extends About {
  readonly actor: Actor;
  /** That of the consultation. */
  readonly unit: string;
}
export type Moderate =
  | (ByModerator & { readonly type: 'AcceptStatement'; readonly edits?: number })
  | (ByModerator & { readonly type: 'RejectStatement'; readonly reason: string; readonly rule?: ModerationRule })
  | (ByModerator & { readonly type: 'UndoStatementDecision' });
interface Place {
  readonly activity: ActivityState;
  readonly consultation: Phases;
}
export type Edit = About & Place & Reworded & { readonly type: 'EditStatement' };
export type Withdraw = About & ByAuthor & { readonly type: 'WithdrawStatement' };
export type StatementCommand = Submit | Moderate | Edit | Withdraw;

/** Policy: everybody reads, votes on, answers and follows what was accepted, and what waits where moderation comes afterwards. */
export function mayBeRead({ status }: Pick<StatementState, 'status'>, settings: object): boolean {
  return status === 'accepted' || (status === 'pending' && 'moderation' in settings && settings.moderation === 'after');
}

export const statementDecider: Decider<StatementState | undefined, StatementCommand, StatementEvent> = {
  initialState: undefined,

  decide(command, state) {
    if (command.type === 'SubmitStatement') return submit(command, state);
    if (!state) throw new Rejection('STATEMENT_NOT_FOUND');
    if (command.type === 'EditStatement') return edit(command, state);
    return command.type === 'WithdrawStatement' ? withdraw(command, state) : moderate(command, state);
  },

  evolve(state, event) {
    switch (event.type) {
      case 'StatementSubmitted': {
        const { consultationId, activityId, author, at } = event.data;
        return { consultationId, activityId, ...(at && { at }), author, status: 'pending', decided: null, edits: 0, withdrawn: false };
      }
      case 'StatementAccepted':
        return state && { ...state, status: 'accepted', decided: { by: event.data.by, before: state.status } };
      case 'StatementRejected':
        return state && { ...state, status: 'rejected', decided: { by: event.data.by, before: state.status } };
      case 'StatementDecisionUndone':
        return state && { ...state, status: 'pending', decided: null };
      case 'StatementEdited':
        return state && { ...state, edits: state.edits + 1 };
      case 'StatementWithdrawn':
        return state && { ...state, status: withdrawnFrom(state.status), withdrawn: true };
      default:
        return unchangedBy(event, state);
    }
  },
};

/** The ways of taking part to which people add statements. */
const haveStatements: readonly string[] = [deliberation.method, document.method];

function submit(command: Submit, state: StatementState | undefined): StatementEvent[] {
  const { statementId, activityId, activity, consultation, author, assurance, text, externalId, imported, now } = command;
  if (state) throw new Rejection('ALREADY_DONE');
  if (!haveStatements.includes(activity.method)) throw new Rejection('WRONG_METHOD');
  if (externalId !== null && !imported)
    throw new Rejection('VALIDATION_FAILED', { field: 'externalId', params: { constraint: 'doesNotFit' } });
  onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, now);
  const { consultationId } = activity;
  const at = placeIn(command.paper, command.place ?? {});
  const data = { statementId, consultationId, activityId, author, assurance, text, externalId, ...(at && { at }) };
  return [{ type: 'StatementSubmitted', data }];
}

/** A moderator may reverse a decision, but not take the same one twice, nor accept words that nobody has read. */
function moderate(command: Moderate, state: StatementState): StatementEvent[] {
  const { statementId, actor, unit } = command;
  const by = permitted(actor, 'moderate', unit).accountId;
  mustStand(state);
  const { consultationId, activityId, status } = state;
  const data = { statementId, consultationId, activityId, by };
  if (command.type === 'UndoStatementDecision') return undo(data, state);
  if (status === (command.type === 'AcceptStatement' ? 'accepted' : 'rejected')) throw new Rejection('STATEMENT_ALREADY_MODERATED');
  if (command.type === 'AcceptStatement') {
    if (command.edits !== undefined && command.edits !== state.edits) throw new Rejection('CONFLICT');
    return [{ type: 'StatementAccepted', data }];
  }
  const { reason, rule } = command;
  return [{ type: 'StatementRejected', data: { ...data, reason, ...(rule && { rule }) } }];
}

/**
 * One's own last word is taken back: what waited waits again, and what was shown is accepted anew. To reject something needs a reason, so
 * that what was rejected before stays accepted until somebody gives one.
 */
function undo(data: StatementDecisionUndone['data'], { decided }: StatementState): StatementEvent[] {
  if (decided?.by !== data.by || decided.before === 'rejected') throw new Rejection('DECISION_STANDS');
  return [{ type: decided.before === 'pending' ? 'StatementDecisionUndone' : 'StatementAccepted', data }];
}

/**
 * Words that a moderator accepted are those that people vote on. Whether anybody has voted already, where votes come first, is for the log
 * to tell: behind a vote, a change has no effect.
 */
function edit({ statementId, activity, consultation, text, ...by }: Edit, state: StatementState): StatementEvent[] {
  onlyItsAuthor(state, by);
  if (state.status !== 'pending') throw new Rejection('STATEMENT_ALREADY_MODERATED');
  onlyForAWhile(by);
  onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, by.now);
  const { consultationId, activityId } = state;
  return [{ type: 'StatementEdited', data: { statementId, consultationId, activityId, author: by.author, text } }];
}

function withdraw({ statementId, author }: Withdraw, state: StatementState): StatementEvent[] {
  onlyItsAuthor(state, { author });
  const { consultationId, activityId } = state;
  return [{ type: 'StatementWithdrawn', data: { statementId, consultationId, activityId, author } }];
}

function withdrawnFrom(status: StatementStatus): StatementStatus {
  return status === 'rejected' ? status : 'withdrawn';
}

/** What the office puts first has no author, and is accepted from the start. */
export function seeded(statementId: string, text: string, { consultationId, activityId, by }: Drafted): StatementEvent[] {
  const about = { statementId, consultationId, activityId };
  return [
    { type: 'StatementSubmitted', data: { ...about, author: null, assurance: null, text: { plain: text }, externalId: null } },
    { type: 'StatementAccepted', data: { ...about, by } },
  ];
}

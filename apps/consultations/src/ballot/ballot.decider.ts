import { Rejection, type AssuranceLevel, type BallotEvent, type VoteChoice } from '@isegoria/contracts';
import type { Decider } from '@isegoria/event-sourcing';
import { onlyOpenConsultationsAcceptContributions, type ConsultationState } from '../consultation/consultation.decider';
import type { StatementState } from '../statement/statement.decider';

/** One ballot a person and consultation: uniqueness is the stream's name. */
export const ballotStream = (consultationId: string, voter: string) => `ballot-${consultationId}-${voter}`;

/** What one person cast last, by statement or in the poll, each as one text to compare with. */
export interface BallotState {
  readonly votes: ReadonlyMap<string, string>;
  readonly poll: string | null;
}

interface Cast {
  readonly consultationId: string;
  /** The consultation as it is known; undefined: there is none. */
  readonly consultation: ConsultationState | undefined;
  /** The person's pseudonym in the consultation. */
  readonly voter: string;
  readonly assurance: AssuranceLevel;
  readonly now: Date;
}
export interface CastVote extends Cast {
  readonly type: 'CastStatementVote';
  readonly statementId: string;
  /** The statement as it is known; undefined: there is none. */
  readonly statement: StatementState | undefined;
  readonly choice: VoteChoice;
  /** Whether an office brings the vote in from elsewhere, where it was cast before moderators decided as they did. */
  readonly imported: boolean;
}
export interface CastBallot extends Cast {
  readonly type: 'CastPollBallot';
  readonly options: readonly string[];
}
export type BallotCommand = CastVote | CastBallot;

export const ballotDecider: Decider<BallotState, BallotCommand, BallotEvent> = {
  initialState: { votes: new Map(), poll: null },

  decide(command, state) {
    const event = command.type === 'CastStatementVote' ? castVote(command) : castBallot(command);
    return isLast(event, state) ? [] : [event];
  },

  evolve(state, event) {
    if (event.type === 'PollBallotCast') return { ...state, poll: said(event) };
    return { ...state, votes: new Map(state.votes).set(event.data.statementId, said(event)) };
  },
};

/** Whether two events of one ballot say the same about the same question. */
export function saysTheSame(one: BallotEvent, other: BallotEvent): boolean {
  const sameStatement =
    one.type === 'StatementVoteCast' && other.type === 'StatementVoteCast' && one.data.statementId === other.data.statementId;
  return (sameStatement || (one.type === 'PollBallotCast' && other.type === 'PollBallotCast')) && said(one) === said(other);
}

/** The event that a command would lead to. @throws Rejection when a rule says no */
export function castVote(command: CastVote): BallotEvent {
  const { consultationId, statementId, statement, voter, choice, assurance, now, imported } = command;
  const consultation = existing(command.consultation, 'deliberation');
  onlyOpenConsultationsAcceptContributions(consultation, now);
  if (statement?.consultationId !== consultationId) throw new Rejection('STATEMENT_NOT_FOUND');
  const mayBeVotedOn = statement.status === 'accepted' || (statement.status === 'pending' && consultation.moderation === 'after');
  if (!mayBeVotedOn && !imported) throw new Rejection('STATEMENT_NOT_ACCEPTED');
  return { type: 'StatementVoteCast', data: { consultationId, statementId, voter, choice, assurance } };
}

/** The event that a command would lead to, its options in the poll's order. @throws Rejection when a rule says no */
export function castBallot(command: CastBallot): BallotEvent {
  const { consultationId, voter, options, assurance, now } = command;
  const consultation = existing(command.consultation, 'poll');
  onlyOpenConsultationsAcceptContributions(consultation, now);
  const { multiple, optionIds } = consultation.poll ?? { multiple: false, optionIds: [] };
  if (options.length === 0 || options.some((option) => !optionIds.includes(option)))
    throw new Rejection('OPTION_NOT_FOUND', { field: 'options' });
  const chosen = optionIds.filter((id) => options.includes(id));
  if (!multiple && chosen.length > 1) throw new Rejection('SINGLE_CHOICE_ONLY', { field: 'options' });
  return { type: 'PollBallotCast', data: { consultationId, voter, options: chosen, assurance } };
}

function existing(consultation: ConsultationState | undefined, kind: ConsultationState['kind']): ConsultationState {
  if (!consultation) throw new Rejection('CONSULTATION_NOT_FOUND');
  if (consultation.kind !== kind) throw new Rejection('CONSULTATION_WRONG_KIND');
  return consultation;
}

function isLast(event: BallotEvent, { votes, poll }: BallotState): boolean {
  return said(event) === (event.type === 'StatementVoteCast' ? votes.get(event.data.statementId) : poll);
}

/** A changed assurance counts as saying something new: verified and unverified votes are counted apart. */
function said({ data }: BallotEvent): string {
  return `${data.assurance}:${'choice' in data ? data.choice : data.options.join(',')}`;
}

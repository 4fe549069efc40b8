import { Map as PersistentMap } from 'immutable';
import { Rejection, type AssuranceLevel, type BallotEvent, type CastEvent, type VoteChoice } from '@isegoria/contracts';
import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { onlyOpenConsultationsAcceptContributions, type ConsultationState } from '../consultation/consultation.decider';
import type { StatementState } from '../statement/statement.decider';

/** One ballot a person and consultation: uniqueness is the stream's name. */
export const ballotStream = (consultationId: string, voter: string) => `ballot-${consultationId}-${voter}`;

/** What one person cast last, by statement or in the poll, each as one text to compare with. */
export interface BallotState {
  /** A further vote shares all earlier ones with the state before it: a ballot of thousands is not copied for each. */
  readonly votes: PersistentMap<string, string>;
  readonly poll: string | null;
  /** Whether a moderator left the ballot out of the counts. */
  readonly excluded: boolean;
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
/** What a moderator decides about a whole ballot. */
export interface JudgeBallot {
  readonly type: 'ExcludeBallot' | 'ReinstateBallot';
  readonly consultationId: string;
  readonly voter: string;
  readonly by: string;
  readonly reason: string;
}
export type CastCommand = CastVote | CastBallot;
export type BallotCommand = CastCommand | JudgeBallot;

export const ballotDecider: Decider<BallotState, BallotCommand, BallotEvent> = {
  initialState: { votes: PersistentMap(), poll: null, excluded: false },

  decide(command, state) {
    if ('by' in command) return [judged(command, state)];
    const event = cast(command);
    if (isLast(event, state)) return [];
    onlyCountedBallotsMayBeChanged(state);
    return [event];
  },

  evolve(state, event) {
    switch (event.type) {
      case 'PollBallotCast':
        return { ...state, poll: said(event) };
      case 'StatementVoteCast':
        return { ...state, votes: state.votes.set(event.data.statementId, said(event)) };
      case 'BallotExcluded':
        return { ...state, excluded: true };
      case 'BallotReinstated':
        return { ...state, excluded: false };
      default:
        return unchangedBy(event, state);
    }
  },
};

/** The event that a command would lead to. @throws Rejection when a rule says no */
export function cast(command: CastCommand): CastEvent {
  return command.type === 'CastStatementVote' ? castVote(command) : castBallot(command);
}

/** What somebody changes where nothing is counted would be thanked for and lost. */
function onlyCountedBallotsMayBeChanged({ excluded }: BallotState): void {
  if (excluded) throw new Rejection('BALLOT_EXCLUDED');
}

function judged({ type, consultationId, voter, by, reason }: JudgeBallot, { votes, poll, excluded }: BallotState): BallotEvent {
  if (votes.size === 0 && poll === null) throw new Rejection('BALLOT_NOT_FOUND', { field: 'voter' });
  if (excluded === (type === 'ExcludeBallot')) throw new Rejection('ALREADY_DONE');
  return { type: type === 'ExcludeBallot' ? 'BallotExcluded' : 'BallotReinstated', data: { consultationId, voter, by, reason } };
}

/** Whether two events of one ballot say the same about the same question. */
export function saysTheSame(one: BallotEvent, other: CastEvent): boolean {
  const sameStatement =
    one.type === 'StatementVoteCast' && other.type === 'StatementVoteCast' && one.data.statementId === other.data.statementId;
  const samePoll = one.type === 'PollBallotCast' && other.type === 'PollBallotCast';
  return (sameStatement || samePoll) && said(one as CastEvent) === said(other);
}

function castVote(command: CastVote): CastEvent {
  const { consultationId, statementId, statement, voter, choice, assurance, now, imported } = command;
  const consultation = existing(command.consultation, 'deliberation');
  onlyOpenConsultationsAcceptContributions(consultation, now);
  if (statement?.consultationId !== consultationId) throw new Rejection('STATEMENT_NOT_FOUND');
  const mayBeVotedOn = statement.status === 'accepted' || (statement.status === 'pending' && consultation.moderation === 'after');
  if (!mayBeVotedOn && !imported) throw new Rejection('STATEMENT_NOT_ACCEPTED');
  return { type: 'StatementVoteCast', data: { consultationId, statementId, voter, choice, assurance } };
}

/** The options in the poll's order. */
function castBallot(command: CastBallot): CastEvent {
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

function isLast(event: CastEvent, { votes, poll }: BallotState): boolean {
  return said(event) === (event.type === 'StatementVoteCast' ? votes.get(event.data.statementId) : poll);
}

/** A changed assurance counts as saying something new: verified and unverified votes are counted apart. */
function said({ data }: CastEvent): string {
  return `${data.assurance}:${'choice' in data ? data.choice : data.options.join(',')}`;
}

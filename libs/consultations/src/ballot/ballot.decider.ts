import { Map as PersistentMap } from 'immutable';
import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import { Rejection, permitted, topicOf, type Actor } from '@isegoria/kernel';
import type { ActivityState } from '../activity/activity.decider';
import type { BallotEvent } from '../ballot-exclusion/ballot-exclusion.contract';
import type { Method, Voter } from '../methods/method/method.decider';
import type { CastEvent } from '../methods/methods.contract';
import { hiddenCast } from '../hidden-results/hidden-results.decider';
import type { HidingKeys } from '../hidden-results/hidden-ballot';
import { methods } from '../methods/methods.decider';
import { onlyOpenPhasesAcceptContributions, type Phases } from '../phase/phase.decider';

/** One ballot a person and activity: uniqueness is the stream's name. */
export const ballotStream = (activityId: string, voter: string) => `ballot-${activityId}-${voter}`;

/** What somebody said, as one text to compare with, and the revision of the event that says it. */
interface Said {
  readonly words: string;
  readonly revision: number | undefined;
}

/** What one person cast last, by what it is about. */
export interface BallotState {
  /** A new vote shares all earlier ones with the previous state: a ballot of thousands is not copied for each vote. */
  readonly votes: PersistentMap<string, Said>;
  /** Whether a moderator left the ballot out of the counts. */
  readonly excluded: boolean;
}

export interface CastCommand extends Voter {
  readonly type: string;
  readonly activity: ActivityState;
  readonly consultation: Phases;
  readonly now: Date;
  /** What hides what is cast until the closing; absent where results are shown while people vote. */
  readonly hiding?: HidingKeys;
}
/** What a moderator decides about a whole ballot. */
export interface JudgeBallot {
  readonly type: 'ExcludeBallot' | 'ReinstateBallot';
  readonly consultationId: string;
  readonly activityId: string;
  readonly voter: string;
  readonly actor: Actor;
  /** That of the consultation. */
  readonly unit: string;
  readonly reason: string;
}
export type BallotCommand = CastCommand | JudgeBallot;
export type BallotDecider = Decider<BallotState, BallotCommand, BallotEvent>;

/** The rules of a ballot, the same for every way of taking part. */
export function ballotDeciderOf(methods: readonly Method[]): BallotDecider {
  const byEvent = new Map(methods.map((method) => [method.contract.castEvent, method]));
  const methodOf = (event: CastEvent) => byEvent.get(event.type)!;
  /** A changed assurance counts as saying something new: votes are counted apart by it. */
  const said = (event: CastEvent) => `${event.data.assurance}:${hiddenIn(event) ?? methodOf(event).choice(event)}`;
  /** Without one, an event would stand for itself, and no vote could ever be changed. */
  const about = (event: CastEvent) => topicOf(methodOf(event).casts, event.data) ?? '';
  const isCast = (event: BallotEvent): event is CastEvent => byEvent.has(event.type);

  function cast(command: CastCommand): CastEvent {
    const { activity, consultation, now } = command;
    const method = methods.find(({ contract }) => contract.method === activity.method);
    if (method?.castCommand !== command.type) throw new Rejection('WRONG_METHOD');
    onlyOpenPhasesAcceptContributions(consultation, activity.phaseId, now);
    const open = method.cast(command, activity.settings);
    return command.hiding ? hiddenCast(open, method.contract, activity.settings, command.hiding) : open;
  }

  return {
    initialState: { votes: PersistentMap(), excluded: false },

    decide(command, state) {
      if ('actor' in command) return [judged(command, state)];
      const event = cast(command);
      if (state.votes.get(about(event))?.words === said(event)) return [];
      onlyCountedBallotsMayBeChanged(state);
      return [event];
    },

    evolve(state, event, revision) {
      if (isCast(event)) return { ...state, votes: state.votes.set(about(event), { words: said(event), revision }) };
      switch (event.type) {
        case 'BallotExcluded':
          return { ...state, excluded: true };
        case 'BallotReinstated':
          return { ...state, excluded: false };
        default:
          return unchangedBy(event, state);
      }
    },

    recordedAt(command, { votes }) {
      if ('actor' in command) return undefined;
      const event = cast(command);
      return votes.get(about(event))?.revision;
    },
  };
}

export const ballotDecider = ballotDeciderOf(methods);

/** The same words of one person are hidden in the same way. */
const hiddenIn = ({ data }: CastEvent): string | undefined => ('hidden' in data ? data.hidden?.text : undefined);

/** Otherwise somebody would be thanked for a change that is never counted. */
function onlyCountedBallotsMayBeChanged({ excluded }: BallotState): void {
  if (excluded) throw new Rejection('BALLOT_EXCLUDED');
}

function judged(command: JudgeBallot, { votes, excluded }: BallotState): BallotEvent {
  const { type, consultationId, activityId, voter, actor, unit, reason } = command;
  const by = permitted(actor, 'moderate', unit).accountId;
  if (votes.size === 0) throw new Rejection('BALLOT_NOT_FOUND', { field: 'voter' });
  if (excluded === (type === 'ExcludeBallot')) throw new Rejection('ALREADY_DONE');
  return {
    type: type === 'ExcludeBallot' ? 'BallotExcluded' : 'BallotReinstated',
    data: { consultationId, activityId, voter, by, reason },
  };
}

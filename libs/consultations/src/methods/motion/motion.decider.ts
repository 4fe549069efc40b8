import type { Asking, DraftFields, Method, Voter } from '../method/method.decider';
import { motion as contract, motionBallotCast, type MotionBallotCast, type MotionVote } from './motion.contract';

export interface VoteOnMotion extends Voter {
  readonly type: 'CastMotionBallot';
  readonly vote: MotionVote;
}

export const motion = {
  contract,
  draftFields: ['majority', 'quorum', 'resultsHidden'],
  settings: ({ majority, quorum }: DraftFields) => ({ majority: majority ?? 'simple', quorum: quorum ?? 0 }),
  begins: () => [],
  answered: ({ title }: Asking) => [[title]],
  castCommand: 'CastMotionBallot',

  cast({ consultationId, activityId, voter, vote, assurance }: VoteOnMotion): MotionBallotCast {
    return { type: 'MotionBallotCast', data: { consultationId, activityId, voter, vote, assurance } };
  },
  casts: motionBallotCast,
  choice: ({ data }: MotionBallotCast) => data.vote,
} satisfies Method;

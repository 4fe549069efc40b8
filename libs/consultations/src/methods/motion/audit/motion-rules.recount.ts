import { rule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import { limits } from '@isegoria/kernel';
import type { RulesOfMethod } from '../../method/method.recount';
import type { MethodSettings } from '../../methods.contract';
import { majorities, motionVotes, type MotionBallotCast, type MotionSettings } from '../motion.contract';

/** What a ballot on a motion keeps to, beside what all ballots do. */
export function rulesOfMotions({ ballots }: RulesOfMethod): RuleBook {
  return ruleBook<MotionBallotCast>({
    MotionBallotCast: [
      ...ballots,
      rule<MotionBallotCast>('known-vote', 'A ballot on a motion says yes or no, or abstains.', ({ data: { vote } }) =>
        motionVotes.includes(vote),
      ),
    ],
  });
}

/** Whether an office can have set these. */
export function mayBeOfMotion(settings: MethodSettings): boolean {
  const { majority, quorum } = settings as MotionSettings;
  return majorities.includes(majority) && Number.isInteger(quorum) && quorum >= 0 && quorum <= limits.quorumMax;
}

import { atEachLevel, counted } from '../../../results/assurance/by-assurance.contract';
import type { Tallies } from '../../choices/choice-method.read-model';
import type { CountedActivity } from '../../method/method.read-model';
import { motionVotes, type Majority, type MotionCount, type MotionSettings, type MotionVote } from '../motion.contract';

type Counts = Readonly<Record<MotionVote, number>>;

/** How a motion comes out, of the ballots that headline figures count. */
export function countedMotion(tallies: Tallies, { settings, countsFrom }: Pick<CountedActivity, 'settings' | 'countsFrom'>): MotionCount {
  const { majority, quorum } = settings as MotionSettings;
  const votes = motionVotes.map((vote) => {
    const byAssurance = tallies.get(vote) ?? atEachLevel(0);
    return { vote, votes: counted(byAssurance, countsFrom), byAssurance };
  });
  const counts = Object.fromEntries(votes.map(({ vote, votes: count }) => [vote, count])) as Counts;
  const ballots = counts.yes + counts.no + counts.abstain;
  const reachesQuorum = ballots >= quorum;
  const isCarried = reachesQuorum && hasMajority(majority, counts);
  return { majority, quorum: quorum === 0 ? null : quorum, votes, ballots, reachesQuorum, isCarried };
}

function hasMajority(majority: Majority, { yes, no, abstain }: Counts): boolean {
  if (majority === 'absolute') return 2 * yes > yes + no + abstain;
  if (majority === 'two-thirds') return yes > 0 && 3 * yes >= 2 * (yes + no);
  return yes > no;
}

import type { ActivityResults } from '../../../results/results.contract';
import type { OnPage, SentenceOnPage } from '../../method/method.recount';
import type { MotionCount } from '../motion.contract';

/** The outcome with its working, as a page has to say it. */
export function motionOnPage({ motion, participants }: ActivityResults): OnPage {
  const votes = motion?.votes ?? [];
  const things = votes.map(({ vote, votes: count, byAssurance }) => ({
    of: { says: `motion.${vote}` },
    figures: [count, ...Object.values(byAssurance)],
    wholes: [participants],
  }));
  return { sentences: motion ? sentencesOf(motion) : [], rows: [], first: [], things };
}

function sentencesOf(motion: MotionCount): SentenceOnPage[] {
  const { majority, quorum, votes, ballots, reachesQuorum, isCarried } = motion;
  if (ballots === 0) return [{ says: 'motion.findingNone', values: {} }];
  const [yes = 0, no = 0] = votes.map(({ votes: count }) => count);
  const turnout = quorum === 0 ? 'motion.noQuorum' : reachesQuorum ? 'motion.quorumReached' : 'motion.quorumMissed';
  const of = majority === 'absolute' ? ballots : yes + no;
  return [
    { says: isCarried ? 'motion.carried' : 'motion.notCarried', values: {} },
    { says: turnout, values: { quorum, people: ballots } },
    { says: `motion.found.${majority}`, values: { yes, no, of }, shares: { share: yes / Math.max(1, of) } },
  ];
}

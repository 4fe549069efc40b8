import type { ActivityResults } from '../../../results/results.contract';
import { onceClosed, type OnPage, type SentenceOnPage } from '../../method/method.recount';
import type { MotionCount } from '../motion.contract';

/** The outcome with its working, as a page has to say it. */
export function motionOnPage({ motion, participants, closed }: ActivityResults): OnPage {
  const votes = motion?.votes ?? [];
  const things = votes.map(({ vote, votes: count, byAssurance }) => ({
    of: { says: `motion.${vote}` },
    figures: [count, ...Object.values(byAssurance)],
    wholes: [participants],
    byAssurance,
  }));
  return { sentences: motion ? sentencesOf(motion, onceClosed(closed)) : [], rows: [], first: [], things };
}

/** Nothing is decided before the closing; then a motion that nobody voted on is not carried. */
function sentencesOf(motion: MotionCount, once: '.closed' | ''): SentenceOnPage[] {
  const { majority, quorum, votes, ballots, reachesQuorum, isCarried } = motion;
  const outcome = { says: (isCarried ? 'motion.carried' : 'motion.notCarried') + once, values: {} };
  if (ballots === 0) return [{ says: `votes.nobody${once}`, values: {} }, ...(once === '' ? [] : [outcome])];
  const [yes = 0, no = 0] = votes.map(({ votes: count }) => count);
  const turnout = quorum === null ? 'motion.noQuorum' : reachesQuorum ? 'motion.quorumReached' : `motion.quorumMissed${once}`;
  const of = majority === 'absolute' ? ballots : yes + no;
  return [
    outcome,
    { says: turnout, values: { quorum: quorum ?? 0, people: ballots } },
    { says: `motion.found.${majority}`, values: { yes, no, of }, shares: { share: yes / Math.max(1, of) } },
  ];
}

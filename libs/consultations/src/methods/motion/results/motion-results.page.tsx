import { useTexts } from '@isegoria/ui';
import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import type { OptionResult } from '../../choices/options/options.contract';
import { nobodyIn, whenClosed, type Found } from '../../choices/results/found.page';
import { OptionResults } from '../../choices/results/option-results.page';

/** Yes, no and abstain with their votes, in words of the page. */
export function votesAsOptions({ t }: Texts, { motion }: ActivityResults): OptionResult[] {
  return (motion?.votes ?? []).map(({ vote, votes, byAssurance }) => ({ id: vote, text: t(`motion.${vote}`), votes, byAssurance }));
}

/** How people voted on a motion. */
export function MotionVotes({ results }: { results: ActivityResults }) {
  const options = votesAsOptions(useTexts(), results);
  return <OptionResults results={results} ofSite={options} title="motion.results" note="motion.resultsNote" head="motion.vote" />;
}

/** The outcome of a motion, and how it follows from the votes; it is not decided before the closing. */
export function foundInMotion(results: ActivityResults): Found[] {
  const { motion } = results;
  const when = whenClosed(results);
  const outcome: Found = { says: motion?.isCarried ? `motion.carried${when}` : `motion.notCarried${when}` };
  if (!motion || motion.ballots === 0) return [nobodyIn(results), ...(results.closed ? [outcome] : [])];
  const { majority, quorum, votes, ballots: people, reachesQuorum } = motion;
  const [yes = 0, no = 0] = votes.map((one) => one.votes);
  const of = majority === 'absolute' ? people : yes + no;
  const turnout = quorum === null ? 'motion.noQuorum' : reachesQuorum ? 'motion.quorumReached' : (`motion.quorumMissed${when}` as const);
  return [
    outcome,
    { says: turnout, values: { quorum: quorum ?? 0, people }, isAside: true },
    { says: `motion.found.${majority}`, values: { yes, no, of }, shares: { share: yes / Math.max(1, of) }, isAside: true },
  ];
}

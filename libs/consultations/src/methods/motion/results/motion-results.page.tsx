import { useTexts } from '@isegoria/ui';
import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import type { OptionResult } from '../../choices/options/options.contract';
import { OptionResults } from '../../poll/results/poll-results.page';

/** Yes, no and abstain with their votes, in words of the page. */
export function votesAsOptions({ t }: Texts, { motion }: ActivityResults): OptionResult[] {
  return (motion?.votes ?? []).map(({ vote, votes, byAssurance }) => ({ id: vote, text: t(`motion.${vote}`), votes, byAssurance }));
}

/** How people voted on a motion. */
export function MotionVotes({ results }: { results: ActivityResults }) {
  const options = votesAsOptions(useTexts(), results);
  return <OptionResults results={results} ofSite={options} title="motion.results" note="motion.resultsNote" head="motion.vote" />;
}

/** The outcome of a motion, and how it follows from the votes. */
export function MotionFinding({ results: { motion } }: { results: ActivityResults }) {
  const { t, percent } = useTexts();
  if (!motion || motion.ballots === 0) return <p>{t('motion.findingNone')}</p>;
  const { majority, quorum, votes, ballots: people, reachesQuorum } = motion;
  const [yes = 0, no = 0] = votes.map((one) => one.votes);
  const of = majority === 'absolute' ? people : yes + no;
  const turnout = quorum === 0 ? 'motion.noQuorum' : reachesQuorum ? 'motion.quorumReached' : 'motion.quorumMissed';
  return (
    <>
      <p>{t(motion.isCarried ? 'motion.carried' : 'motion.notCarried')}</p>
      <p class="meta">{t(turnout, { quorum, people })}</p>
      <p class="meta">{t(`motion.found.${majority}`, { yes, no, of, share: percent(yes / Math.max(1, of)) })}</p>
    </>
  );
}

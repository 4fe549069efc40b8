import { changed, plural, type ActsInWords } from '@isegoria/audit-kit';
import { levelsInWords } from '../../results/assurance/levels.recount';
import type { MethodStory, RecountedMethod } from '../method/method.recount';
import type { MethodSettings } from '../methods.contract';
import { MotionBook } from './audit/motion-book.recount';
import { motionOnPage } from './audit/motion-on-page.recount';
import { mayBeOfMotion, rulesOfMotions } from './audit/motion-rules.recount';
import { motion as contract, type MotionBallotCast, type MotionResults, type MotionSettings } from './motion.contract';

const story: MethodStory = {
  take: () => undefined,
  inWords(results) {
    const { motion } = results as MotionResults;
    return [
      `    ${outcomeInWords(motion)} (${motion?.majority} majority, ${motion?.quorum ? `quorum ${motion.quorum}` : 'no quorum'})`,
      ...(motion?.votes ?? []).map(
        ({ vote, votes, byAssurance }) => `    - ${vote}: ${plural(votes, 'ballot', 'ballots')} (${levelsInWords(byAssurance)})`,
      ),
    ];
  },
  changesSince(earlier, results) {
    const [before, { motion: now }] = [(earlier as MotionResults | undefined)?.motion, results as MotionResults];
    const votes = (now?.votes ?? []).flatMap(({ vote, votes: count }, index) =>
      changed(`ballots that say ${vote}`, before?.votes[index]?.votes, count),
    );
    return [...votes, ...(before && outcomeInWords(before) === outcomeInWords(now) ? [] : [outcomeInWords(now)])];
  },
  inJson: () => ({}),
};

function outcomeInWords(motion: MotionResults['motion']): string {
  if (motion?.isCarried) return 'the motion is carried';
  return motion?.reachesQuorum ? 'the motion is not carried' : 'the motion is not carried: it has no quorum';
}

export const motion: RecountedMethod = {
  contract,
  events: [],
  begin: (settings: MethodSettings, people) => new MotionBook(settings as MotionSettings, people),
  views: [],
  onPage: motionOnPage,
  isFiltered: true,
  tell: () => story,
  texts: [],
  permissions: [],
  mayHave: mayBeOfMotion,
  answered: ({ title }) => [[title]],
  rules: rulesOfMotions,
};

export const actsOfMotions: ActsInWords<MotionBallotCast> = { MotionBallotCast: null };

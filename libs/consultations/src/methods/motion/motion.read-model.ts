import { countedByChoices } from '../choices/choice-method.read-model';
import { motionTables } from './ballot/motion-tables.read-model';
import { motion as contract, type MotionBallotCast } from './motion.contract';
import { countedMotion } from './results/counted-motion.read-model';

export const motion = countedByChoices<MotionBallotCast>({
  contract,
  tables: motionTables,
  choices: ({ vote }) => [vote],
  ballot: (options) => ({ options }),
  results: (tallies, activity) => ({ motion: countedMotion(tallies, activity) }),
});

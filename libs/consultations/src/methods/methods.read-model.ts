import { deliberation } from './deliberation/deliberation.read-model';
import { document } from './document/document.read-model';
import type { ReadMethod } from './method/method.read-model';
import { motion } from './motion/motion.read-model';
import { poll } from './poll/poll.read-model';
import { rankedVote } from './ranked-vote/ranked-vote.read-model';
import { scoreVote } from './score-vote/score-vote.read-model';
import { survey } from './survey/survey.read-model';

/** The ways of taking part, as read models know them. */
export const readMethods: readonly ReadMethod[] = [deliberation, poll, rankedVote, scoreVote, motion, document, survey];

export function methodOf(name: string, among = readMethods): ReadMethod | undefined {
  return among.find(({ contract }) => contract.method === name);
}

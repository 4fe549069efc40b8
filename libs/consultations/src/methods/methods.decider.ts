import { deliberation } from './deliberation/deliberation.decider';
import { document } from './document/document.decider';
import type { Method } from './method/method.decider';
import { motion } from './motion/motion.decider';
import { poll } from './poll/poll.decider';
import { rankedVote } from './ranked-vote/ranked-vote.decider';
import { scoreVote } from './score-vote/score-vote.decider';
import { survey } from './survey/survey.decider';

/** The ways of taking part, as deciders know them. */
export const methods: readonly Method[] = [deliberation, poll, rankedVote, scoreVote, motion, document, survey];

import { deliberation } from './deliberation/deliberation.recount';
import { actsOfDeliberations } from './deliberation/statement/audit/statement-story.recount';
import { actsOfDocuments, document } from './document/document.recount';
import type { RecountedMethod } from './method/method.recount';
import { actsOfMotions, motion } from './motion/motion.recount';
import { actsOfPolls, poll } from './poll/poll.recount';
import { actsOfRankedVotes, rankedVote } from './ranked-vote/ranked-vote.recount';
import { actsOfScoreVotes, scoreVote } from './score-vote/score-vote.recount';
import { actsOfSurveys, survey } from './survey/survey.recount';

/** The ways of taking part, as an auditor knows them. */
export const recountedMethods: readonly RecountedMethod[] = [deliberation, poll, rankedVote, scoreVote, motion, document, survey];

/** Undefined for one that only a newer program knows. */
export function methodOf(name: string, among = recountedMethods): RecountedMethod | undefined {
  return among.find(({ contract }) => contract.method === name);
}

export const actsOfMethods = {
  ...actsOfDeliberations,
  ...actsOfPolls,
  ...actsOfRankedVotes,
  ...actsOfScoreVotes,
  ...actsOfMotions,
  ...actsOfDocuments,
  ...actsOfSurveys,
};

import type { ApiClient } from '@isegoria/api-client';
import { hiddenDashboard } from '../hidden-results/hidden-results.page';
import type { ActivityResults } from '../results/results.contract';
import { deliberation } from './deliberation/deliberation-pages.page';
import { document } from './document/document-pages.page';
import type { DashboardOf, MethodDashboard, MethodPages } from './method/method.page';
import { motion } from './motion/motion-pages.page';
import { poll } from './poll/poll-pages.page';
import { rankedVote } from './ranked-vote/ranked-vote-pages.page';
import { scoreVote } from './score-vote/score-vote-pages.page';
import { survey } from './survey/survey-pages.page';
import { unknownMethod } from './method/unknown-method.page';

/** The ways of taking part, as pages know them; the first is offered first. */
export const pagesOfMethods: readonly MethodPages[] = [deliberation, poll, rankedVote, scoreVote, motion, survey, document];

/** The pages of a method; if this program does not have it, for example in the middle of an upgrade, pages that say so. */
export function pagesOf(method: string): MethodPages {
  return pagesOfMethods.find((known) => known.method === method) ?? unknownMethod;
}

/** What is shown of the results of an activity: nothing of what people chose while that is hidden. */
export function dashboardFor(api: ApiClient, results: ActivityResults, of: DashboardOf): Promise<MethodDashboard> {
  return results.resultsHidden ? Promise.resolve(hiddenDashboard(results)) : pagesOf(results.method).dashboard(api, results, of);
}

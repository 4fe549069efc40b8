import type { ApiPart } from '@isegoria/api-host';
import { ballotAnswers } from './ballot-exclusion/ballot-list.read-model';
import { myBallotAnswers } from './ballot/my-ballot.read-model';
import {
  closeConsultation,
  draftConsultation,
  excludeBallot,
  exportContributions,
  publishConsultation,
  publishOutcome,
  reinstateBallot,
} from './commands.contract';
import { consultationAnswers } from './consultation/consultation.read-model';
import { DOWNLOAD_LIMITS, Downloads, downloadLimits } from './export/downloads.api';
import { ExportsController } from './export/export.api';
import { LIVE_LIMITS, LiveUpdates, liveLimits } from './live/live-updates.api';
import { LiveController } from './live/live.api';
import { opinionMapAnswers } from './methods/deliberation/opinion-map/opinion-map.read-model';
import { acceptStatement, castStatementVote, rejectStatement, submitStatement } from './methods/deliberation/statement-commands.contract';
import { statementAnswers } from './methods/deliberation/statement.read-model';
import { castPollBallot } from './methods/poll/poll-commands.contract';
import { resultsAnswers } from './results/results.read-model';

export { DOWNLOAD_LIMITS, Downloads, downloadLimits, LIVE_LIMITS, LiveUpdates, liveLimits };

/** Routes are tried in this order, the busiest first. */
export const consultationsApi: ApiPart = {
  commands: [
    castStatementVote,
    castPollBallot,
    submitStatement,
    acceptStatement,
    rejectStatement,
    draftConsultation,
    publishConsultation,
    closeConsultation,
    publishOutcome,
    excludeBallot,
    reinstateBallot,
    exportContributions,
  ],
  answers: [...resultsAnswers, ...opinionMapAnswers, ...consultationAnswers, ...statementAnswers, ...myBallotAnswers, ...ballotAnswers],
  controllers: [LiveController, ExportsController],
  providers: [
    LiveUpdates,
    Downloads,
    { provide: DOWNLOAD_LIMITS, useValue: downloadLimits },
    { provide: LIVE_LIMITS, useValue: liveLimits },
  ],
};

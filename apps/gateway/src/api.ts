import type { ApiPart } from '@isegoria/api-host';
import {
  acceptStatement,
  answerQuestion,
  askQuestion,
  castPollBallot,
  castStatementVote,
  changeSettings,
  closeConsultation,
  confirmEmail,
  draftConsultation,
  draftPage,
  eraseAccount,
  excludeBallot,
  exportContributions,
  grantRole,
  hideComment,
  importAccounts,
  publishConsultation,
  publishOutcome,
  publishPage,
  readMailbox,
  registerAccount,
  reinstateBallot,
  rejectStatement,
  revisePage,
  revokeRole,
  signIn,
  skipEvent,
  submitComment,
  submitStatement,
  withdrawPage,
} from '@isegoria/contracts';
import {
  accountAnswers,
  ballotAnswers,
  commentAnswers,
  consultationAnswers,
  myBallotAnswers,
  officialAnswers,
  opinionMapAnswers,
  pageAnswers,
  questionAnswers,
  readModelAnswers,
  resultsAnswers,
  settingsAnswers,
  statementAnswers,
} from '@isegoria/read-models';
import { LiveController } from './consultations/live.controller';
import { LIVE_LIMITS, LiveUpdates, liveLimits } from './consultations/live-updates';
import { DOWNLOAD_LIMITS, Downloads, downloadLimits } from './exports/downloads';
import { ExportsController } from './exports/exports.controller';
import { SessionsController } from './identity/sessions.controller';
import { ReceiptsController } from './log/receipts.controller';
import { TransparencyLog } from './log/transparency-log';

/** What each context gives to the API. Routes are tried in this order, the busiest first. */
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
  answers: [
    ...resultsAnswers,
    ...opinionMapAnswers,
    ...consultationAnswers,
    ...statementAnswers,
    ...myBallotAnswers,
    ...ballotAnswers,
  ],
  controllers: [LiveController, ExportsController],
  providers: [LiveUpdates, Downloads, { provide: DOWNLOAD_LIMITS, useValue: downloadLimits }, { provide: LIVE_LIMITS, useValue: liveLimits }],
};

export const feedbackApi: ApiPart = {
  commands: [submitComment, hideComment, askQuestion, answerQuestion],
  answers: [...commentAnswers, ...questionAnswers],
};

export const contentApi: ApiPart = {
  commands: [draftPage, revisePage, publishPage, withdrawPage, changeSettings],
  answers: [...pageAnswers, ...settingsAnswers],
};

export const identityApi: ApiPart = {
  commands: [registerAccount, confirmEmail, signIn, eraseAccount, grantRole, revokeRole, importAccounts, readMailbox],
  answers: accountAnswers,
  controllers: [SessionsController],
};

/** What is about all contexts: receipts, what officials did, and how the read models stand. */
export const recordApi: ApiPart = {
  commands: [skipEvent],
  answers: [...officialAnswers, ...readModelAnswers],
  controllers: [ReceiptsController],
  providers: [TransparencyLog],
};

/** Everything, in the order in which it is tried. */
export const apiParts: readonly ApiPart[] = [consultationsApi, feedbackApi, contentApi, identityApi, recordApi];

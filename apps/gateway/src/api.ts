import type { ApiPart } from '@isegoria/api-host';
import { consultationsApi } from '@isegoria/consultations/api';
import { contentApi } from '@isegoria/content/api';
import { skipEvent } from '@isegoria/contracts';
import { feedbackApi } from '@isegoria/feedback/api';
import { identityApi } from '@isegoria/identity/api';
import { fileUseAnswers, officialAnswers, readModelAnswers, searchAnswers } from '@isegoria/read-models';
import { ReceiptsController } from './log/receipts.controller';
import { TransparencyLog } from './log/transparency-log';

/** What is about all contexts: receipts, what officials did, and how the read models stand. */
export const recordApi: ApiPart = {
  commands: [skipEvent],
  answers: [...fileUseAnswers, ...officialAnswers, ...readModelAnswers, ...searchAnswers],
  controllers: [ReceiptsController],
  providers: [TransparencyLog],
};

/** What each context gives to the API, in the order in which it is tried, the busiest first. */
export const apiParts: readonly ApiPart[] = [consultationsApi, feedbackApi, contentApi, identityApi, recordApi];

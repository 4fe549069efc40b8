import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { readModels } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { BallotsController } from './consultations/ballots.controller';
import { ConsultationsController } from './consultations/consultations.controller';
import { LIVE_LIMITS, LiveUpdates, liveLimits } from './consultations/live-updates';
import { OpinionMaps, Results } from './consultations/published-answers';
import { ResultsController } from './consultations/results.controller';
import { StatementsController } from './consultations/statements.controller';
import { PagesController } from './content/pages.controller';
import { SettingsController } from './content/settings.controller';
import { DOWNLOAD_LIMITS, Downloads, downloadLimits } from './exports/downloads';
import { ExportsController } from './exports/exports.controller';
import { CommentsController } from './feedback/comments.controller';
import { QuestionsController } from './feedback/questions.controller';
import { AccountsController } from './identity/accounts.controller';
import { MailboxController } from './identity/mailbox.controller';
import { SessionsController } from './identity/sessions.controller';
import { ReceiptsController } from './log/receipts.controller';
import { TransparencyLog } from './log/transparency-log';
import { OfficialsController } from './officials/officials.controller';
import { OpenApiController } from './openapi/openapi.controller';
import { UnknownRouteController } from './openapi/unknown-route.controller';
import { ReadModelsController } from './read-models/read-models.controller';
import { ReadPosition } from './reading/read-position';
import { WaitForPosition } from './reading/reading';
import { Broadcasts } from './request/broadcasts';
import { Commands } from './request/commands';
import { floodLimits } from './request/floods';
import { ImportedPeople } from './request/imported-people';
import { Sessions } from './request/sessions';

@Module({
  imports: [PlatformModule.with({ ...readModels, nats: true, subjectKeys: true }), ThrottlerModule.forRoot(floodLimits)],
  controllers: [
    // Routes are tried in this order: the busiest first, the one that takes what no other took last.
    BallotsController,
    ResultsController,
    ConsultationsController,
    StatementsController,
    CommentsController,
    QuestionsController,
    PagesController,
    ExportsController,
    SettingsController,
    AccountsController,
    SessionsController,
    MailboxController,
    ReceiptsController,
    OfficialsController,
    ReadModelsController,
    OpenApiController,
    UnknownRouteController,
  ],
  providers: [
    Broadcasts,
    Commands,
    Downloads,
    ImportedPeople,
    LiveUpdates,
    OpinionMaps,
    ReadPosition,
    Results,
    Sessions,
    TransparencyLog,
    WaitForPosition,
    { provide: DOWNLOAD_LIMITS, useValue: downloadLimits },
    { provide: LIVE_LIMITS, useValue: liveLimits },
  ],
})
export class GatewayModule {}

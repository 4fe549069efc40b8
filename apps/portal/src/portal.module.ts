import { Module } from '@nestjs/common';
import { PlatformModule } from '@isegoria/service-host';
import { AccountController } from './account/account.controller';
import { ErasureController } from './account/erasure.controller';
import { AccountsOfficeController } from './office/accounts.controller';
import { BallotsOfficeController } from './office/ballots.controller';
import { ConsultationsController } from './consultations/consultations.controller';
import { ConsultationsOfficeController } from './office/consultations.controller';
import { ContentController } from './content/content.controller';
import { ContentOfficeController } from './office/content.controller';
import { ExportsOfficeController } from './office/exports.controller';
import { MailboxController } from './account/mailbox.controller';
import { ModerationController } from './office/moderation.controller';
import { ParticipationController } from './consultations/participation.controller';
import { QuestionsController } from './questions/questions.controller';
import { ReceiptsController } from './receipts/receipts.controller';
import { ResultsController } from './results/results.controller';
import { SettingsOfficeController } from './office/settings.controller';
import { SETTINGS, settingsFromEnvironment } from './web/settings';
import './texts';
import { StartController } from './start/start.controller';
import { OfficialsController } from './transparency/officials.controller';
import { TransparencyController } from './transparency/transparency.controller';

/** The public site: a client of the public API, which it knows by one address. */
@Module({
  imports: [PlatformModule.with({})],
  controllers: [
    StartController,
    ConsultationsController,
    ParticipationController,
    ResultsController,
    QuestionsController,
    ContentController,
    AccountController,
    ErasureController,
    MailboxController,
    ReceiptsController,
    TransparencyController,
    OfficialsController,
    ContentOfficeController,
    ConsultationsOfficeController,
    ExportsOfficeController,
    ModerationController,
    BallotsOfficeController,
    AccountsOfficeController,
    SettingsOfficeController,
  ],
  providers: [{ provide: SETTINGS, useFactory: () => settingsFromEnvironment() }],
})
export class PortalModule {}

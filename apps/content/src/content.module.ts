import { Module } from '@nestjs/common';
import { eventCatalogue } from '@isegoria/contracts';
import { PlatformModule } from '@isegoria/service-host';
import { PageController } from './page/page.controller';
import { SettingsController } from './settings/settings.controller';

/** What the institution says: announcements and information pages, drafted and published by officials, and how it names itself. */
@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, answers: 'content' })],
  controllers: [PageController, SettingsController],
})
export class ContentModule {}

import { Module } from '@nestjs/common';
import { eventsOfUnits } from '@isegoria/identity';
import { catalogue } from '@isegoria/kernel';
import { PlatformModule } from '@isegoria/service-host';
import { PageController } from './page/page.controller';
import { SettingsController } from './settings/settings.controller';
import { SitePageController } from './site-page/site-page.controller';
import { eventsOfContent } from './contract';

/** What the institution says: announcements and information pages, drafted and published by officials, and how it names itself. */
@Module({
  imports: [PlatformModule.with({ eventStore: catalogue([...eventsOfContent, ...eventsOfUnits]), answers: 'content' })],
  controllers: [PageController, SettingsController, SitePageController],
})
export class ContentModule {}

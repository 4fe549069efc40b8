import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eventsOfCategories } from '@isegoria/consultations';
import { eventsOfUnits } from '@isegoria/identity';
import { catalogue } from '@isegoria/kernel';
import { CLOCK, PlatformModule } from '@isegoria/service-host';
import { FileController } from './file/file.controller';
import { PageController } from './page/page.controller';
import { PagesPublishThemselves } from './page/planned/planned.policy';
import { PlannedPages } from './page/planned/planned-pages.service';
import { PublicServiceController } from './public-service/public-service.controller';
import { SiteTreeController } from './site-tree/site-tree.controller';
import { SettingsController } from './settings/settings.controller';
import { SitePageController } from './site-page/site-page.controller';
import { Tables } from './tables.service';
import { eventsOfContent } from './contract';

/** What the institution says: announcements and information pages, drafted and published by officials, and how it names itself. */
@Module({
  imports: [
    PlatformModule.with({
      eventStore: catalogue([...eventsOfContent, ...eventsOfUnits, ...eventsOfCategories]),
      answers: 'content',
      entities: [],
    }),
  ],
  controllers: [PageController, SettingsController, SitePageController, SiteTreeController, FileController, PublicServiceController],
  providers: [
    { provide: Tables, useFactory: Tables.in, inject: [DataSource] },
    { provide: CLOCK, useValue: () => new Date() },
    PlannedPages,
    PagesPublishThemselves,
  ],
})
export class ContentModule {}

import { Module } from '@nestjs/common';
import { PlatformModule } from '@isegoria/service-host';
import { pagesOfConsultations } from '@isegoria/consultations/portal';
import { pagesOfContent } from '@isegoria/content/portal';
import { pagesOfFeedback, partsOfServices, sectionsOfConsultations } from '@isegoria/feedback/portal';
import { pagesOfIdentity } from '@isegoria/identity/portal';
import { PARTS_OF_SERVICES, SECTIONS, SETTINGS, settingsFromEnvironment } from '@isegoria/portal-kit';
import { MyController } from './my/my.controller';
import { OfficeController } from './office/office.controller';
import { ReceiptsController } from './receipts/receipts.controller';
import './texts';
import { CrawlersController } from './web/crawlers.controller';
import { SitePicturesController } from './web/site-pictures.controller';
import { SecurityTxtController } from './web/security-txt.controller';
import { StartController } from './start/start.controller';
import { UnitController } from './units/unit.controller';
import { OfficialsController } from './transparency/officials/officials.controller';
import { TransparencyController } from './transparency/transparency.controller';

/** The public site: a client of the public API, which it knows by one address. */
@Module({
  imports: [PlatformModule.with({})],
  controllers: [
    StartController,
    ...pagesOfConsultations,
    ...pagesOfFeedback,
    ...pagesOfContent,
    ...pagesOfIdentity,
    MyController,
    ReceiptsController,
    TransparencyController,
    OfficialsController,
    OfficeController,
    UnitController,
    CrawlersController,
    SecurityTxtController,
    SitePicturesController,
  ],
  providers: [
    { provide: SETTINGS, useFactory: () => settingsFromEnvironment() },
    { provide: SECTIONS, useValue: sectionsOfConsultations },
    { provide: PARTS_OF_SERVICES, useValue: partsOfServices },
  ],
})
export class PortalModule {}

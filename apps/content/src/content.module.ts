import { Module } from '@nestjs/common';
import { PlatformModule } from '@isegoria/service-host';
import { PageController } from './page/page.controller';

/** Announcements and information pages: what the institution says, drafted and published by officials. */
@Module({
  imports: [PlatformModule.with({ eventStore: true })],
  controllers: [PageController],
})
export class ContentModule {}

import { Module } from '@nestjs/common';
import { eventCatalogue } from '@isegoria/contracts';
import { readModelEntities } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { Projector } from './projector';

@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, entities: readModelEntities, nats: true })],
  providers: [Projector],
})
export class ProjectorModule {}

import { Module } from '@nestjs/common';
import { readModelEntities } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { Projector } from './projector';

@Module({
  imports: [PlatformModule.with({ eventStore: true, entities: readModelEntities, nats: true })],
  providers: [Projector],
})
export class ProjectorModule {}

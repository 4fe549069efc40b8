import { Module } from '@nestjs/common';
import { eventCatalogue } from '@isegoria/contracts';
import { readModels } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { Projector } from './projector';
import { SkipsController } from './skips.controller';

@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, answers: 'projector', ...readModels, poolSize: 20, nats: true })],
  controllers: [SkipsController],
  providers: [Projector],
})
export class ProjectorModule {}

import { Module } from '@nestjs/common';
import { readModels } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { Projector } from './projector';
import { SkipsController } from './skips.controller';

@Module({
  imports: [PlatformModule.with({ eventStore: true, ...readModels, poolSize: 20, nats: true })],
  controllers: [SkipsController],
  providers: [Projector],
})
export class ProjectorModule {}

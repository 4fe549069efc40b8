import { Module } from '@nestjs/common';
import { ApiHostModule } from '@isegoria/api-host';
import { readModels } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { apiParts } from './api';

@Module({
  imports: [
    PlatformModule.with({ ...readModels, nats: true, subjectKeys: true }),
    ApiHostModule.with(...apiParts),
  ],
})
export class GatewayModule {}

import { Module } from '@nestjs/common';
import { ApiHostModule } from '@isegoria/api-host';
import { authenticateSession, speakFor } from '@isegoria/contracts';
import { readModels } from '@isegoria/read-models';
import { PlatformModule } from '@isegoria/service-host';
import { apiParts } from './api';

@Module({
  imports: [
    PlatformModule.with({ ...readModels, nats: true, secretCommands: 'send', subjectKeys: true }),
    ApiHostModule.with({ authenticate: authenticateSession, speakFor }, apiParts),
  ],
})
export class GatewayModule {}

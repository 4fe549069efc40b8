import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { apiOf, type ApiPart } from './contract/api';
import { descriptionOf, unknownRoute } from './openapi/description';
import { ReadPosition } from './reading/read-position';
import { Broadcasts } from './request/broadcasts';
import { Commands } from './request/commands';
import { floodLimits } from './request/floods';
import { ImportedPeople } from './request/imported-people';
import { Sessions } from './request/sessions';
import { WHO_ACTS, type WhoActs } from './request/who-acts';

const shared = [Broadcasts, Commands, ImportedPeople, ReadPosition, Sessions];

/**
 * Serves what the contexts give to the API, with its description; needs the DataSource, SubjectKeys, BUS and CommandClient of the
 * platform.
 */
@Global()
@Module({})
export class ApiHostModule {
  static with(whoActs: WhoActs, parts: readonly ApiPart[]): DynamicModule {
    const { controllers, contracts } = apiOf(parts);
    return {
      module: ApiHostModule,
      imports: [ThrottlerModule.forRoot(floodLimits)],
      // Routes are tried in this order: the one that takes what no other took comes last.
      controllers: [...controllers, descriptionOf(contracts), unknownRoute(contracts)],
      providers: [
        { provide: WHO_ACTS, useValue: whoActs },
        ...shared,
        ...parts.flatMap(({ providers = [] }) => providers),
      ],
      exports: shared,
    };
  }
}

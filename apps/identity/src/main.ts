import { runService } from '@isegoria/service-host';
import { IdentityModule } from './identity.module';

runService(IdentityModule, { name: 'identity', commands: true });

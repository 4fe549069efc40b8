import { runService } from '@isegoria/service-host';
import { IdentityModule } from '@isegoria/identity/service';

runService(IdentityModule, { name: 'identity', commands: true });

import { allAreClosedUpTo } from '@isegoria/consultations/read-models';
import { IdentityModule } from '@isegoria/identity/service';
import { runService } from '@isegoria/service-host';

runService(IdentityModule.with(allAreClosedUpTo), { name: 'identity', commands: true });

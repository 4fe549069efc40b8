import { allAreClosedUpTo } from '@isegoria/consultations/read-models';
import { IdentityModule } from '@isegoria/identity/service';
import { knownNotes } from '@isegoria/read-models';
import { runService } from '@isegoria/service-host';

runService(IdentityModule.with(allAreClosedUpTo, knownNotes), { name: 'identity', commands: true });

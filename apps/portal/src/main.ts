import { runService } from '@isegoria/service-host';
import { PortalModule } from './portal.module';
import { configurePortal } from '@isegoria/portal-kit';

runService(PortalModule, { name: 'portal', configure: configurePortal });

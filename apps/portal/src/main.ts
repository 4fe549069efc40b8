import { runService } from '@isegoria/service-host';
import { PortalModule } from './portal.module';
import { configurePortal } from './web/configure';

runService(PortalModule, { name: 'portal', configure: configurePortal });

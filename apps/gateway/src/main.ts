import { runService } from '@isegoria/service-host';
import { configure } from './configure';
import { GatewayModule } from './gateway.module';

runService(GatewayModule, { name: 'gateway', configure });

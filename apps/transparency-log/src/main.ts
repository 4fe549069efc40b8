import { runService } from '@isegoria/service-host';
import { configureLog } from './configure';
import { TransparencyLogModule } from './transparency-log.module';

runService(TransparencyLogModule, { name: 'transparency-log', configure: configureLog });

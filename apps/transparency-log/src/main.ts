import { runService } from '@isegoria/service-host';
import { TransparencyLogModule } from './transparency-log.module';

runService(TransparencyLogModule, { name: 'transparency-log' });

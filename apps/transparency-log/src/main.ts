import { runService, toldOfHttps } from '@isegoria/service-host';
import { TransparencyLogModule } from './transparency-log.module';

runService(TransparencyLogModule, { name: 'transparency-log', configure: (app) => void app.use(toldOfHttps()) });

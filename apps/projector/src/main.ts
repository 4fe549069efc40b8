import { runService } from '@isegoria/service-host';
import { ProjectorModule } from './projector.module';

runService(ProjectorModule, { name: 'projector', commands: true });

import { runService } from '@isegoria/service-host';
import { ContentModule } from './content.module';

runService(ContentModule, { name: 'content', commands: true });

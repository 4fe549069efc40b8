import { runService } from '@isegoria/service-host';
import { ContentModule } from '@isegoria/content/service';

runService(ContentModule, { name: 'content', commands: true });

import { runService } from '@isegoria/service-host';
import { FeedbackModule } from '@isegoria/feedback/service';

runService(FeedbackModule, { name: 'feedback', commands: true });

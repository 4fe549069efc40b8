import { runService } from '@isegoria/service-host';
import { FeedbackModule } from './feedback.module';

runService(FeedbackModule, { name: 'feedback', commands: true });

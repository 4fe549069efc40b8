import { runService } from '@isegoria/service-host';
import { ConsultationsModule } from './consultations.module';

runService(ConsultationsModule, { name: 'consultations', commands: true });

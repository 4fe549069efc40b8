import { runService } from '@isegoria/service-host';
import { ConsultationsModule } from '@isegoria/consultations/service';

runService(ConsultationsModule, { name: 'consultations', commands: true });

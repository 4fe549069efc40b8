import { join } from 'node:path';
import { runService } from '@isegoria/service-host';
import { PortalModule } from './portal.module';
import { configurePortal } from '@isegoria/portal-kit';

// Beside this program, wherever the code that starts it is put.
process.env['DOCUMENT_WORKER'] ??= join(import.meta.dirname, 'document.worker.js');

runService(PortalModule, { name: 'portal', configure: configurePortal });

import { Controller, Get, Param, Res } from '@nestjs/common';
import { exportRoles, type ConsultationView, type ExportView } from '@isegoria/contracts';
import { idInPath } from '../web/id-in-path';
import type { Visited } from '../web/visit';
import { ExportPage } from './export.page';
import { requireRole } from './require-role';

@Controller('office/exports/:id')
export class ExportsOfficeController {
  @Get()
  async made(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    requireRole(visit, ...exportRoles);
    const made = await visit.api.get<ExportView>(`/exports/${idInPath(id)}`);
    const { title } = await visit.api.get<ConsultationView>(`/consultations/${made.consultationId}`);
    visit.show(<ExportPage made={made} title={title} />, { title: visit.texts.t('export.recorded') });
  }

  /** Passed on from the API as it comes, since a browser has no session there. */
  @Get('file')
  async file(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    requireRole(visit, ...exportRoles);
    await visit.sendFile(await visit.api.download(`/exports/${idInPath(id)}`, 'text/csv'));
  }
}

import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { carry, idInPath, type Visited } from '@isegoria/portal-kit';
import { exportContributions } from '../../export/export.contract';
import { exportAsked } from '../../export/export.page';
import { showManage } from './manage.portal';

@Controller('office/consultations/:id')
export class ConsultationsOfficeController {
  @Get()
  async manage(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showManage(visit, id);
  }

  @Post('exports')
  async export(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const consultationId = idInPath(id);
    await carry(visit, body, exportContributions, {
      command: (form) => ({ consultationId, ...exportAsked(form) }),
      accepted: ({ id: made, position }) => visit.seeOther(`/office/exports/${made}`, position),
      refused: (form, status) => showManage(visit, id, { export: form }, status),
    });
  }
}

import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { showConsultation } from '../consultation/consultation.contract';
import { fetchExport } from './export.contract';
import { ExportPage } from './export.page';

@Controller('office/exports/:id')
export class ExportsOfficeController {
  @Get()
  async made(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    visit.mustBePermitted('export');
    const made = await visit.api.ask(fetchExport, { exportId: idInPath(id) });
    const { title, activities } = await visit.api.ask(showConsultation, { consultationId: made.consultationId });
    const activity = activities.length > 1 ? activities.find(({ id }) => id === made.activityId) : undefined;
    visit.show(<ExportPage made={made} title={title} activity={activity} />, { title: visit.texts.t('export.recorded') });
  }

  /** Passed on from the API as it comes, since a browser has no session there. */
  @Get('file')
  async file(@Res() { visit }: Visited, @Param('id') id: string, @Query() query: { bom?: string; format?: string }): Promise<void> {
    visit.mustBePermitted('export');
    const { bom, format } = query;
    const asked = { ...(bom !== undefined && { bom: '1' as const }), ...(format === 'json' && { format }) };
    await visit.sendFile(await visit.api.open(fetchExport, { exportId: idInPath(id), ...asked }));
  }
}

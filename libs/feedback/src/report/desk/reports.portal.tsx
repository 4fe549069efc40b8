import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '@isegoria/portal-kit';
import { listReports } from '../report.contract';
import { ReportsPage } from './reports.page';

@Controller('office/moderation/reports')
export class ReportsController {
  @Get()
  async reports(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('moderate');
    const cursor = visit.cursor();
    const reports = await visit.api.ask(listReports, { cursor });
    visit.show(<ReportsPage reports={reports} cursor={cursor} />, { title: visit.texts.t('reports.title') });
  }
}

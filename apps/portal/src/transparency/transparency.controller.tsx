import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '@isegoria/portal-kit';
import { AuditorsPage } from './auditors/auditors.page';
import { newestCheckpoint } from './newest-checkpoint';
import { TransparencyPage } from './transparency.page';

@Controller()
export class TransparencyController {
  @Get('transparency')
  async transparency(@Res() { visit }: Visited): Promise<void> {
    const checkpoint = await newestCheckpoint(visit.settings.logUrl);
    visit.show(<TransparencyPage checkpoint={checkpoint} origin={visit.origin} />, { title: visit.texts.t('transparency.title') });
  }

  @Get('transparency/auditors')
  async auditors(@Res() { visit }: Visited): Promise<void> {
    const checkpoint = await newestCheckpoint(visit.settings.logUrl);
    visit.show(<AuditorsPage checkpoint={checkpoint} origin={visit.origin} />, { title: visit.texts.t('auditors.title') });
  }
}

import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '@isegoria/portal-kit';
import { newestCheckpoint } from './newest-checkpoint';
import { TransparencyPage } from './transparency.page';

@Controller()
export class TransparencyController {
  @Get('transparency')
  async transparency(@Res() { visit }: Visited): Promise<void> {
    const checkpoint = await newestCheckpoint(visit.settings.logUrl);
    visit.show(<TransparencyPage checkpoint={checkpoint} origin={visit.origin} />, { title: visit.texts.t('transparency.title') });
  }
}

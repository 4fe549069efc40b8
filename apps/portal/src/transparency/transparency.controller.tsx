import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '@isegoria/portal-kit';
import { newestCheckpoint } from './newest-checkpoint';
import { PlainPage, TransparencyPage } from './transparency.page';

@Controller()
export class TransparencyController {
  @Get('transparency')
  async transparency(@Res() { visit }: Visited): Promise<void> {
    const checkpoint = await newestCheckpoint(visit.settings.logUrl);
    visit.show(<TransparencyPage checkpoint={checkpoint} origin={visit.origin} />, { title: visit.texts.t('transparency.title') });
  }

  @Get('accessibility')
  accessibility(@Res() { visit }: Visited): void {
    visit.show(<PlainPage about="accessibility" />, { title: visit.texts.t('nav.accessibility') });
  }

  @Get('privacy')
  privacy(@Res() { visit }: Visited): void {
    visit.show(<PlainPage about="privacy" />, { title: visit.texts.t('nav.privacy') });
  }
}

import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '@isegoria/portal-kit';
import { RulesPage } from './rules.page';

@Controller('rules')
export class RulesController {
  @Get()
  rules(@Res() { visit }: Visited): void {
    visit.show(<RulesPage />, { title: visit.texts.t('rules.title'), description: visit.texts.t('rules.lead') });
  }
}

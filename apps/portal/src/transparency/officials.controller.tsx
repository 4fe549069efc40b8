import { Controller, Get, Query, Res } from '@nestjs/common';
import { listOfficialActions, officialActionKinds } from '@isegoria/contracts';
import type { Visited } from '@isegoria/portal-kit';
import { OfficialsPage } from './officials.page';

@Controller('transparency/officials')
export class OfficialsController {
  @Get()
  async actions(@Res() { visit }: Visited, @Query('kind') asked?: unknown): Promise<void> {
    const kind = officialActionKinds.find((known) => known === asked);
    const { items, next } = await visit.api.ask(listOfficialActions, { kind, cursor: visit.cursor() });
    visit.show(<OfficialsPage actions={items} kind={kind} cursor={visit.cursor()} next={next} />, {
      title: visit.texts.t('officials.title'),
    });
  }
}

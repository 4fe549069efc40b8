import { Controller, Get, Query, Res } from '@nestjs/common';
import { officialActionKinds, type OfficialAction } from '@isegoria/contracts';
import type { Visited } from '../web/visit';
import { OfficialsPage } from './officials.page';

@Controller('transparency/officials')
export class OfficialsController {
  @Get()
  async actions(@Res() { visit }: Visited, @Query('kind') asked?: unknown): Promise<void> {
    const kind = officialActionKinds.find((known) => known === asked);
    const { page } = visit;
    const { items, next } = await visit.api.get<{ items: OfficialAction[]; next: number | null }>('/officials/actions', { kind, page });
    visit.show(<OfficialsPage actions={items} kind={kind} page={page} next={next} />, { title: visit.texts.t('officials.title') });
  }
}

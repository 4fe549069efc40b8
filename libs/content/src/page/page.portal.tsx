import { Controller, Get, Param, Res } from '@nestjs/common';
import { allPages } from '@isegoria/api-client';
import { idInPath, narrowedTo, unitTrail, unitsToNarrow, type Visited } from '@isegoria/portal-kit';
import { listPages, showPage } from './page.contract';
import { AnnouncementsPage, ContentPage } from './page.page';

@Controller()
export class ContentController {
  @Get('announcements')
  async announcements(@Res() { visit }: Visited): Promise<void> {
    const [unit, from] = [narrowedTo(visit), visit.cursor()];
    const [announcements, information, newest] = await Promise.all([
      visit.api.ask(listPages, { kind: 'announcement', unit, cursor: from }),
      allPages((cursor) => visit.api.ask(listPages, { kind: 'information', unit, cursor })),
      (unit ?? from) ? visit.api.ask(listPages, {}) : undefined,
    ]);
    const units = await unitsToNarrow(visit, newest?.items ?? [...announcements.items, ...information]);
    const page = (
      <AnnouncementsPage
        announcements={announcements.items}
        information={information}
        units={units}
        unit={unit}
        cursor={from}
        next={announcements.next}
      />
    );
    visit.show(page, { title: visit.texts.t('nav.announcements') });
  }

  @Get('pages/:id')
  async page(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const page = await visit.api.ask(showPage, { pageId: idInPath(id) });
    const trail = await unitTrail(visit, '/announcements', page.unit);
    visit.show(<ContentPage page={page} trail={trail} mayEdit={visit.may('publish', page.unit)} />, { title: page.title });
  }
}

import { Controller, Get, Param, Res } from '@nestjs/common';
import { allPages } from '@isegoria/api-client';
import { idInPath, type Visited } from '@isegoria/portal-kit';
import { listPages, showPage } from './page.contract';
import { AnnouncementsPage, ContentPage } from './page.page';

@Controller()
export class ContentController {
  @Get('announcements')
  async announcements(@Res() { visit }: Visited): Promise<void> {
    const [announcements, information] = await Promise.all([
      visit.api.ask(listPages, { kind: 'announcement', cursor: visit.cursor() }),
      allPages((cursor) => visit.api.ask(listPages, { kind: 'information', cursor })),
    ]);
    const page = (
      <AnnouncementsPage announcements={announcements.items} information={information} cursor={visit.cursor()} next={announcements.next} />
    );
    visit.show(page, { title: visit.texts.t('nav.announcements') });
  }

  @Get('pages/:id')
  async page(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const page = await visit.api.ask(showPage, { pageId: idInPath(id) });
    visit.show(<ContentPage page={page} mayEdit={visit.may('publish')} />, { title: page.title });
  }
}

import { Controller, Get, Param, Res } from '@nestjs/common';
import type { PageView } from '@isegoria/contracts';
import { idInPath } from '../web/id-in-path';
import type { Visited } from '../web/visit';
import { AnnouncementsPage, ContentPage } from './content.page';

type Listed = { items: PageView[]; next: number | null };

@Controller()
export class ContentController {
  @Get('announcements')
  async announcements(@Res() { visit }: Visited): Promise<void> {
    const [announcements, information] = await Promise.all([
      visit.api.get<Listed>('/pages', { kind: 'announcement', page: visit.page }),
      visit.api.get<Listed>('/pages', { kind: 'information' }),
    ]);
    visit.show(<AnnouncementsPage announcements={announcements.items} information={information.items} page={visit.page} next={announcements.next ?? null} />, {
      title: visit.texts.t('nav.announcements'),
    });
  }

  @Get('pages/:id')
  async page(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const page = await visit.api.get<PageView>(`/pages/${idInPath(id)}`);
    visit.show(<ContentPage page={page} mayEdit={visit.has('official')} />, { title: page.title });
  }
}

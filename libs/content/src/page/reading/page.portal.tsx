import { Controller, Get, Param, Res } from '@nestjs/common';
import {
  categoriesOf,
  descriptionLength,
  idInPath,
  narrowedTo,
  narrowedToCategories,
  plainExcerpt,
  sharedPicture,
  unitTrail,
  unitsToNarrow,
  type Visited,
} from '@isegoria/portal-kit';
import { listPages, showPage, showUnitsOfPages } from '../page.contract';
import { AnnouncementsPage, ContentPage } from './page.page';

@Controller()
export class ContentController {
  @Get('announcements')
  async announcements(@Res() { visit }: Visited): Promise<void> {
    const [unit, cursor, furtherFrom] = [narrowedTo(visit), visit.cursor(), visit.cursor('information')];
    const chosen = narrowedToCategories(visit);
    const [announcements, information, units, tree] = await Promise.all([
      visit.api.ask(listPages, { kind: 'announcement', unit, ...chosen, cursor }),
      visit.api.ask(listPages, { kind: 'information', unit, ...chosen, cursor: furtherFrom }),
      unitsToNarrow(visit, showUnitsOfPages),
      categoriesOf(visit),
    ]);
    const page = (
      <AnnouncementsPage
        announcements={{ ...announcements, cursor }}
        information={{ ...information, cursor: furtherFrom }}
        units={units}
        unit={unit}
        tree={tree}
        chosen={chosen}
      />
    );
    visit.show(page, { title: visit.texts.t('nav.announcements') });
  }

  @Get('pages/:id')
  async page(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    const page = await visit.api.ask(showPage, { pageId: idInPath(id) });
    const [trail, tree] = await Promise.all([unitTrail(visit, '/announcements', page.unit), categoriesOf(visit)]);
    visit.show(<ContentPage page={page} trail={trail} tree={tree} mayEdit={visit.may('publish', page.unit)} />, {
      title: page.title,
      description: plainExcerpt(page.body, descriptionLength),
      picture: sharedPicture(page.picture),
    });
  }
}

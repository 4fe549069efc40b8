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
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { sitePath } from '../../site-tree/address.contract';
import { showPlace } from '../../site-tree/places/places.contract';
import { trailOf } from '../../site-tree/reading/place.page';
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
    const { pageId, path } = await visit.api.ask(showPlace, { pageId: idInPath(id) });
    if (path !== null) return visit.movedTo(sitePath(path));
    await showContentPage(visit, pageId);
  }
}

/** A page at its address, whichever that is. */
export async function showContentPage(visit: Visit, pageId: string): Promise<void> {
  const [page, place] = await Promise.all([visit.api.ask(showPage, { pageId }), visit.api.ask(showPlace, { pageId })]);
  const [units, tree] = await Promise.all([unitTrail(visit, '/announcements', page.unit), categoriesOf(visit)]);
  const { t } = visit.texts;
  const inList = [{ href: '/announcements', label: t('nav.announcements') }, ...units];
  const trail = place.path === null ? inList : trailOf(place, t('site.title'));
  visit.show(<ContentPage page={page} place={place} trail={trail} tree={tree} mayEdit={visit.may('publish', page.unit)} />, {
    title: page.title,
    description: plainExcerpt(page.body, descriptionLength),
    picture: sharedPicture(page.picture),
  });
}

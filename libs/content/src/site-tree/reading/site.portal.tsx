import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/kernel';
import type { Visited } from '@isegoria/portal-kit';
import { showContentPage } from '../../page/reading/page.portal';
import { pathAsked, pathLength, sitePath } from '../address.contract';
import { showAddress, showTop } from '../places/places.contract';
import { SitePage } from './site.page';

@Controller('site')
export class SiteController {
  @Get()
  async all(@Res() { visit }: Visited): Promise<void> {
    const { sections } = await visit.api.ask(showTop, {});
    visit.show(<SitePage sections={sections} />, { title: visit.texts.t('site.title'), description: visit.texts.t('site.lead') });
  }

  /** One address for a page: every other way of writing it, and those that it had, lead there. */
  @Get('*path')
  async page(@Res() { visit }: Visited, @Param('path') parts: readonly string[]): Promise<void> {
    const asked = parts.join('/');
    if (asked.length > pathLength) throw new Rejection('PAGE_NOT_FOUND');
    const { pageId, path } = await visit.api.ask(showAddress, { path: pathAsked(asked) });
    if (path === null) return visit.movedTo(`/pages/${pageId}`);
    if (path !== asked || visit.request.path.endsWith('/')) return visit.movedTo(sitePath(path));
    await showContentPage(visit, pageId);
  }
}

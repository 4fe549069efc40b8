import { Controller, Get, Res } from '@nestjs/common';
import type { Visit, Visited } from '@isegoria/portal-kit';
import type { SitePageName } from '../facts.contract';
import { showSitePage } from '../site-page.contract';
import { SitePage } from './site-page.page';

@Controller()
export class SitePagesController {
  @Get('imprint')
  imprint(@Res() { visit }: Visited): Promise<void> {
    return show(visit, 'imprint');
  }

  @Get('terms')
  terms(@Res() { visit }: Visited): Promise<void> {
    return show(visit, 'terms');
  }

  @Get('privacy')
  privacy(@Res() { visit }: Visited): Promise<void> {
    return show(visit, 'privacy');
  }

  @Get('accessibility')
  accessibility(@Res() { visit }: Visited): Promise<void> {
    return show(visit, 'accessibility');
  }

  @Get('rules')
  rules(@Res() { visit }: Visited): Promise<void> {
    return show(visit, 'rules');
  }

  @Get('cookies')
  cookies(@Res() { visit }: Visited): Promise<void> {
    return show(visit, 'cookies');
  }
}

async function show(visit: Visit, page: SitePageName): Promise<void> {
  const view = await visit.api.ask(showSitePage, { page });
  visit.show(<SitePage page={view} institution={visit.ministry} mayEdit={visit.may('administer')} />, {
    title: visit.texts.t(`nav.${page}`),
  });
}

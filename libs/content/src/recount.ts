import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfPages } from './page/audit/page-rules.recount';
import type { ContentEvent } from './page/page.contract';
import { actsOfPages } from './page/audit/page.recount';
import { PagesShown } from './page/audit/pages-shown.recount';
import { actsOfSitePages, rulesOfSitePages } from './site-page/audit/site-page.recount';
import { SitePagesShown } from './site-page/audit/site-pages-shown.recount';
import { showGoingPublic } from './site-page/going-public/going-public.contract';
import type { SitePageFilledIn } from './site-page/site-page.contract';
import type { SettingsChanged } from './settings/settings.contract';
import { actsOfSettings, rulesOfSettings } from './settings/settings.recount';
import { SettingsShown } from './settings/settings-shown.recount';

const acts: ActsInWords<ContentEvent | SettingsChanged | SitePageFilledIn> = {
  ...actsOfPages,
  ...actsOfSettings,
  ...actsOfSitePages,
};

export const recountOfContent: RecountRoom = {
  counts: [],
  stories: [],
  names: [],
  texts: [],
  permissions: [],
  shown: () => [new PagesShown(), new SettingsShown(), new SitePagesShown()],
  openings: [],
  notShown: [[showGoingPublic, 'it follows from the settings and from what the pages about the site state, which are compared']],
  rules: () => [rulesOfPages(), rulesOfSettings(), rulesOfSitePages()],
  acts,
  leaves: {},
};

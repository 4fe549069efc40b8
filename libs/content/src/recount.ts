import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfFiles } from './file/audit/file-rules.recount';
import { actsOfFiles } from './file/audit/file.recount';
import { FilesShown } from './file/audit/files-shown.recount';
import { fetchFile, type FileEvent } from './file/file.contract';
import { rulesOfPages } from './page/audit/page-rules.recount';
import type { ContentEvent } from './page/page.contract';
import { actsOfPages } from './page/audit/page.recount';
import { PageVersionsShown } from './page/audit/page-versions-shown.recount';
import { PagesShown } from './page/audit/pages-shown.recount';
import { PublicServicesShown } from './public-service/audit/public-services-shown.recount';
import { rulesOfServices } from './public-service/audit/public-service-rules.recount';
import { actsOfServices } from './public-service/audit/public-service.recount';
import type { ServiceEvent } from './public-service/public-service-events.contract';
import { actsOfSitePages, rulesOfSitePages } from './site-page/audit/site-page.recount';
import { SitePagesShown } from './site-page/audit/site-pages-shown.recount';
import { PlacesShown } from './site-tree/audit/places-shown.recount';
import { rulesOfSiteTree } from './site-tree/audit/site-tree-rules.recount';
import { actsOfSiteTree } from './site-tree/audit/site-tree.recount';
import type { TreeEvent } from './site-tree/site-tree.contract';
import { search } from './search/search.contract';
import { showGoingPublic } from './site-page/going-public/going-public.contract';
import type { SitePageFilledIn } from './site-page/site-page.contract';
import type { SettingsChanged } from './settings/settings.contract';
import { actsOfSettings, rulesOfSettings } from './settings/settings.recount';
import { SettingsShown } from './settings/settings-shown.recount';

const acts: ActsInWords<ContentEvent | SettingsChanged | SitePageFilledIn | FileEvent | ServiceEvent | TreeEvent> = {
  ...actsOfPages,
  ...actsOfSettings,
  ...actsOfSitePages,
  ...actsOfFiles,
  ...actsOfServices,
  ...actsOfSiteTree,
};

export const recountOfContent: RecountRoom = {
  counts: [],
  stories: [],
  names: [],
  texts: [],
  permissions: [],
  shown: () => [
    ...[new PagesShown(), new PageVersionsShown(), new PlacesShown(), new SettingsShown(), new SitePagesShown()],
    ...[new FilesShown(), new PublicServicesShown()],
  ],
  openings: [],
  notShown: [
    [showGoingPublic, 'it follows from the settings and from what the pages about the site state, which are compared'],
    [search, 'whatever it finds is compared where it stands; how words are matched and ordered is told in no figure'],
    [fetchFile, 'the bytes of every file are held against the hash that the log names'],
  ],
  rules: () => [rulesOfPages(), rulesOfSettings(), rulesOfSitePages(), rulesOfFiles(), rulesOfServices(), rulesOfSiteTree()],
  acts,
  leaves: {},
};

import { fileAdded, fileWithdrawn } from './file/file.contract';
import { pageArchived, pageDrafted, pagePublicationPlanned, pagePublished, pageRevised, pageWithdrawn } from './page/page.contract';
import { eventsOfServices } from './public-service/public-service-events.contract';
import { settingsChanged } from './settings/settings.contract';
import { sitePageFilledIn } from './site-page/site-page.contract';
import { eventsOfSiteTree } from './site-tree/site-tree.contract';

export const eventsOfContent = [
  pageDrafted,
  pageRevised,
  pagePublicationPlanned,
  pagePublished,
  pageArchived,
  pageWithdrawn,
  settingsChanged,
  sitePageFilledIn,
  fileAdded,
  fileWithdrawn,
  ...eventsOfServices,
  ...eventsOfSiteTree,
] as const;

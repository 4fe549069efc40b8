import { fileAdded, fileWithdrawn } from './file/file.contract';
import { pageDrafted, pagePublished, pageRevised, pageWithdrawn } from './page/page.contract';
import { settingsChanged } from './settings/settings.contract';
import { sitePageFilledIn } from './site-page/site-page.contract';

export const eventsOfContent = [
  pageDrafted,
  pageRevised,
  pagePublished,
  pageWithdrawn,
  settingsChanged,
  sitePageFilledIn,
  fileAdded,
  fileWithdrawn,
] as const;

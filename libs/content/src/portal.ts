import { FilesOfficeController } from './file/office/files-office.portal';
import { FilesPortalController } from './file/reading/files.portal';
import { ContentController } from './page/reading/page.portal';
import { PageOfficeController } from './page/office/page-office.portal';
import { pageDraftsWaiting } from './page/office/drafts-waiting.portal';
import { PageVersionsController } from './page/versions/reading/page-versions.portal';
import { SearchController } from './search/reading/search.portal';
import { CatalogueController } from './public-service/catalogue/catalogue.portal';
import { serviceDraftsWaiting } from './public-service/office/drafts-waiting.portal';
import { ServiceOfficeController } from './public-service/office/service-office.portal';
import { ServiceTranslationController } from './public-service/office/translation/translation-office.portal';
import { ServicesController } from './public-service/reading/services.portal';
import { SiteTreeOfficeController } from './site-tree/office/site-tree-office.portal';
import { SiteController } from './site-tree/reading/site.portal';
import { SettingsOfficeController } from './settings/office/settings.portal';
import { SiteOfficeController } from './site-page/office/site-office.portal';
import { SitePagesController } from './site-page/reading/site-page.portal';
import './file/file.texts';
import './page/page.texts';
import './page/planned/plan.texts';
import './page/versions/page-versions.texts';
import './public-service/public-service.texts';
import './rules/rules.texts';
import './search/search.texts';
import './settings/settings.texts';
import './site-page/office/facts.texts';
import './site-page/office/site-office.texts';
import './site-page/reading/site-page.texts';
import './site-tree/site-tree.texts';

export { asRead, type AsRead } from './public-service/reading/as-read';
export { PageRows } from './page/reading/page.page';
export { SiteSections } from './site-tree/reading/site.page';

/** What waits for an office in pages and services, one line a kind. */
export const workOfContent = [pageDraftsWaiting, serviceDraftsWaiting];

export const pagesOfContent = [
  ContentController,
  FilesPortalController,
  FilesOfficeController,
  PageOfficeController,
  PageVersionsController,
  SearchController,
  CatalogueController,
  ServicesController,
  ServiceOfficeController,
  ServiceTranslationController,
  SettingsOfficeController,
  SitePagesController,
  SiteController,
  SiteTreeOfficeController,
  SiteOfficeController,
];

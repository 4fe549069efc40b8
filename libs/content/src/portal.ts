import { ContentController } from './page/page.portal';
import { PageOfficeController } from './page/page-office.portal';
import { SettingsOfficeController } from './settings/settings.portal';
import './page/page.texts';
import './settings/settings.texts';

export { PageRows } from './page/page.page';

export const pagesOfContent = [ContentController, PageOfficeController, SettingsOfficeController];

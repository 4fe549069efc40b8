import { ContentController } from './page/reading/page.portal';
import { PageOfficeController } from './page/office/page-office.portal';
import { RulesController } from './rules/rules.portal';
import { SettingsOfficeController } from './settings/office/settings.portal';
import './page/page.texts';
import './rules/rules.texts';
import './settings/settings.texts';

export { PageRows } from './page/reading/page.page';

export const pagesOfContent = [ContentController, PageOfficeController, RulesController, SettingsOfficeController];

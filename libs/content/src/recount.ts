import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfPages } from './page/audit/page-rules.recount';
import type { ContentEvent } from './page/page.contract';
import { actsOfPages } from './page/audit/page.recount';
import { PagesShown } from './page/audit/pages-shown.recount';
import type { SettingsChanged } from './settings/settings.contract';
import { actsOfSettings, rulesOfSettings } from './settings/settings.recount';
import { SettingsShown } from './settings/settings-shown.recount';

const acts: ActsInWords<ContentEvent | SettingsChanged> = { ...actsOfPages, ...actsOfSettings };

export const recountOfContent: RecountRoom = {
  counts: [],
  stories: [],
  names: [],
  texts: [],
  permissions: [],
  shown: () => [new PagesShown(), new SettingsShown()],
  openings: [],
  notShown: [],
  rules: () => [rulesOfPages(), rulesOfSettings()],
  acts,
  leaves: {},
};

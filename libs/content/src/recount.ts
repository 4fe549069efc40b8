import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import { rulesOfPages } from './page/audit/page-rules.recount';
import type { ContentEvent } from './page/page.contract';
import { actsOfPages } from './page/audit/page.recount';
import type { SettingsChanged } from './settings/settings.contract';
import { actsOfSettings, rulesOfSettings } from './settings/settings.recount';

const acts: ActsInWords<ContentEvent | SettingsChanged> = { ...actsOfPages, ...actsOfSettings };

export const recountOfContent: RecountRoom = {
  counts: [],
  stories: [],
  names: [],
  texts: [],
  permissions: [],
  rules: () => [rulesOfPages(), rulesOfSettings()],
  acts,
  leaves: {},
};

import type { ActsInWords, RecountRoom } from '@isegoria/audit-kit';
import type { ContentEvent } from './page/page.contract';
import { actsOfPages } from './page/page.recount';
import type { SettingsChanged } from './settings/settings.contract';
import { actsOfSettings } from './settings/settings.recount';

const acts: ActsInWords<ContentEvent | SettingsChanged> = { ...actsOfPages, ...actsOfSettings };

export const recountOfContent: RecountRoom = { counts: [], stories: [], names: [], texts: [], permissions: [], acts, leaves: {} };

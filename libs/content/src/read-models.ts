import type { ReadModelGroup } from '@isegoria/projection';
import { pageListProjection } from './page/page.read-model';
import { settingsProjection } from './settings/settings.read-model';

export { PageRow, pageAnswers, pageById, pageList, pageListProjection } from './page/page.read-model';
export { platformSettings, settingsAnswers, settingsProjection } from './settings/settings.read-model';

export const groupsOfContent = [
  { name: 'content', version: 6, follows: { prefixes: ['page-', 'settings'] }, projections: [pageListProjection(), settingsProjection()] },
] as const satisfies readonly ReadModelGroup[];

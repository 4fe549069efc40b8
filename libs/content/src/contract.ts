import { pageDrafted, pagePublished, pageRevised, pageWithdrawn } from './page/page.contract';
import { settingsChanged } from './settings/settings.contract';

export const eventsOfContent = [pageDrafted, pageRevised, pagePublished, pageWithdrawn, settingsChanged] as const;

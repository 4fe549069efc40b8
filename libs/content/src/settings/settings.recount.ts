import type { ActsInWords } from '@isegoria/audit-kit';
import type { SettingsChanged } from './settings.contract';

export const actsOfSettings: ActsInWords<SettingsChanged> = {
  SettingsChanged: ({ by, ...settings }) => `settings changed by account ${by}: ${JSON.stringify(settings)}`,
};
